package terraform

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

const plannedRoot = `
-- main.tf --
variable "x" { default = "v" }
locals { l = "a" }
resource "terraform_data" "a" {
  for_each = toset(["p", "q"])
  input    = { k = var.x, l = local.l, e = each.key }
}
resource "terraform_data" "b" { input = "${terraform_data.a["p"].id}-x" }
resource "terraform_data" "c" {
  for_each = terraform_data.a
  input    = terraform_data.a[each.key].id
}
module "m" {
  source   = "./m"
  for_each = toset(["one", "two"])
  in       = terraform_data.b.id
}
resource "terraform_data" "d" { input = module.m["one"].out }
-- m/main.tf --
variable "in" {}
resource "terraform_data" "inner" { input = [var.in, "z"] }
output "out" { value = terraform_data.inner.id }
`

// planOf makes a plan with the real Terraform.
func planOf(t *testing.T, archive string) (dir string) {
	t.Helper()
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	file := filepath.Join(t.TempDir(), "root.txtar")
	if err := os.WriteFile(file, []byte(archive), 0o644); err != nil {
		t.Fatal(err)
	}
	dir = unpack(t, file)
	terraform(t, dir, "init", "-backend=false", "-input=false")
	terraform(t, dir, "plan", "-input=false", "-out=plan.out")
	if err := os.WriteFile(filepath.Join(dir, "plan.json"), terraform(t, dir, "show", "-json", "plan.out"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestAPlanOfTerraform reads what the real Terraform writes, alone and with its
// sources: both must tell the references of the sources.
func TestAPlanOfTerraform(t *testing.T) {
	dir := planOf(t, plannedRoot)
	text, err := os.ReadFile(filepath.Join(dir, "plan.json"))
	if err != nil {
		t.Fatal(err)
	}
	want := referencesOf(t, Options{FS: os.DirFS(dir)})
	if len(want) != 8 {
		t.Fatalf("%d resources, want 8", len(want))
	}
	for name, o := range map[string]Options{
		"alone":        {FS: fstest.MapFS{"plan.json": {Data: text}}, Plan: "plan.json"},
		"with sources": {FS: os.DirFS(dir), Plan: "plan.json"},
	} {
		if diff := cmp.Diff(want, referencesOf(t, o)); diff != "" {
			t.Errorf("%s (-sources +plan):\n%s", name, diff)
		}
	}
}

func referencesOf(t *testing.T, o Options) map[string][]string {
	t.Helper()
	r, err := Load(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range r.Diagnostics {
		t.Error(d)
	}
	out := map[string][]string{}
	for _, res := range r.Roots[0].Resources {
		out[res.Address] = res.References(cty.GetAttrPath("input"))
	}
	return out
}

func loadPlanText(t *testing.T, files fstest.MapFS) *Result {
	t.Helper()
	r, err := Load(context.Background(), Options{FS: files, Plan: "plan.json"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAPlanOfANewerFormatIsReadWithAWarning(t *testing.T) {
	r := loadPlanText(t, fstest.MapFS{"plan.json": {Data: []byte(`{"format_version": "9.0", "new": [1],
 "resource_changes": [
  {"address": "a_b.c", "mode": "managed", "type": "a_b", "name": "c", "change": {"actions": ["create"], "after": {"x": 1, "secret": "hunter2"}, "after_unknown": {"id": true}, "after_sensitive": {"secret": true}}},
  {"address": "a_b.gone", "mode": "managed", "type": "a_b", "name": "gone", "change": {"actions": ["delete"], "after": null}}
 ],
 "configuration": {"root_module": {"resources": [{"address": "a_b.c", "mode": "managed", "type": "a_b", "name": "c", "expressions": {"x": {"constant_value": 1}, "secret": {"references": ["var.s"]}}}]}}}`)}})
	if len(r.Diagnostics) != 1 || r.Diagnostics.HasErrors() {
		t.Errorf("diagnostics = %v, want one warning", r.Diagnostics)
	}
	if n := len(r.Roots[0].Resources); n != 1 {
		t.Fatalf("%d resources, want the one that is not deleted", n)
	}
	c := r.Roots[0].Resources[0]
	if !c.Body.GetAttr("secret").HasMark(Sensitive) {
		t.Error("a sensitive value is not marked")
	}
	if c.Range.Filename != "plan.json" || c.Range.Start.Line != 3 {
		t.Errorf("at %v, want plan.json:3", c.Range)
	}
}

// A plan has what the sources lack: the resources of modules that are not there.
func TestAPlanFillsInAbsentModules(t *testing.T) {
	r := loadPlanText(t, fstest.MapFS{
		"main.tf": {Data: []byte("variable \"n\" {}\n\nmodule \"m\" {\n  source = \"a/b/c\"\n}\n\nresource \"a_b\" \"own\" {\n  n = var.n\n}\n")},
		"plan.json": {Data: []byte(`{"format_version": "1.2", "variables": {"n": {"value": "given"}}, "resource_changes": [
  {"address": "module.m.a_b.c", "module_address": "module.m", "mode": "managed", "type": "a_b", "name": "c", "change": {"actions": ["create"], "after": {"x": 1}}},
  {"address": "a_b.own", "mode": "managed", "type": "a_b", "name": "own", "change": {"actions": ["create"], "after": {"n": "given"}}}],
  "configuration": {"root_module": {"module_calls": {"m": {"source": "a/b/c", "module": {"resources": [{"mode": "managed", "type": "a_b", "name": "c", "expressions": {"x": {"constant_value": 1}}}]}}}}}}`)},
	})
	if len(r.Roots[0].Unresolved) != 0 {
		t.Errorf("unresolved = %v", r.Roots[0].Unresolved)
	}
	if at := resource(t, r, "module.m.a_b.c").Range; at.Filename != "main.tf" || at.Start.Line != 3 {
		t.Errorf("the module's resource is at %v, want the call", at)
	}
	if v := resource(t, r, "a_b.own").Body.GetAttr("n"); !v.IsKnown() || v.AsString() != "given" {
		t.Errorf("n = %#v, want the plan's variable", v)
	}
}

func FuzzPlan(f *testing.F) {
	f.Add(`{"format_version":"1.2","resource_changes":[{"address":"module.m[\"k\"].a_b.c[0]","module_address":"module.m[\"k\"]","mode":"managed","type":"a_b","name":"c","index":0,"change":{"actions":["create"],"after":{"x":[{"y":1}]},"after_unknown":{"x":[{"z":true}]},"after_sensitive":{"x":[{}]}}}],"configuration":{"root_module":{"module_calls":{"m":{"for_each_expression":{"references":["var.a"]},"module":{"resources":[{"mode":"managed","type":"a_b","name":"c","expressions":{"x":[{"y":{"references":["each.key","a_b.d"]}}]}}]}}}}}}`)
	f.Add(`{"format_version":"1.0","planned_values":{"root_module":{"child_modules":[{"address":"module.x","resources":[null]}]}},"configuration":{"root_module":{"module_calls":{"x":null},"outputs":{"o":null},"resources":[null]}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		for _, files := range []fstest.MapFS{
			{"plan.json": {Data: []byte(text)}},
			{"plan.json": {Data: []byte(text)}, "main.tf": {Data: []byte("variable \"a\" {}\nmodule \"m\" { source = \"x/y/z\" }\nresource \"a_b\" \"c\" { x = var.a }\n")}},
		} {
			r, err := Load(context.Background(), Options{FS: files, Plan: "plan.json"})
			if err != nil {
				continue
			}
			for _, res := range r.Roots[0].Resources {
				res.Origins(cty.GetAttrPath("x"))
				res.References(nil)
			}
			r.Roots[0].Knowledge()
		}
	})
}

func FuzzManifest(f *testing.F) {
	f.Add(`{"Modules":[{"Key":"m","Dir":"m"},{"Key":"m.n","Dir":"../../x"}]}`)
	f.Add(`{"Modules":[{"Key":"m","Dir":"."}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		files := fstest.MapFS{
			manifestFile: {Data: []byte(text)}, "main.tf": {Data: []byte("module \"m\" { source = \"a/b/c\" }\n")},
			"m/main.tf": {Data: []byte("module \"n\" { source = \"a/b/c\" }\nresource \"a_b\" \"c\" {}\n")},
		}
		if _, err := Load(context.Background(), Options{FS: files}); err != nil {
			t.Fatal(err)
		}
	})
}
