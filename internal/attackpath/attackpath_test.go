package attackpath

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// forged is a handler that fetches what it is told, on a machine with the old
// metadata service, whose role reads a bucket that matters.
func forged() *model.System {
	f := fixture{From: "role.victim", Weakness: "request_forgery", Exposure: map[string]string{"handler": "internet"}, Facts: map[string]bool{"machine#metadata_token_required": false}, Data: "bucket"}
	sys := f.system()
	sys.Policies = slices.DeleteFunc(sys.Policies, func(p *model.Policy) bool { return p.Kind == "identity" })
	sys.Policies = append(sys.Policies, &model.Policy{
		ID: "reader#identity", Kind: "identity", Holder: "role.victim", State: model.Known,
		Document: `{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"}}`,
		Evidence: []model.Evidence{{Location: model.Location{File: "iam.tf", Line: 3}}},
	})
	machine := sys.Index().Elements["machine"]
	machine.Owners = []string{"@web"}
	fact := machine.Facts["metadata_token_required"]
	fact.Evidence = []model.Evidence{{Location: model.Location{File: "web.tf", Line: 41}}}
	machine.Facts["metadata_token_required"] = fact
	return sys
}

func search(t *testing.T, sys *model.System, o Options) []*model.Path {
	t.Helper()
	iam.Decide(sys)
	Search(sys, o)
	return sys.Paths
}

func TestForgedRequestToBucket(t *testing.T) {
	paths := search(t, forged(), Options{})
	if len(paths) != 1 {
		t.Fatalf("want one path:\n%s", tell(paths))
	}
	p := paths[0]
	var steps, places []string
	for _, s := range p.Steps {
		steps = append(steps, s.From+" "+s.Technique+" "+s.To)
		places = append(places, s.Location.File)
	}
	want := []string{"internet request-forgery handler", "handler x-imds role.victim", "role.victim data-read bucket"}
	if diff := cmp.Diff(want, steps); diff != "" {
		t.Errorf("steps (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"main.go", "web.tf", "iam.tf"}, places); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
	if !p.Certain || p.Start != "internet" || p.End != "bucket" || !slices.Equal(p.Data, []string{"data"}) || !slices.Equal(p.Owners, []string{"@web"}) {
		t.Errorf("path %+v", p)
	}
	if s := p.Steps[1]; !slices.Equal(s.Facts, []string{"machine#metadata_token_required"}) {
		t.Errorf("the step rests on %v", s.Facts)
	}
	if c := p.ChokePoints; len(c) != 1 || c[0].Fact != "machine#metadata_token_required" || c[0].Location.Line != 41 || !slices.Equal(c[0].Closes, []string{p.ID}) {
		t.Errorf("choke points %+v, want the machine's setting", c)
	}
}

func TestWhatClosesThePath(t *testing.T) {
	tests := []struct {
		name  string
		close func(*model.System)
	}{
		{"the new metadata service", func(s *model.System) {
			s.Index().Elements["machine"].Facts["metadata_token_required"] = model.Fact{Value: true, State: model.Known}
		}},
		{"nobody knows which metadata service", func(s *model.System) {
			s.Index().Elements["machine"].Facts["metadata_token_required"] = model.Fact{State: model.Unknown}
		}},
		{"the code is mended", func(s *model.System) { s.Weaknesses = nil }},
		{"the handler is not public", func(s *model.System) { s.Index().Elements["handler"].Exposure.Level = model.ExposureInternal }},
		{"the machine has no role", func(s *model.System) { s.Index().Elements["machine"].RunsAs = "" }},
		{"the role may not read", func(s *model.System) { s.Policies[len(s.Policies)-1].Holder = "role.other" }},
		{"the bucket's policy denies", func(s *model.System) {
			s.Policies = append(s.Policies, &model.Policy{ID: "b", Kind: "resource", Holder: "bucket", State: model.Known, Document: `{"Statement":{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"*"}}`})
		}},
		{"the data does not matter", func(s *model.System) { s.DataAssets[0].Confidentiality, s.DataAssets[0].Integrity = 2, 2 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := forged()
			tt.close(sys)
			if paths := search(t, sys, Options{}); len(paths) > 0 {
				t.Errorf("still open:\n%s", tell(paths))
			}
		})
	}
}

func TestUncertainPaths(t *testing.T) {
	tests := []struct {
		name   string
		change func(*model.System)
		want   string
	}{
		{"exposure that is assumed", func(s *model.System) { s.Index().Elements["handler"].Exposure.State = model.Assumed }, "can be reached from the internet"},
		{"a condition that is not settled", func(s *model.System) {
			s.Policies[len(s.Policies)-1].Document = `{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}}`
		}, "aws:PrincipalOrgID"},
		{"no entry point is proven", func(s *model.System) { s.Weaknesses[0].EntryPoint = "" }, "a request reaches handler"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := forged()
			tt.change(sys)
			paths := search(t, sys, Options{})
			if len(paths) != 1 || paths[0].Certain {
				t.Fatalf("want one uncertain path:\n%s", tell(paths))
			}
			var assumed []string
			for _, s := range paths[0].Steps {
				assumed = append(assumed, s.Assumes...)
			}
			if !strings.Contains(strings.Join(assumed, "; "), tt.want) {
				t.Errorf("assumes %q, want %q", assumed, tt.want)
			}
		})
	}
}

func TestInferredWorthIsSaid(t *testing.T) {
	sys := forged()
	sys.DataAssets[0].Declared = false
	paths := search(t, sys, Options{})
	if len(paths) != 1 || !strings.Contains(paths[0].Steps[2].Sentence, "nobody has said so") {
		t.Errorf("the path does not say that its worth is inferred:\n%+v", paths)
	}
}

// TestChokeSharedByMany checks that the change that closes most paths is the
// one that is named first.
func TestChokeSharedByMany(t *testing.T) {
	sys := forged()
	sys.Elements = append(sys.Elements, &model.Element{ID: "second", Kind: "store.object", Provider: "aws", Aliases: []string{"arn:aws:s3:::second"}})
	sys.DataAssets[0].FoundIn = append(sys.DataAssets[0].FoundIn, "second")
	sys.Policies = append(sys.Policies, &model.Policy{
		ID: "more#identity", Kind: "identity", Holder: "role.victim", State: model.Known,
		Document: `{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::second/*"}}`,
		Evidence: []model.Evidence{{Location: model.Location{File: "iam.tf", Line: 9}}},
	})
	paths := search(t, sys, Options{})
	if len(paths) != 2 {
		t.Fatalf("want two paths:\n%s", tell(paths))
	}
	for _, p := range paths {
		if len(p.ChokePoints) != 1 || len(p.ChokePoints[0].Closes) != 2 {
			t.Errorf("%s: choke points %+v, want one that closes both", p.ID, p.ChokePoints)
		}
	}
	machine := sys.Index().Elements["machine"]
	machine.Facts["metadata_token_required"] = model.Fact{Value: true, State: model.Known}
	sys.Paths, sys.Grants = nil, nil
	if left := search(t, sys, Options{}); len(left) > 0 {
		t.Errorf("the change does not close them:\n%s", tell(left))
	}
}

func TestPathsAreFewAndMinimal(t *testing.T) {
	f := fixture{Allow: []string{"iam:PassRole", "lambda:*", "glue:*", "ecs:*", "sagemaker:*", "iam:CreateAccessKey", "ssm:*", "ec2:*"}, Trusts: []string{"lambda.amazonaws.com", "glue.amazonaws.com"}, Data: "bucket"}
	sys := f.system()
	count := map[[2]string]int{}
	for _, p := range search(t, sys, Options{}) {
		count[[2]string{p.Start, p.End}]++
		seen := map[string]bool{}
		for _, s := range p.Steps {
			if seen[s.To] {
				t.Errorf("%s comes to %s twice", p.ID, s.To)
			}
			seen[s.To] = true
		}
	}
	for pair, n := range count {
		if n > mostAdmin || pair[1] != accountAdmin && n > 3 {
			t.Errorf("%d paths from %s to %s", n, pair[0], pair[1])
		}
	}
	if count[[2]string{"user.attacker", accountAdmin}] == 0 {
		t.Error("no path at all")
	}
}

func TestSearchIsStable(t *testing.T) {
	make := func() string {
		f := fixture{Allow: []string{"iam:*", "lambda:*", "s3:*", "sts:AssumeRole"}, TrustAccount: true, Data: "bucket", Secret: "bucket"}
		sys := f.system()
		search(t, sys, Options{})
		text, err := json.MarshalIndent(sys.Paths, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	first := make()
	for range 5 {
		if diff := cmp.Diff(first, make()); diff != "" {
			t.Fatalf("two searches differ:\n%s", diff)
		}
	}
}

func TestTooManyPathsAreNoted(t *testing.T) {
	sys := forged()
	sys.Identities = append(sys.Identities, &model.Identity{ID: "user.reader", Kind: "user", Name: "reader", ARN: arnFor("user.reader")})
	sys.Policies = append(sys.Policies, &model.Policy{ID: "r", Kind: "identity", Holder: "user.reader", State: model.Known, Document: `{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}`})
	if paths := search(t, sys, Options{Most: 1}); len(paths) != 1 || len(sys.Gaps) != 1 || !strings.Contains(sys.Gaps[0].What, "2 attack paths") {
		t.Errorf("%d paths, gaps %+v", len(paths), sys.Gaps)
	}
}

// permission is how actions look in the clouds that work with role bindings:
// compute.instances.create, Microsoft.Web/sites/write.
var permission = regexp.MustCompile(`^([a-z]+\.[a-zA-Z]+\.[a-zA-Z]+|(Microsoft\.[A-Za-z]+|microsoft\.directory)(/[a-zA-Z]+)+)$`)

func TestTechniquesNameRealActions(t *testing.T) {
	for _, technique := range Techniques() {
		for _, a := range technique.actions() {
			if _, ok := awsdata.Actions().Find(a); !ok && !permission.MatchString(a) {
				t.Errorf("%s: %s is no action", technique.ID, a)
			}
		}
		for _, kind := range technique.Kinds {
			if technique.Target != "identity" && technique.Target != "delegation" && !model.Words().HasKind(kind) {
				t.Errorf("%s: %s is no kind", technique.ID, kind)
			}
		}
		for _, f := range technique.Where.Facts {
			if _, ok := model.Words().Fact(f.Name); !ok {
				t.Errorf("%s: %s is no fact", technique.ID, f.Name)
			}
		}
	}
}

func TestTechniqueErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a gain that is none", `technique "x" {
  title  = "x"
  target = "user"
  gains  = "money"
  ease   = 3
  says   = "x"
}`, "gains money"},
		{"an ease that is none", `technique "x" {
  title  = "x"
  target = "user"
  gains  = "identity"
  ease   = 9
  says   = "x"
}`, "ease 9"},
		{"a target over nothing", `technique "x" {
  title  = "x"
  target = "fed"
  gains  = "code"
  ease   = 3
  says   = "x"
}`, "via of target fed"},
		{"a list of nothing", `technique "x" {
  title  = "x"
  target = "listed"
  gains  = "identity"
  ease   = 3
  says   = "x"
  via {}
}`, "lists "},
		{"a need without actions", `technique "x" {
  title  = "x"
  target = "user"
  gains  = "identity"
  ease   = 3
  says   = "x"
  need "target" {}
}`, "without actions"},
		{"an argument that is none", `technique "x" {
  title  = "x"
  target = "user"
  gains  = "identity"
  ease   = 3
  says   = "x"
  titel  = "x"
}`, "titel"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadTechniques(fstest.MapFS{"x.hcl": {Data: []byte(tt.text)}})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one that names %q", err, tt.want)
			}
		})
	}
}
