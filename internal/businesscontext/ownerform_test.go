package businesscontext_test

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/businesscontext"
)

// TestGitLabOwners takes each rule from GitLab's reference of the form.
func TestGitLabOwners(t *testing.T) {
	sections := `* @acme/platform/core
!*.lock
[Database][2] @dba @acme/data
infra/db/
infra/db/read.tf @reader
^[docs] writer@example.com
*.md
README.md @@maintainer
[DATABASE]
infra/cache/ @cache
/infra/db/free.tf
[Empty] bad-owner
*.sql
`
	for name, at := range map[string]string{"by its folder": ".gitlab/CODEOWNERS", "by its sections": "CODEOWNERS"} {
		t.Run(name, func(t *testing.T) {
			c, problems := businesscontext.Load(repo(at, sections), "")
			if len(problems) != 1 || problems[0].Location.Line != 12 || problems[0].Severity != "warning" {
				t.Errorf("problems %v, want the owner without @", told(problems))
			}
			for file, want := range map[string]string{
				"main.tf":          "@acme/platform/core",
				"go.lock":          "",
				"infra/db/a.tf":    "@acme/platform/core @dba @acme/data",
				"infra/db/read.tf": "@acme/platform/core @reader",
				"infra/db/free.tf": "@acme/platform/core",
				"infra/cache/a.tf": "@acme/platform/core @cache",
				"a.md":             "@acme/platform/core writer@example.com",
				"README.md":        "@acme/platform/core @@maintainer",
				"x.sql":            "@acme/platform/core",
			} {
				if got := strings.Join(c.OwnersOf(file), " "); got != want {
					t.Errorf("%s: %q, want %q", file, got, want)
				}
			}
		})
	}
}

func TestGitHubHasNoSections(t *testing.T) {
	c, problems := businesscontext.Load(repo(".github/CODEOWNERS", "* @all\n[Database] @dba\ninfra/\n!*.lock\n"), "")
	if len(problems) != 2 {
		t.Errorf("problems %v, want the section and the exclusion", told(problems))
	}
	for file, want := range map[string]string{"a.go": "@all", "infra/a.tf": "", "go.lock": "@all"} {
		if got := strings.Join(c.OwnersOf(file), " "); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func TestFirstOwnersFileCounts(t *testing.T) {
	c, _ := businesscontext.Load(repo(".gitlab/CODEOWNERS", "* @gitlab", "docs/CODEOWNERS", "* @docs"), "")
	if got := c.OwnersOf("a"); len(got) != 1 || got[0] != "@docs" {
		t.Errorf("owners %v", got)
	}
}
