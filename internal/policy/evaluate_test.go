package policy

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/model"
)

func evaluate(t *testing.T, sys *model.System, o Options) *Result {
	t.Helper()
	r, err := Evaluate(context.Background(), sys, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEvaluate(t *testing.T) {
	r := evaluate(t, small(), Options{Only: []string{"OBJ-005", "NET-003", "GOC-004", "XP-014"}})
	want := []model.Match{
		{Threat: "GOC-004", On: "go:shop/web.Serve", Because: []string{}, Weakness: "w", Rule: -1},
		{Threat: "NET-003", On: "aws_security_group.web", Because: []string{}, Values: map[string]string{"service": "SSH"}, Rule: 1},
		{Threat: "OBJ-005", On: "aws_s3_bucket.files", Because: []string{"public_read"}, Rule: -1},
		{Threat: "XP-014", On: "path", Because: []string{}, Values: map[string]string{"steps": "2 steps"}, Path: "path", Rule: -1},
	}
	if diff := cmp.Diff(want, r.Matches); diff != "" {
		t.Error(diff)
	}
	if len(r.Gaps) > 0 {
		t.Errorf("gaps: %v", r.Gaps[0])
	}
}

// All built-in policies run over a system that has something for each of them
// to look at, and none of them fails.
func TestNoBuiltInPolicyFails(t *testing.T) {
	for name, sys := range map[string]*model.System{"empty": model.New(), "small": small(), "large": large(200)} {
		for _, g := range evaluate(t, sys, Options{}).Gaps {
			t.Errorf("%s: %s: %s", name, g.What, g.Why)
		}
	}
}

func TestTwoRunsAgree(t *testing.T) {
	sys := large(300)
	one, two := evaluate(t, sys, Options{}), evaluate(t, sys, Options{})
	if len(one.Matches) < 50 {
		t.Fatalf("%d matches prove nothing", len(one.Matches))
	}
	if diff := cmp.Diff(one, two); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyAndSkip(t *testing.T) {
	ids := func(o Options) string {
		var list []string
		for _, threat := range evaluate(t, model.New(), o).Threats {
			list = append(list, threat.ID)
		}
		return strings.Join(list, " ")
	}
	tests := []struct {
		name string
		in   Options
		want string
	}{
		{"one threat", Options{Only: []string{"OBJ-005"}}, "OBJ-005"},
		{"an area, in lower case", Options{Only: []string{"que"}}, "QUE-001 QUE-002 QUE-003 QUE-004"},
		{"an area without one threat", Options{Only: []string{"QUE"}, Skip: []string{"que-003"}}, "QUE-001 QUE-002 QUE-004"},
		{"nothing of that name", Options{Only: []string{"NONE"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

const head = `# METADATA
# title: Own
# description: Someone can do harm to {element} because of {reason}, which lets them win.
# custom:
#   id: OWN-001
#   on: store.object
#   stride: disclosure
#   ease: 2
#   fix: Stop it.
package threatvet.threats.own.x

`

const body = `threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.public_read == true
	threat := {"on": element.id, "because": ["public_read"], "values": {"reason": ["a", "b"]}}
}
`

func own(text string) Options {
	return Options{User: fstest.MapFS{"x.rego": {Data: []byte(text)}}}
}

func TestUserPolicy(t *testing.T) {
	r := evaluate(t, small(), own(head+body))
	var found []model.Match
	for _, m := range r.Matches {
		if m.Threat == "OWN-001" {
			found = append(found, m)
		}
	}
	want := []model.Match{{Threat: "OWN-001", On: "aws_s3_bucket.files", Because: []string{"public_read"}, Values: map[string]string{"reason": "a and b"}, Rule: -1}}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
}

// Whatever is wrong with a user's policy is one gap with its place, and the
// built-in policies find what they would have found.
func TestBadUserPolicy(t *testing.T) {
	replace := func(old, new string) string {
		text := strings.Replace(head+body, old, new, 1)
		if text == head+body {
			t.Fatalf("%q is not in the policy", old)
		}
		return text
	}
	tests := []struct {
		name, in string
		line     int
		want     string
	}{
		{"syntax", head + "threats contains x if {\n", 13, "unexpected eof"},
		{"empty", "", 0, "empty"},
		{"bad yaml", replace("ease: 2", "ease: [2"), 8, "yaml"},
		{"no metadata", "package threatvet.threats.own.x\n\n" + body, 1, "METADATA"},
		{"unknown key", replace("stride:", "severity: high\n#   stride:"), 1, `unknown field "severity"`},
		{"missing key", replace("#   fix: Stop it.\n", ""), 1, "custom.fix is missing"},
		{"bad id", replace("OWN-001", "own1"), 1, `"own1"`},
		{"id of another", replace("OWN-001", "OBJ-005"), 10, "OBJ-005 is already taken by policies/storage/public_read.rego"},
		{"bad kind", replace("on: store.object", "on: store.objct"), 1, `"store.objct"`},
		{"bad stride", replace("disclosure", "leak"), 1, "spoofing, tampering"},
		{"bad ease", replace("ease: 2", "ease: 5"), 1, "custom.ease 5"},
		{"bad technique", replace("ease: 2", "ease: 2\n#   attack: [1190]"), 1, "attack"},
		{"placeholder that nothing fills", replace("{reason}", "{resaon}"), 1, "nothing fills {resaon}"},
		{"package elsewhere", replace("threatvet.threats.own.x", "own.x"), 10, "package own.x"},
		{"no such kind", replace(`by_kind["store.object"]`, `by_kind["store.objct"]`), 13, `no "store.objct" here; did you mean "store.object"?`},
		{"no such fact", replace("facts.public_read == true", "facts.public_raed == true"), 14, `"public_raed" is no fact of the model; did you mean "public_read"?`},
		{"fact behind a look-up", replace("element.facts.public_read == true", "input.by_id[element.id].facts.public_raed == true"), 14, "public_raed"},
		{"fact in because", replace(`["public_read"]`, `["public"]`), 15, `"public" is no fact`},
		{"wrong type", replace("public_read == true", `public_read == "yes"`), 14, "match error"},
		{"no such field", replace("element.facts.public_read", "element.fact.public_read"), 14, `no "fact" here; did you mean "facts"?`},
		{"network", replace("element.facts.public_read == true", `http.send({"method": "get", "url": "http://x"})`), 14, "undefined function http.send"},
		{"clock", replace("element.facts.public_read == true", `time.now_ns() > 0`), 14, "undefined function time.now_ns"},
		{"environment", replace("element.facts.public_read == true", `opa.runtime().env.HOME`), 14, "undefined function opa.runtime"},
		{"memory", replace("element.facts.public_read == true", `sprintf("%999999999d", [1])`), 14, "undefined function sprintf"},
		{"unused variable", replace("element.facts.public_read == true", "unused := 1"), 14, "unused"},
		{"built-in that fails", replace("element.facts.public_read == true", `to_number(element.name) > 1`), 14, "to_number"},
		{"two answers", head + "f(x) := 1 if x\n\nf(x) := 2 if x\n\n" + strings.Replace(body, "element.facts.public_read == true", "f(true) > 0", 1), 14, "conflicting"},
		{"no rule of the name", replace("threats contains threat", "threat contains threat"), 10, "no rule"},
		{"not a set", head + "threats := 1\n", 12, "not a set"},
		{"unknown element", replace("element.id,", `"nothing",`), 10, `"nothing", which is no part of the system`},
		{"unknown key of a threat", replace(`"on":`, `"level": "high", "on":`), 10, `no "level"`},
		{"found on an unknown fact", strings.ReplaceAll(replace("element.facts.public_read == true", "not element.facts.versioned"), `["public_read"]`, `["versioned"]`), 10, "not known of it"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := own(tt.in)
			o.Skip = []string{"LOG", "XP"}
			r := evaluate(t, small(), o)
			if len(r.Gaps) != 1 {
				t.Fatalf("%d gaps, want 1: %v", len(r.Gaps), r.Gaps)
			}
			g := r.Gaps[0]
			if g.Location.File != ".threatvet/policies/x.rego" || g.Location.Line != tt.line || !strings.Contains(strings.ToLower(g.Why), strings.ToLower(tt.want)) {
				t.Errorf("%s:%d: %s, want line %d and %q", g.Location.File, g.Location.Line, g.Why, tt.line, tt.want)
			}
			if !finds(r, "OBJ-005") {
				t.Error("a built-in policy no longer finds its threat")
			}
		})
	}
}

func finds(r *Result, threat string) bool {
	for _, m := range r.Matches {
		if m.Threat == threat {
			return true
		}
	}
	return false
}

func TestTimeout(t *testing.T) {
	slow := strings.Replace(head+body, "element.facts.public_read == true", "count([1 | some a in input.by_id; some b in input.by_id; some c in input.by_id; a.id == b.id; b.id == c.id]) > 0", 1)
	o := own(slow)
	o.Timeout = 200 * time.Millisecond
	o.Only = []string{"OWN", "OBJ-005"}
	r := evaluate(t, large(4_000), o)
	if len(r.Gaps) != 1 || !strings.Contains(r.Gaps[0].Why, "stopped after 200ms on 4000 elements") {
		t.Errorf("gaps: %+v", r.Gaps)
	}
	if !finds(r, "OBJ-005") {
		t.Error("a built-in policy no longer finds its threat")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Evaluate(ctx, small(), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that the context is cancelled", err)
	}
}

func TestUserFileThatIsTooLarge(t *testing.T) {
	r := evaluate(t, model.New(), own(strings.Repeat("# x\n", maxFile)))
	if len(r.Gaps) != 1 || !strings.Contains(r.Gaps[0].Why, "bytes") {
		t.Errorf("gaps: %+v", r.Gaps)
	}
}

// A user's library and the test of it do not get in the way.
func TestUserLibrary(t *testing.T) {
	text := strings.Replace(head, "\n\n", "\n\nimport data.threatvet.lib.own\n\n", 1) + strings.Replace(body, "element.facts.public_read == true", "own.public(element)", 1)
	o := Options{User: fstest.MapFS{
		"x.rego":       {Data: []byte(text)},
		"x_test.rego":  {Data: []byte("package own_test\n\ntest_x if false\n")},
		"lib/own.rego": {Data: []byte("package threatvet.lib.own\n\npublic(e) if e.facts.public_read == true\n")},
	}}
	r := evaluate(t, small(), o)
	if len(r.Gaps) > 0 {
		t.Fatal(r.Gaps[0].Why)
	}
	if !finds(r, "OWN-001") {
		t.Error("the policy does not find its threat")
	}
}

func TestOnlyWhatIsNeededIsCompiled(t *testing.T) {
	sources, _ := load(nil)
	buckets := model.New()
	buckets.Elements = []*model.Element{{ID: "b", Kind: "store.object"}}
	for name, tt := range map[string]struct {
		sys        *model.System
		some, none string
	}{
		"no elements": {model.New(), "LOG-002", "OBJ-005"},
		"buckets":     {buckets, "OBJ-005", "K8S-008"},
		"everything":  {small(), "GOC-004", "K8S-008"},
	} {
		needed, _ := split(sources, tally(tt.sys))
		ids := map[string]bool{}
		for _, threat := range threatsOf(needed) {
			ids[threat.ID] = true
		}
		if !ids[tt.some] || ids[tt.none] {
			t.Errorf("%s: needed has %s: %t, %s: %t", name, tt.some, ids[tt.some], tt.none, ids[tt.none])
		}
	}
}
