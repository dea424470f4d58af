package terraform

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

// outputs knows one output of one module, made of an argument.
type outputs struct{ knowsNothing }

func (outputs) Computed(r Instance, config cty.Value) map[string]cty.Value {
	if r.Type != "acme/bucket/x" || !config.Type().HasAttribute("name") {
		return nil
	}
	return map[string]cty.Value{"arn": cty.StringVal("arn:" + config.GetAttr("name").AsString())}
}

func (outputs) Computes(source string, names []string) bool {
	return source == "acme/bucket/x" && slices.Contains(names, "arn")
}

type knowsNothing struct{}

func (knowsNothing) Computed(Instance, cty.Value) map[string]cty.Value     { return nil }
func (knowsNothing) Computes(string, []string) bool                        { return false }
func (knowsNothing) Read(Instance, cty.Value) (map[string]cty.Value, bool) { return nil, false }
func (knowsNothing) HoldsMap(typ, argument string) bool                    { return false }
func opaque(t *testing.T, r *Result, address string) *Resource {
	t.Helper()
	for _, root := range r.Roots {
		for _, m := range root.Opaque {
			if m.Address == address {
				return m
			}
		}
	}
	t.Fatalf("no module %s", address)
	return nil
}

func TestModulesThatCannotBeRead(t *testing.T) {
	r := load(t, `
-- main.tf --
variable "names" { default = ["a", "b"] }
variable "image" {}
module "bucket" {
  source   = "acme/bucket/x"
  version  = "1.0"
  for_each = toset(var.names)
  name     = "shop-${each.key}"
}
module "web" {
  source = "git::https://example.com/web.git"
  image  = "registry/${var.image}"
  env    = { BUCKET = module.bucket["a"].arn, TOPIC = x_topic.t.id }
}
module "other" {
  source = "git::https://example.com/other.git"
  url    = module.web.url
  count  = 0
}
resource "x_topic" "t" {}
resource "x_rule" "r" {
  arn  = module.bucket["b"].arn
  url  = module.web.url
  text = "https://${module.web.host}/x"
}
`, func(o *Options) { o.Schema = outputs{} })
	if n := len(r.Roots[0].Opaque); n != 3 {
		t.Fatalf("%d uses, want two buckets and a web", n)
	}
	if got := opaque(t, r, `module.bucket["a"]`).Config.GetAttr("name").AsString(); got != "shop-a" {
		t.Errorf("name = %q", got)
	}
	web := opaque(t, r, "module.web")
	if text, complete, _ := Text(web.Config.GetAttr("image")); text != "registry/"+Hole || complete {
		t.Errorf("image = %q", text)
	}
	if web.Config.Type().HasAttribute("source") {
		t.Error("the source is no argument")
	}
	env := web.Config.GetAttr("env")
	if got := env.GetAttr("BUCKET").AsString(); got != "arn:shop-a" {
		t.Errorf("BUCKET = %q", got)
	}
	if diff := cmp.Diff([]string{`module.bucket["a"]`, "x_topic.t"}, web.References(cty.GetAttrPath("env"))); diff != "" {
		t.Error(diff)
	}
	rule := resource(t, r, "x_rule.r")
	if got := rule.Config.GetAttr("arn").AsString(); got != "arn:shop-b" {
		t.Errorf("arn = %q", got)
	}
	if rule.Config.GetAttr("url").IsKnown() {
		t.Error("nobody knows what the module's url is")
	}
	if text, _, _ := Text(rule.Config.GetAttr("text")); text != "https://"+Hole+"/x" {
		t.Errorf("text = %q", text)
	}
	if diff := cmp.Diff([]string{"module.web"}, rule.References(cty.GetAttrPath("url"))); diff != "" {
		t.Error(diff)
	}
}

// Two modules may be handed each other's outputs: Terraform orders outputs, not
// modules.
func TestModulesThatRestOnEachOther(t *testing.T) {
	r := load(t, `
-- main.tf --
module "a" {
  source = "acme/bucket/x"
  name   = "one"
  peer   = module.b.arn
}
module "b" {
  source = "acme/bucket/x"
  name   = "two"
  peer   = module.a.arn
}
`, func(o *Options) { o.Schema = outputs{} })
	if len(r.Diagnostics) > 0 {
		t.Errorf("said of sources that are right: %v", r.Diagnostics)
	}
	if got := opaque(t, r, "module.a").Config.GetAttr("name").AsString(); got != "one" {
		t.Errorf("name = %q", got)
	}
}

// What a sample turns off is looked at, and counts for nothing that is evaluated.
func TestSamples(t *testing.T) {
	module := `
variable "on" { default = false }
resource "x_job" "j" { count = var.on ? 1 : 0 }
resource "x_never" "n" { count = 0 }
resource "x_timer" "t" {
  count = var.on ? 1 : 0
  job   = x_job.j[0].id
}
output "jobs" { value = length(x_job.j) }
module "inner" {
  source = "example.com/inner"
  count  = var.on ? 1 : 0
}
`
	call := "module \"m\" { source = \"../m\" }\noutput \"jobs\" { value = module.m.jobs }\n"
	tests := []struct {
		name, dir, file string
		shown           bool
	}{
		{"a folder of examples", "examples", "main.tf", true},
		{"files that are called so", "infra", "example_main.tf", true},
		{"a system that runs", "live", "main.tf", false},
		{"an environment for tests runs too", "test", "main.tf", false},
	}
	for _, tt := range tests {
		r := load(t, "-- m/main.tf --"+module+"-- "+tt.dir+"/"+tt.file+" --\n"+call)
		root := r.Roots[0]
		var got []string
		for _, res := range slices.Concat(root.Resources, root.Opaque) {
			got = append(got, res.Address)
		}
		var want []string
		if tt.shown {
			want = []string{"module.m.x_job.j[0]", "module.m.x_timer.t[0]", "module.m.module.inner[0]"}
			timer := resource(t, r, "module.m.x_timer.t[0]")
			if diff := cmp.Diff([]string{"module.m.x_job.j[0]"}, timer.References(cty.GetAttrPath("job"))); diff != "" {
				t.Errorf("%s: %s", tt.name, diff)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
		if n, _ := root.Outputs["jobs"].Value.AsBigFloat().Int64(); n != 0 {
			t.Errorf("%s: %d jobs, Terraform makes none", tt.name, n)
		}
	}
}
