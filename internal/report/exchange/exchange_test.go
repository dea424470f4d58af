package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// formats are the writers with the schema that each is held to.
var formats = []struct {
	name, schema string
	write        func(io.Writer, *finding.Report) error
}{
	{"otm", "otm-0.2.0.schema.json", OTM},
	{"threat-dragon", "threat-dragon-v2.schema.json", ThreatDragon},
	{"threagile", "threagile.schema.json", Threagile},
}

func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/schema/" + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	// Threagile's names a dialect by an address that does not exist.
	whole := doc.(map[string]any)
	whole["$schema"] = "http://json-schema.org/draft-07/schema#"
	delete(whole, "$id")
	delete(whole, "id")
	c := jsonschema.NewCompiler()
	if err := c.AddResource("file:///schema.json", whole); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("file:///schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// parsed reads JSON or YAML, as YAML has JSON in it.
func parsed(t *testing.T, text []byte) any {
	t.Helper()
	var doc any
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	again, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	doc, err = jsonschema.UnmarshalJSON(bytes.NewReader(again))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func written(t *testing.T, write func(io.Writer, *finding.Report) error, r *finding.Report) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What is written is what the other tool's schema asks for, whatever the sources
// call their parts, and of an empty system too.
func TestSchemas(t *testing.T) {
	for _, f := range formats {
		t.Run(f.name, func(t *testing.T) {
			schema := schemaOf(t, f.schema)
			for name, r := range map[string]*finding.Report{"shop": reporttest.Shop(), "hostile": hostile(), "empty": {System: model.New()}} {
				if err := schema.Validate(parsed(t, written(t, f.write, r))); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			if schema.Validate(map[string]any{}) == nil {
				t.Error("the schema lets everything pass")
			}
		})
	}
}

func hostile() *finding.Report {
	r := reporttest.Shop()
	const s = "\"}: [x]\n- &a *a !!str \x1b[2J \u202e <b> 顧客"
	for _, e := range r.System.Elements {
		e.Name, e.Kind = s, s
	}
	for _, z := range r.System.Zones {
		z.Name, z.Kind = s, s
	}
	for _, d := range r.System.DataAssets {
		d.Name, d.Because, d.Owner, d.Confidentiality = s, s, s, 99
	}
	for _, f := range r.System.Flows {
		f.Protocol, f.Operation = s, s
	}
	for _, f := range r.Findings {
		f.Title, f.Sentence, f.Fix = s, s, s
		threat := *f.Threat
		threat.Stride, threat.Scenario = s, s
		f.Threat = &threat
	}
	return r
}

func TestSameBytes(t *testing.T) {
	for _, f := range formats {
		if !bytes.Equal(written(t, f.write, reporttest.Shop()), written(t, f.write, reporttest.Shop())) {
			t.Errorf("%s: two runs differ", f.name)
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestErrorsAreReported(t *testing.T) {
	for _, f := range formats {
		if err := f.write(brokenPipe{}, reporttest.Shop()); err == nil {
			t.Errorf("%s: a write that fails is not reported", f.name)
		}
	}
}

// References inside of an Open Threat Model lead somewhere.
func TestOTMReferences(t *testing.T) {
	var doc otm
	if err := json.Unmarshal(written(t, OTM, reporttest.Shop()), &doc); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, z := range doc.TrustZones {
		known[z.ID] = true
	}
	for _, c := range doc.Components {
		known[c.ID] = true
	}
	for _, x := range doc.Threats {
		known[x.ID] = true
	}
	for _, x := range doc.Mitigations {
		known[x.ID] = true
	}
	applied := 0
	for _, c := range doc.Components {
		if parent := c.Parent.TrustZone + c.Parent.Component; !known[parent] {
			t.Errorf("%s lies in %q, which is not there", c.ID, parent)
		}
		for _, x := range c.Threats {
			applied++
			if !known[x.Threat] || !known[x.Mitigations[0].Mitigation] {
				t.Errorf("%s: no threat %s", c.ID, x.Threat)
			}
		}
	}
	for _, f := range doc.Dataflows {
		if !known[f.Source] || !known[f.Destination] {
			t.Errorf("flow %s from %s to %s", f.ID, f.Source, f.Destination)
		}
	}
	if applied < 5 || len(doc.Dataflows) != 3 || len(doc.Assets) != 1 || doc.Assets[0].Risk.Confidentiality != 100 {
		t.Errorf("%d threats applied, %d flows, assets %v", applied, len(doc.Dataflows), doc.Assets)
	}
}

// Each box, flow and threat of a Threat Dragon diagram has an id of its own, and
// flows join boxes.
func TestDragonReferences(t *testing.T) {
	var doc dragon
	if err := json.Unmarshal(written(t, ThreatDragon, reporttest.Shop()), &doc); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	threats, accepted := 0, 0
	for _, c := range doc.Detail.Diagrams[0].Cells {
		if ids[c.ID] {
			t.Errorf("%s occurs twice", c.ID)
		}
		ids[c.ID] = true
		for _, x := range c.Data.Threats {
			threats++
			if x.Status == "Accepted" {
				accepted++
			}
			if x.Number < 1 || x.Number > doc.Detail.ThreatTop {
				t.Errorf("threat %d of %d", x.Number, doc.Detail.ThreatTop)
			}
		}
	}
	for _, c := range doc.Detail.Diagrams[0].Cells {
		if c.Shape == "flow" && (!ids[c.Source.Cell] || !ids[c.Target.Cell]) {
			t.Errorf("flow %s joins nothing", c.Data.Name)
		}
	}
	if threats < 6 || accepted != 1 {
		t.Errorf("%d threats, %d accepted", threats, accepted)
	}
}

// Threagile asks for more than its schema says: ids of letters, digits and
// hyphens, each once, and references that lead somewhere.
func TestThreagileReferences(t *testing.T) {
	var doc threagile
	if err := yaml.Unmarshal(written(t, Threagile, reporttest.Shop()), &doc); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	add := func(id string) {
		if ids[id] || !regexp.MustCompile(`^[a-zA-Z0-9\-]+$`).MatchString(id) {
			t.Errorf("id %q is twice there or no id", id)
		}
		ids[id] = true
	}
	for _, d := range doc.Data {
		add(d.ID)
	}
	for _, a := range doc.Assets {
		add(a.ID)
	}
	for _, b := range doc.Boundaries {
		add(b.ID)
	}
	check := func(list ...string) {
		for _, id := range list {
			if !ids[id] {
				t.Errorf("nothing has the id %q", id)
			}
		}
	}
	links, risks := 0, 0
	for _, a := range doc.Assets {
		check(append(a.Processed, a.Stored...)...)
		for _, l := range a.Links {
			links++
			check(l.Target)
			check(l.Sent...)
		}
	}
	for _, b := range doc.Boundaries {
		check(append(b.Inside, b.Nested...)...)
	}
	for _, c := range doc.Categories {
		add(c.ID)
		for _, r := range c.Risks {
			risks++
			check(r.Breached...)
		}
	}
	if links != 3 || risks != 7 {
		t.Errorf("%d links and %d risks", links, risks)
	}
}

func TestUniqueIDs(t *testing.T) {
	u := newUnique()
	got := strings.Join([]string{u.id("a", "x.y"), u.id("a", "x-y"), u.id("a", "x.y"), u.id("a", "顧客"), u.id("a", "")}, " ")
	if want := "a-x-y a-x-y-2 a-x-y a-x a-x-2"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Each word for a kind of part is one that Threagile knows, which its schema
// checks only where a system has such a part.
func TestEveryKindHasAWordThatThreagileKnows(t *testing.T) {
	schema := schemaOf(t, "threagile.schema.json")
	sys := model.New()
	for _, k := range allWords().Kinds {
		sys.Elements = append(sys.Elements, &model.Element{ID: "x." + strings.ReplaceAll(k.Name, ".", "_"), Kind: k.Name, Zone: "z"})
	}
	for _, z := range allWords().Zones {
		sys.Zones = append(sys.Zones, &model.Zone{ID: "zone." + z.Name, Kind: z.Name})
	}
	for _, p := range allWords().Protocols {
		for _, encryption := range []string{"tls", "none"} {
			sys.Flows = append(sys.Flows, &model.Flow{ID: p.Name + encryption, From: sys.Elements[0].ID, To: sys.Elements[1].ID, Protocol: p.Name, Encryption: model.Fact{Value: encryption, State: model.Known}})
		}
	}
	text := written(t, Threagile, &finding.Report{System: sys})
	if err := schema.Validate(parsed(t, text)); err != nil {
		t.Error(err)
	}
	if n := bytes.Count(text, []byte("used_as_client_by_human")); n != len(sys.Elements) {
		t.Errorf("%d of %d kinds are written", n, len(sys.Elements))
	}
}
