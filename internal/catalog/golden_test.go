package catalog_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestCatalogue evaluates each case of testdata/*.txtar: CASE/main.tf in,
// CASE/model.json out.
func TestCatalogue(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { golden(t, c, file) })
	}
}

func golden(t *testing.T, c *catalog.Catalog, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]byte{}
	var inputs []txtar.File
	for _, f := range archive.Files {
		if strings.HasSuffix(f.Name, "/model.json") {
			want[strings.TrimSuffix(f.Name, "/model.json")] = f.Data
		} else {
			inputs = append(inputs, f)
		}
	}
	archive.Files = nil
	for _, f := range inputs {
		name := strings.TrimSuffix(f.Name, "/main.tf")
		got := view(t, build(t, c, string(f.Data)))
		archive.Files = append(archive.Files, f, txtar.File{Name: name + "/model.json", Data: got})
		if diff := cmp.Diff(string(want[name]), string(got)); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// build loads one file of Terraform and applies the catalogue to it.
func build(t testing.TB, c *catalog.Catalog, src string) *model.System {
	t.Helper()
	return c.Build(load(t, c, src))
}

func load(t testing.TB, c *catalog.Catalog, src string) *terraform.Result {
	t.Helper()
	result, err := terraform.Load(context.Background(), terraform.Options{
		FS: fstest.MapFS{"main.tf": {Data: []byte(src)}}, Schema: c,
	})
	if err != nil {
		t.Fatal(err)
	}
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	return result
}

// view is what a person can judge of a system: values with the lines they rest
// on, without what is empty or the same everywhere.
func view(t *testing.T, sys *model.System) []byte {
	t.Helper()
	out := map[string]any{}
	for _, e := range sys.Elements {
		out[e.ID] = element(e)
	}
	for _, i := range sys.Identities {
		fields := map[string]any{"kind": i.Kind}
		put(fields, "groups", i.Groups)
		put(fields, "used_by", i.UsedBy)
		out[i.ID].(map[string]any)["identity"] = fields
	}
	for _, p := range sys.Policies {
		put(out, "policy "+p.ID, policyView(p))
	}
	for _, f := range sys.Flows {
		out["flow "+f.ID] = strings.TrimSpace(fmt.Sprintf("%s %s", firstOf(f.Protocol, f.Operation), lines(f.Evidence)))
	}
	for _, c := range sys.Controls {
		out["control "+c.ID] = strings.TrimSpace(fmt.Sprintf("%s on %s, %s %s", c.Kind, c.On, c.State, lines(c.Evidence)))
	}
	for _, e := range sys.EntryPoints {
		out["entry "+e.ID] = strings.Join(strings.Fields(fmt.Sprintf("%s on %s %s %s authn %s", e.Kind, e.Element, e.Method, e.Path, factView(e.Authn))), " ")
	}
	for _, z := range sys.Zones {
		out["zone "+z.ID] = z.Kind + " in " + z.Parent
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

func element(e *model.Element) map[string]any {
	out := map[string]any{"kind": e.Kind, "name": e.Name}
	put(out, "runs_as", e.RunsAs)
	put(out, "part_of", e.PartOf)
	put(out, "tags", e.Tags)
	facts := map[string]string{}
	for name, f := range e.Facts {
		facts[name] = factView(f)
	}
	put(out, "facts", facts)
	var rules []string
	for _, r := range e.Rules {
		rules = append(rules, ruleView(r))
	}
	put(out, "rules", rules)
	var env []string
	for _, v := range e.Environment {
		env = append(env, envView(v))
	}
	put(out, "environment", env)
	if n := e.Network; n != nil {
		net := map[string]any{"public_address": factView(n.PublicAddress)}
		put(net, "vpc", n.VPC)
		put(net, "subnets", n.Subnets)
		put(net, "groups", n.Groups)
		put(net, "targets", n.Targets)
		put(net, "ports", n.Ports)
		put(net, "partial", n.Partial)
		out["network"] = net
	}
	return out
}

// put adds a value that is not empty.
func put(m map[string]any, name string, v any) {
	if s := fmt.Sprint(v); s != "" && s != "[]" && s != "map[]" && s != "false" {
		m[name] = v
	}
}

func policyView(p *model.Policy) map[string]any {
	out := map[string]any{"on": p.Kind + " of " + p.Holder, "state": string(p.State) + lines(p.Evidence)}
	put(out, "managed", p.Managed)
	put(out, "name", p.Name)
	put(out, "document", p.Document)
	var at []string
	for _, l := range p.Statements {
		at = append(at, fmt.Sprint(l.Line))
	}
	put(out, "statements", strings.Join(at, " "))
	return out
}

func factView(f model.Fact) string {
	switch f.State {
	case model.Unknown:
		return strings.TrimSpace("unknown" + lines(f.Evidence) + " " + f.Reason)
	case model.Assumed:
		return fmt.Sprintf("assumed %v%s", f.Value, lines(f.Evidence))
	case "":
		return "none"
	}
	return fmt.Sprintf("%v%s", f.Value, lines(f.Evidence))
}

func ruleView(r model.NetworkRule) string {
	verb := "deny"
	if r.Allow {
		verb = "allow"
	}
	s := fmt.Sprintf("%s %s %s %d-%d %v", verb, r.Direction, r.Protocol, r.FromPort, r.ToPort, slices.Concat(r.CIDRs, r.Groups))
	if r.State != model.Known {
		s += " " + string(r.State)
	}
	return s + lines(r.Evidence)
}

func envView(v model.EnvVar) string {
	s := v.Name + " = " + factView(v.Value)
	if v.Sensitive {
		s += " sensitive"
	}
	if len(v.RefersTo) > 0 {
		s += " -> " + strings.Join(v.RefersTo, " ")
	}
	return s
}

// lines lists the lines of evidence, the one to change first.
func lines(list []model.Evidence) string {
	var out []string
	for _, e := range list {
		out = append(out, fmt.Sprint(e.Line))
	}
	if len(out) == 0 {
		return ""
	}
	return " @" + strings.Join(out, ",")
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

var block = regexp.MustCompile(`(?m)^(resource|data) "([a-z0-9_]+)"`)

var moduleSource = regexp.MustCompile(`(?m)^  source += "([^"]+)"`)

// TestEveryTypeHasACase fails for an entry that no case uses.
func TestEveryTypeHasACase(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range block.FindAllStringSubmatch(string(src), -1) {
			tested[m[1]+" "+m[2]] = true
		}
		for _, m := range moduleSource.FindAllStringSubmatch(string(src), -1) {
			tested["module "+m[1]] = true
		}
	}
	check := func(word string, types []string) {
		for _, typ := range types {
			if !anyMatch(word+" "+typ, tested) {
				t.Errorf("%s %s has no case in testdata", word, typ)
			}
		}
	}
	check("resource", c.Types())
	check("data", c.DataTypes())
	check("module", c.ModuleSources())
}

// anyMatch reports whether a type, or for a family one of its types, is tested.
func anyMatch(typ string, tested map[string]bool) bool {
	for have := range tested {
		if ok, err := path.Match(typ, have); err == nil && ok {
			return true
		}
	}
	return false
}
