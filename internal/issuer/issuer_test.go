package issuer

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	tests := []struct{ address, want string }{
		{"https://token.actions.githubusercontent.com", "github"},
		{"https://token.actions.githubusercontent.com/", "github"},
		{"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com", "github"},
		{"arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com/acme", "github-enterprise"},
		{"https://gitlab.com", "gitlab"},
		{"https://mygitlab.com", ""},
		{"gitlab.com.example.com", ""},
		{"https://api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc", "bitbucket"},
		{"https://oidc.circleci.com/org/9f1c", "circleci"},
		{"https://vstoken.dev.azure.com/9f1c", "azure-devops"},
		{"oidc.eks.eu-west-1.amazonaws.com/id/1", "eks"},
		{"https://sso.example.com", ""},
	}
	for _, tt := range tests {
		got := ""
		if i := Find(tt.address); i != nil {
			got = i.ID
		}
		if got != tt.want {
			t.Errorf("%s is the issuer %q, want %q", tt.address, got, tt.want)
		}
	}
}

func TestAdmits(t *testing.T) {
	tests := []struct {
		issuer, subject string
		pattern         bool
		want            Run
	}{
		{"github", "*", true, Any},
		{"github", "repo:*/web:ref:refs/heads/main", true, Any},
		{"github", "repo:acme*", true, Any},
		{"github", "repo:*", false, Own}, // no pattern, so that no run has it
		{"github", "repo:acme/*", true, PullRequest},
		{"github", "repo:acme/web:pull_request", false, PullRequest},
		{"github", "repo:acme/web:p?ll_request", true, PullRequest},
		{"github", "repo:acme/web:ref:refs/heads/*", true, Own},
		{"gitlab", "project_path:*:ref_type:branch:ref:main", true, Any},
		{"gitlab", "project_path:acme/*:ref_type:branch:ref:main", true, Own},
		{"terraform-cloud", "organization:*:project:shop:workspace:*:run_phase:*", true, Any},
		{"terraform-cloud", "organization:acme:project:*", true, Own},
		{"bitbucket", "*:{5d1e}", true, Any},
		{"bitbucket", "{9f1c}:*", true, Own},
		{"circleci", "org/9f1c/project/*/user/*", true, Any},
		{"circleci", "org/9f1c/project/5d1e/user/*", true, Own},
		{"azure-devops", "sc://acme/*/deploy", true, Any},
		{"azure-devops", "sc://acme/shop/deploy", false, Own},
		{"eks", "system:serviceaccount:shop:*", true, Any},
	}
	byID := map[string]*Issuer{}
	for _, i := range All() {
		byID[i.ID] = i
	}
	for _, tt := range tests {
		if got := byID[tt.issuer].Admits(tt.subject, tt.pattern); got != tt.want {
			t.Errorf("%s: %s (pattern: %t) admits %s, want %s", tt.issuer, tt.subject, tt.pattern, got, tt.want)
		}
	}
}

// TestStrangersAreNotNamed checks the entries against themselves: whoever has no
// project there is let in by a pattern that names nobody.
func TestStrangersAreNotNamed(t *testing.T) {
	for _, i := range All() {
		if i.Admits("*", true) != Any {
			t.Errorf("%s: a pattern that takes anything names somebody", i.ID)
		}
		if i.Admits(i.Stranger(strings.ReplaceAll(i.Host, "*", "acme")), true) == Any {
			t.Errorf("%s: the subject %s says not whose run it is, by %s", i.ID, i.Subject, i.Named)
		}
	}
	if got, want := Find("oidc.circleci.com/org/9f1c").Stranger("https://oidc.circleci.com/org/9f1c"), "org/9f1c/project/"; len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("a stranger at CircleCI has the subject %s, want one that begins with %s", got, want)
	}
}
