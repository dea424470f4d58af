package businesscontext_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

func TestNearerFilesWin(t *testing.T) {
	asked := businesscontext.QuestionID(businesscontext.WorthKey("aws_s3_bucket.top"), nil)
	files := repo(
		"threat-context.yaml", `services: [{name: All, owner: "@all", if_down: minor}]
data: [{name: Orders, owner: "@top", if_exposed: severe, if_lost: minor, found_in: [aws_s3_bucket.top]}]
accept: [{threat: NET-003, reason: top, owner: o, until: 2027-01-31}]
answers: {`+asked+`: top}`,
		"infra/pay/threat-context.yaml", `services: [{name: Pay, owner: "@pay", if_down: severe}]
data: [{name: orders, owner: "@pay", if_exposed: minor, if_lost: serious, records: 5k, found_in: [aws_s3_bucket.pay]}]
accept: [{threat: NET-003, reason: near, owner: o, until: 2027-01-31}]
answers: {`+asked+`: near}`,
		"vendor/x/threat-context.yaml", "nonsense: true", ".git/threat-context.yaml", "nonsense: true",
	)
	c, problems := businesscontext.Load(files, "")
	sys := system(element("aws_s3_bucket.top", "infra/main.tf"), element("aws_s3_bucket.pay", "infra/pay/main.tf"))
	if problems = append(problems, c.Apply(sys)...); problems != nil {
		t.Fatal(told(problems))
	}
	top, pay := sys.Elements[0], sys.Elements[1]
	if top.Owners[0] != "@all" || pay.Owners[0] != "@pay" || top.IfDown != "minor" || pay.IfDown != "severe" {
		t.Errorf("owners %v %v, if down %s %s", top.Owners, pay.Owners, top.IfDown, pay.IfDown)
	}
	if len(sys.DataAssets) != 1 {
		t.Fatalf("%d assets of one name", len(sys.DataAssets))
	}
	d := sys.DataAssets[0]
	if d.Confidentiality != 4 || d.Availability != 3 || d.Records != 5000 || d.Owner != "@pay" || len(d.FoundIn) != 2 {
		t.Errorf("impacts are not joined by the worse: %+v", d)
	}
	if c.Answers[asked].Text != "near" {
		t.Errorf("answer %+v", c.Answers[asked])
	}
	reasons := func(file string) (list []string) {
		for _, a := range c.Accepted("NET-003", []string{"x"}, file) {
			list = append(list, a.Reason)
		}
		return list
	}
	if got := reasons("infra/pay/main.tf"); !slices.Equal(got, []string{"near", "top"}) {
		t.Errorf("in the folder: %v", got)
	}
	if got := reasons("infra/main.tf"); !slices.Equal(got, []string{"top"}) {
		t.Errorf("outside the folder: %v", got)
	}
}

func TestScanBelowTheRoot(t *testing.T) {
	files := repo(
		"threat-context.yaml", "services: [{name: All, owner: '@all', where: [svc/web/infra/**]}]\nbad: 1\n",
		"svc/threat-context.yml", "services: [{name: Svc, owner: '@svc', where: ['web/*.tf']}]\n",
		"svc/web/deep/threat-context.yaml", "bad: 1\n",
		"other/threat-context.yaml", "bad: 1\n",
		".github/CODEOWNERS", "/svc/ @code\n",
	)
	c, problems := businesscontext.Load(files, "svc/web")
	var at []string
	for _, p := range problems {
		at = append(at, p.Location.File)
	}
	if diff := cmp.Diff([]string{"../../threat-context.yaml", "deep/threat-context.yaml"}, at); diff != "" {
		t.Error(diff)
	}
	for file, want := range map[string]string{"infra/main.tf": "@all", "main.tf": "@svc", "lib/x.go": "@code"} {
		if got := c.OwnersOf(file); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: %v, want %s", file, got, want)
		}
	}
}

func TestCodeOwners(t *testing.T) {
	files := repo(
		"docs/CODEOWNERS", "* @never\n",
		".github/CODEOWNERS", "# everyone\n* @all a@example.com\n[ab] @bad\n/infra/ @infra\n*.go @go   # comment\n/infra/free.tf\ndocs/* @docs\n\n",
	)
	c, problems := businesscontext.Load(files, "")
	if len(problems) != 1 || problems[0].Location.Line != 3 || problems[0].Severity != "warning" {
		t.Errorf("problems %v", told(problems))
	}
	for file, want := range map[string]string{
		"README": "@all a@example.com", "infra/a/b.tf": "@infra", "infra/x.go": "@go", "infra/free.tf": "", "docs/a.md": "@docs", "docs/a/b.md": "@all a@example.com",
	} {
		if got := strings.Join(c.OwnersOf(file), " "); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
	sys := system(element("x", "infra/main.tf"))
	sys.Identities = []*model.Identity{{ID: "i", Location: model.Location{File: "iam.go"}}}
	c.Apply(sys)
	if sys.Elements[0].Owners[0] != "@infra" || sys.Identities[0].Owners[0] != "@go" {
		t.Errorf("%v %v", sys.Elements[0].Owners, sys.Identities[0].Owners)
	}
}

// TestLoweredWithAReason: of several files the worst word counts, unless a nearer
// one says less and why.
func TestLoweredWithAReason(t *testing.T) {
	const top = `data: [{name: Orders, if_exposed: severe, if_lost: minor, because: Fines}]`
	for name, c := range map[string]struct {
		at, nearer, exposed, lost string
	}{
		"without a reason":      {"infra", `data: [{name: orders, if_exposed: minor}]`, "severe", "minor"},
		"with a reason":         {"infra", `data: [{name: orders, if_exposed: minor, because: Test data only}]`, "minor", "minor"},
		"worse needs no reason": {"infra", `data: [{name: orders, if_lost: severe}]`, "severe", "severe"},
		"in the same file":      {"", top[:len(top)-1] + `, {name: orders, if_exposed: minor, because: Test data only}]`, "severe", "minor"},
	} {
		t.Run(name, func(t *testing.T) {
			list := []string{"threat-context.yaml", top}
			if c.at == "" {
				list[1] = c.nearer
			} else {
				list = append(list, c.at+"/threat-context.yaml", c.nearer)
			}
			got, problems := businesscontext.Load(repo(list...), "")
			if problems != nil || len(got.Data) != 1 {
				t.Fatal(told(problems))
			}
			if d := got.Data[0]; d.IfExposed != c.exposed || d.IfLost != c.lost {
				t.Errorf("exposed %s, lost %s, want %s, %s", d.IfExposed, d.IfLost, c.exposed, c.lost)
			}
		})
	}
}
