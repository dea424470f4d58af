package businesscontext_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

func repo(files ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		m[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return m
}

func told(problems []businesscontext.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%s:%d:%d: %s: %s", p.Location.File, p.Location.Line, p.Location.Column, p.Severity, p.Message))
	}
	return list
}

func element(id, file string) *model.Element {
	return &model.Element{ID: id, Location: model.Location{File: file, Line: 1}}
}

func system(elements ...*model.Element) *model.System {
	s := model.New()
	s.Elements = elements
	return s
}

// The example that the documentation shows.
const example = `version: 1
services:
  - name: Checkout
    what: Customers pay for orders
    owner: "@shop/payments"            # default: CODEOWNERS
    where: [infra/checkout/**, cmd/checkout/**]
    if_down: severe                    # none minor noticeable serious severe
data:
  - name: Customer records
    kinds: [pii]
    records: 2 million
    if_exposed: severe
    if_changed: serious
    if_lost: noticeable
    because: Fines and loss of trust
    found_in: [aws_s3_bucket.customers, "go:example.com/shop.Customer"]
attackers:
  - {name: Fraud ring, wants: [payment], can: [internet, stolen_login]}
assume:
  - {that: Staff laptops are managed, owner: "@it", until: 2027-03-31}
accept:
  - threat: NET-003
    on: aws_security_group.bastion
    reason: Vendor support needs it; keys only, alarms on
    owner: "@shop/platform"
    until: 2027-01-31
answers:
  Q-7f3a: The export bucket holds test data only
`

func TestExample(t *testing.T) {
	asked := businesscontext.QuestionID(businesscontext.WorthKey("aws_security_group.bastion"), nil)
	c, problems := businesscontext.Load(repo("threat-context.yaml", strings.ReplaceAll(example, "Q-7f3a", asked)), "")
	if problems != nil {
		t.Fatal(told(problems))
	}
	handler := element("go:example.com/shop.Handler", "cmd/checkout/h.go")
	handler.PartOf = "go:example.com/shop/cmd/checkout"
	sys := system(
		element("aws_s3_bucket.customers", "infra/data.tf"),
		element("aws_security_group.bastion", "infra/checkout/net/main.tf"),
		element("go:example.com/shop/cmd/checkout", "cmd/checkout/main.go"), handler)
	if problems := c.Apply(sys); problems != nil {
		t.Fatal(told(problems))
	}
	want := &model.DataAsset{
		ID: "data:customer-records", Name: "Customer records", Categories: []string{"pii"},
		Confidentiality: 4, Integrity: 3, Availability: 2, Records: 2_000_000, Declared: true, Because: "Fines and loss of trust",
		FoundIn:  []string{"aws_s3_bucket.customers", "go:example.com/shop.Handler", "go:example.com/shop/cmd/checkout"},
		Evidence: []model.Evidence{{Location: model.Location{File: "threat-context.yaml", Line: 9, Column: 5, EndLine: 9, EndColumn: 9}, Address: "Customer records", Note: "stated by the owner"}},
	}
	if diff := cmp.Diff([]*model.DataAsset{want}, sys.DataAssets); diff != "" {
		t.Error(diff)
	}
	if got := sys.Elements[0].Stores; !slices.Equal(got, []string{want.ID}) {
		t.Errorf("stores %v", got)
	}
	if got := handler.Process; !slices.Equal(got, []string{want.ID}) {
		t.Errorf("processes %v", got)
	}
	group := sys.Elements[1]
	if !slices.Equal(group.Owners, []string{"@shop/payments"}) || group.IfDown != "severe" || sys.Elements[0].IfDown != "" {
		t.Errorf("owners %v, if down %q", group.Owners, group.IfDown)
	}
	if got := c.AnswerTo(businesscontext.WorthKey("aws_security_group.bastion")); got != "The export bucket holds test data only" {
		t.Errorf("answer %q", got)
	}
	if len(c.Attackers) != 1 || !slices.Equal(c.Attackers[0].Can, []string{"internet", "stolen_login"}) || c.Assumptions[0].Until != "2027-03-31" {
		t.Errorf("attackers %+v, assumptions %+v", c.Attackers, c.Assumptions)
	}
	if list := c.Accepted("NET-003", []string{"aws_security_group.bastion"}, "infra/checkout/net/main.tf"); len(list) != 1 || list[0].Owner != "@shop/platform" {
		t.Errorf("accepted %+v", list)
	}
}

func TestSampleSystem(t *testing.T) {
	if _, problems := businesscontext.Load(os.DirFS("../../testdata/systems/shop"), ""); problems != nil {
		t.Error(told(problems))
	}
}

func TestMistakes(t *testing.T) {
	const at = "threat-context.yaml"
	tests := []struct{ name, source, want string }{
		{"unknown key", "services:\n  - name: A\n    if_dwn: severe\n", `:3:5: error: unknown key "if_dwn"; did you mean "if_down"?`},
		{"unknown key far from any", "data: []\nzzzzzzzz: 1\n", `:2:1: error: unknown key "zzzzzzzz"; the keys here are version, services, data, links, attackers, assume, accept, answers`},
		{"unknown word", "data:\n  - name: A\n    if_exposed: serous\n", `:3:17: error: "serous" is not a word for if_exposed; did you mean "serious"?`},
		{"unknown kind", "data:\n  - name: A\n    kinds: [pii, peii]\n", `:3:18: error: "peii" is not a word for an entry of kinds; did you mean "pii"?`},
		{"column in bytes", "data:\n  - {name: Größe, if_exposed: bad}\n", `:2:33: error: "bad" is not a word for if_exposed; the words are none, minor, noticeable, serious, severe`},
		{"not a number", "data:\n  - name: A\n    records: many\n", `:3:14: error: "many" is not a number of records; write 250000, 40 thousand or 2 million`},
		{"version", "version: 3\n", `:1:10: error: version 3 of the format is not known; this program reads version 1`},
		{"no list", "data: yes\n", `:1:7: error: data is a list; begin each entry with "- "`},
		{"no object", "data: [yes]\n", `:1:8: error: an entry of data has keys: name, kinds, records, owner, if_exposed, if_changed, if_lost, because, found_in`},
		{"no text", "data:\n  - name: [a, b]\n", `:2:11: error: name is one piece of text`},
		{"name missing", "data:\n  - owner: a\n", `:2:5: error: an entry of data needs "name": what people call it`},
		{"acceptance without end", "accept:\n  - {threat: NET-003, reason: r, owner: o}\n", `:2:6: error: an entry of accept needs "until": the last day it holds, within a year`},
		{"no date", "accept:\n  - {threat: NET-003, reason: r, owner: o, until: 31.1.2027}\n", `:2:51: error: "31.1.2027" is not a date; write until as 2027-01-31 (year, month, day)`},
		{"no such day", "assume:\n  - {that: x, until: 2027-02-30}\n", `:2:22: error: "2027-02-30" is not a date; write until as 2027-01-31 (year, month, day)`},
		{"no threat", "accept:\n  - {threat: ssh, reason: r, owner: o, until: 2027-01-31}\n", `:2:14: error: "ssh" is not the id of a threat, such as NET-003`},
		{"threat with level", "accept:\n  - {threat: NET-003/high, reason: r, owner: o, until: 2027-01-31}\n", `:2:14: error: "NET-003/high" is not the id of a threat, such as NET-003; leave the level out: NET-003`},
		{"alias", "data:\n  - &a {name: A}\n  - *a\n", `:2:5: error: anchors and aliases are not supported here; write the value out`},
		{"second document", "version: 1\n---\nversion: 1\n", `:2:1: error: a second document begins here; only the first is read`},
		{"a key twice", "data:\n  - name: A\n    name: B\n", `:3:5: error: the key "name" stands here twice; only the first counts`},
		{"too deep", strings.Repeat("[", 20_000), `:1:1: error: nested deeper than 50 levels, so the file was not read`},
		{"too many lines", strings.Repeat("#\n", 30_000), `:1:1: error: the file has more than 20000 lines, so it was not read`},
		{"too large", strings.Repeat("# padding\n", 120_000), `:1:1: error: the file is larger than 1 MiB, so it was not read`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, problems := businesscontext.Load(repo(at, tt.source), "")
			if len(problems) == 0 {
				t.Fatal("nothing was said")
			}
			if got := told(problems)[0]; got != at+tt.want {
				t.Errorf("got  %s\nwant %s", got, at+tt.want)
			}
		})
	}
}

func TestMistakeShowsTheLine(t *testing.T) {
	_, problems := businesscontext.Load(repo("threat-context.yaml", "services:\n  - name: A\n    if_dwn: severe\n"), "")
	if want := "    if_dwn: severe\n    ^"; len(problems) != 1 || problems[0].Source != want {
		t.Errorf("source %q, want %q", problems[0].Source, want)
	}
}

func TestWhatIsRightCountsDespiteMistakes(t *testing.T) {
	c, problems := businesscontext.Load(repo("threat-context.yaml", "services:\n  - {name: A, ownr: x, owner: '@a'}\n  - {what: nameless}\ndata:\n  - name: B\n    if_exposed: terrible\n    if_lost: minor\n"), "")
	if len(problems) != 3 || len(c.Services) != 1 || c.Services[0].Owner != "@a" || len(c.Data) != 1 || c.Data[0].IfLost != "minor" || c.Data[0].IfExposed != "" {
		t.Errorf("problems %v\nservices %v data %v", told(problems), c.Services, c.Data)
	}
}

func TestDangling(t *testing.T) {
	source := `data:
  - name: A
    found_in: [aws_s3_bucket.custmers, "aws_sqs_queue.*", "go:example.com/nowhere.Type"]
accept:
  - {threat: NET-003, on: aws_security_group.basion, reason: r, owner: o, until: 2027-01-31}
services:
  - {name: S, where: [infra/chekout/main.tf, aws_s3_bucket.customers]}
`
	c, _ := businesscontext.Load(repo("threat-context.yaml", source), "")
	got := told(c.Apply(system(
		element(`aws_s3_bucket.customers["eu"]`, "infra/checkout/main.tf"),
		element("aws_security_group.bastion", "infra/net.tf"))))
	want := []string{
		`threat-context.yaml:7:23: warning: "infra/chekout/main.tf" is the place of no element that was found; did you mean "infra/checkout/main.tf"?`,
		`threat-context.yaml:3:16: error: found_in names "aws_s3_bucket.custmers", which is no element that was found; did you mean "aws_s3_bucket.customers"?`,
		`threat-context.yaml:3:40: error: found_in names "aws_sqs_queue.*", which is no element that was found`,
		`threat-context.yaml:3:59: error: found_in names "go:example.com/nowhere.Type", which is no element that was found`,
		`threat-context.yaml:5:27: error: on names "aws_security_group.basion", which is no element that was found; did you mean "aws_security_group.bastion"?`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRecords(t *testing.T) {
	for in, want := range map[string]int64{
		"2 million": 2_000_000, "40 thousand": 40_000, "'1,500,000'": 1_500_000, "250000": 250_000, "1.5 million": 1_500_000,
		"50k": 50_000, "3m": 3_000_000, "1 billion": 1_000_000_000, "about 2 Million": 2_000_000, "0": 0, "1e3": 1000,
	} {
		c, problems := businesscontext.Load(repo("threat-context.yaml", "data: [{name: A, records: "+in+"}]"), "")
		if problems != nil || c.Data[0].Records != want {
			t.Errorf("%s: %v %v, want %d", in, c.Data, told(problems), want)
		}
	}
	for _, in := range []string{"-1", ".inf", "1e300", "two million", "NaN", "million"} {
		if _, problems := businesscontext.Load(repo("threat-context.yaml", "data: [{name: A, records: "+in+"}]"), ""); problems == nil {
			t.Errorf("%s was taken for a number", in)
		}
	}
}

func TestWhatOwnersLeaveOpen(t *testing.T) {
	all := []string{"confidentiality", "integrity", "availability"}
	tests := []struct {
		source  string
		c, i, a int
		assumed []string
	}{
		{"{name: A, because: we were asked to}", 2, 2, 2, all},
		{"{name: A, kinds: [pii]}", 3, 3, 3, all},
		{"{name: A, kinds: [credentials, logs]}", 4, 4, 4, all},
		{"{name: A, kinds: [public]}", 0, 0, 0, all},
		{"{name: A, kinds: [pii], if_exposed: minor}", 1, 3, 3, all[1:]},
		{"{name: A, if_exposed: none}", 0, 0, 0, all[1:]},
		{"{name: A, if_exposed: none, if_changed: severe, if_lost: serious}", 0, 4, 3, nil},
	}
	for _, tt := range tests {
		c, problems := businesscontext.Load(repo("threat-context.yaml", "data: ["+tt.source+"]"), "")
		sys := model.New()
		if problems = append(problems, c.Apply(sys)...); problems != nil {
			t.Fatal(told(problems))
		}
		d := sys.DataAssets[0]
		if d.Confidentiality != tt.c || d.Integrity != tt.i || d.Availability != tt.a || !slices.Equal(d.Assumed, tt.assumed) {
			t.Errorf("%s: %d %d %d %v", tt.source, d.Confidentiality, d.Integrity, d.Availability, d.Assumed)
		}
	}
}

// TestDataOfWhichNothingIsSaid: a name and a place leave what the sources tell.
func TestDataOfWhichNothingIsSaid(t *testing.T) {
	bucket := element("aws_s3_bucket.a", "main.tf")
	bucket.Stores = []string{"inferred:a"}
	sys := system(bucket)
	sys.DataAssets = []*model.DataAsset{{ID: "inferred:a", Categories: []string{"pii"}, Confidentiality: 3, FoundIn: []string{"aws_s3_bucket.a"}}}
	c, problems := businesscontext.Load(repo("threat-context.yaml", "data: [{name: A, found_in: [aws_s3_bucket.a]}]"), "")
	if problems = append(problems, c.Apply(sys)...); problems != nil {
		t.Fatal(told(problems))
	}
	if len(sys.DataAssets) != 1 || !slices.Equal(bucket.Stores, []string{"inferred:a"}) {
		t.Errorf("assets %d, stores %v", len(sys.DataAssets), bucket.Stores)
	}
	c, _ = businesscontext.Load(repo("threat-context.yaml", "data: [{name: A, found_in: [aws_s3_bucket.none]}]"), "")
	if problems := c.Apply(sys); len(problems) != 1 {
		t.Errorf("a place that is not there: %v", told(problems))
	}
}

func TestFoundIn(t *testing.T) {
	all := []string{
		"aws_s3_bucket.a", `aws_s3_bucket.b["eu"]`, `aws_s3_bucket.b["us"]`, `module.m["x"].aws_s3_bucket.this[0]`, `module.m["y"].aws_s3_bucket.this[0]`,
		"lab//aws_s3_bucket.a", `aws_s3_bucket.odd["a]b"]`,
	}
	tests := []struct {
		pattern string
		want    []string
	}{
		{"aws_s3_bucket.a", []string{all[0], all[5]}},
		{"lab//aws_s3_bucket.a", []string{all[5]}},
		{"aws_s3_bucket.b", []string{all[1], all[2]}},
		{`aws_s3_bucket.b["eu"]`, []string{all[1]}},
		{"module.m.aws_s3_bucket.this", []string{all[3], all[4]}},
		{`module.m["x"].aws_s3_bucket.this`, []string{all[3]}},
		{"module.*", []string{all[3], all[4]}},
		{`*["us"]`, []string{all[2]}},
		{"aws_s3_bucket.odd", []string{all[6]}},
		{"*.a", []string{all[0], all[5]}},
	}
	for _, tt := range tests {
		c, _ := businesscontext.Load(repo("threat-context.yaml", "data: [{name: A, if_lost: minor, found_in: ['"+tt.pattern+"']}]"), "")
		sys := model.New()
		for _, id := range all {
			sys.Elements = append(sys.Elements, element(id, "main.tf"))
		}
		c.Apply(sys)
		slices.Sort(tt.want)
		if diff := cmp.Diff(tt.want, sys.DataAssets[0].FoundIn); diff != "" {
			t.Errorf("%s: %s", tt.pattern, diff)
		}
	}
}

func TestComments(t *testing.T) {
	const full = ` threatvet:accept NET-003 until=2027-01-31 owner=@shop/platform reason="keys only, # alarms on"`
	tests := []struct {
		name, file, source string
		lines              []int
		problem            string
	}{
		{"hash", "a.tf", "#" + full, []int{1}, ""},
		{"slashes", "a.tf", "x = 1 //" + full, []int{1}, ""},
		{"block", "a.tf", "/*\n" + full + "\n*/", []int{2}, ""},
		{"string", "a.tf", `x = "#` + strings.ReplaceAll(full, `"`, "'") + `"`, nil, ""},
		{"heredoc", "a.tf", "x = <<E\n#" + full + "\nE\n", nil, ""},
		{"go", "a.go", "package a\n//" + strings.TrimSpace(full) + "\nvar x = 1 //" + full, []int{2, 3}, ""},
		{"go string", "a.go", "package a\nvar x = `//" + full + "`", nil, ""},
		{"go, broken file", "a.go", "package\n//" + full + "\n}{", []int{2}, ""},
		{"a word that only begins so", "a.tf", "# threatvet:accepted NET-003", nil, ""},
		{"talk about it", "a.tf", "# write threatvet:accept NET-003 here", nil, ""},
		{"no owner", "a.tf", "# threatvet:accept NET-003 until=2027-01-31 reason=x", nil, "an acceptance needs owner=;"},
		{"no threat", "a.tf", "# threatvet:accept until=2027-01-31", nil, "name the threat first"},
		{"no quotes", "a.tf", "# threatvet:accept NET-003 reason=keys only", nil, `"only" is not name=value`},
		{"open quote", "a.tf", `# threatvet:accept NET-003 reason="keys`, nil, "a quote is not closed"},
		{"bad date", "a.tf", `# threatvet:accept NET-003 until=soon owner=a reason=b`, nil, `"soon" is not a date`},
		{"another language", "a.py", "#" + full, nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found, problems := businesscontext.Comments(tt.file, []byte(tt.source))
			var lines []int
			for line, list := range found {
				lines = append(lines, line)
				if a := list[0]; a.Threat != "NET-003" || a.Owner != "@shop/platform" || a.Reason != "keys only, # alarms on" || !a.InSource || a.Location.Line != line {
					t.Errorf("%+v", a)
				}
			}
			slices.Sort(lines)
			if diff := cmp.Diff(tt.lines, lines); diff != "" {
				t.Error(diff)
			}
			got := ""
			if len(problems) > 0 {
				got = problems[0].Message
			}
			if !strings.HasPrefix(got, tt.problem) || (got == "") != (tt.problem == "") {
				t.Errorf("problem %q, want %q", got, tt.problem)
			}
		})
	}
}

func TestDays(t *testing.T) {
	source := `accept:
  - {threat: NET-003, reason: r, owner: o, until: 2027-06-01}
  - {threat: NET-004, reason: r, owner: o, until: 2027-06-02}
assume:
  - {that: it holds, owner: "@it", until: 2026-05-31}
  - {that: it still holds, until: 2026-06-01}
`
	c, problems := businesscontext.Load(repo("threat-context.yaml", source), "")
	if problems != nil {
		t.Fatal(told(problems))
	}
	got := told(c.Check(time.Date(2026, 6, 1, 23, 59, 0, 0, time.UTC)))
	want := []string{
		"threat-context.yaml:3:6: error: the acceptance of NET-004 ends on 2027-06-02, more than a year from now, and does not count; the latest is 2027-06-01",
		`threat-context.yaml:5:6: warning: the assumption "it holds" ran out on 2026-05-31; ask @it whether it still holds`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestBase(t *testing.T) {
	for in, want := range map[string]string{
		`module.a[0].aws_x.y["k"]`: "module.a.aws_x.y", `aws_x.y["a]b\"]c"]`: "aws_x.y", "aws_x.y": "aws_x.y",
		"go:example.com/a.F[int]": "go:example.com/a.F[int]", "aws_x.y[": "aws_x.y[",
	} {
		if got := businesscontext.Base(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

// No file may crash the reader, and every problem has a place in the file.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(example))
	f.Add([]byte("data:\n  - &a {name: *a}\n"))
	f.Add([]byte("? [a, {b: c}]\n: !!set {x}\n"))
	f.Add([]byte("services: |\n  x\n---\n"))
	f.Add([]byte("\xff\xfe\x00"))
	f.Fuzz(func(t *testing.T, source []byte) {
		began := time.Now()
		c, problems := businesscontext.Load(fstest.MapFS{"threat-context.yaml": &fstest.MapFile{Data: source}}, "")
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(source), took)
		}
		problems = append(problems, c.Apply(system(element("aws_s3_bucket.a", "main.tf"), element("go:a/b.C", "c.go")))...)
		lines := strings.Count(string(source), "\n") + 1
		for _, p := range problems {
			if p.Message == "" || p.Location.File != "threat-context.yaml" || p.Location.Line > lines {
				t.Errorf("problem %+v", p)
			}
		}
		for _, d := range c.Data {
			if d.Name == "" {
				t.Error("data without a name")
			}
		}
	})
}
