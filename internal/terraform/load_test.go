package terraform

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
	"golang.org/x/tools/txtar"
)

func load(t *testing.T, archive string, change ...func(*Options)) *Result {
	t.Helper()
	fsys, err := txtar.FS(txtar.Parse([]byte(archive)))
	if err != nil {
		t.Fatal(err)
	}
	opts := Options{FS: fsys}
	for _, c := range change {
		c(&opts)
	}
	result, err := Load(context.Background(), opts)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func resource(t *testing.T, r *Result, address string) *Resource {
	t.Helper()
	for _, root := range r.Roots {
		for _, res := range root.Resources {
			if res.Address == address {
				return res
			}
		}
	}
	t.Fatalf("no resource %s", address)
	return nil
}

func TestRoots(t *testing.T) {
	r := load(t, `
-- live/prod/main.tf --
module "m" { source = "../../modules/m" }
-- live/dev/main.tf --
module "m" { source = "../../modules/m" }
-- modules/m/main.tf --
resource "x_y" "z" {}
-- modules/unused/main.tf --
variable "v" {}
-- modules/m/.terraform/old.tf --
resource "x_y" "ignored" {}
`)
	var dirs []string
	for _, root := range r.Roots {
		dirs = append(dirs, root.Dir)
	}
	if diff := cmp.Diff([]string{"live/dev", "live/prod", "modules/unused"}, dirs); diff != "" {
		t.Error(diff)
	}
}

func TestASyntaxErrorLosesItsFileOnly(t *testing.T) {
	r := load(t, `
-- bad.tf --
resource "a_b" "lost" {
  x =
}
-- good.tf --
resource "a_b" "kept" { x = 1 }
`)
	resource(t, r, "a_b.kept")
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Subject.Filename != "bad.tf" || r.Diagnostics[0].Subject.Start.Line != 2 {
		t.Errorf("diagnostics = %v", r.Diagnostics)
	}
}

func TestUnknownsKeepWhatIsKnown(t *testing.T) {
	r := load(t, `
-- main.tf --
variable "name" {}
locals {
  decided = var.name == "prod" ? "yes-${var.name}" : "no-${var.name}"
}
resource "a_b" "x" {
  template = "arn:${var.name}/*"
  encoded  = jsonencode({ Action = "s3:*", Resource = var.name })
  joined   = join(",", ["a", var.name])
  compared = var.name == "prod"
  length   = length(var.name)
  decided  = local.decided
  alone    = var.name
  merged   = jsonencode(merge({ a = 1 }, true ? {} : { b = var.name }))
  list     = ["a", var.name]
}
`)
	body := resource(t, r, "a_b.x").Body
	want := map[string]string{
		"template": "arn:" + Hole + "/*",
		"encoded":  `{"Action":"s3:*","Resource":"` + Hole + `"}`,
		"joined":   "a," + Hole,
	}
	for name, text := range want {
		got, complete, ok := Text(body.GetAttr(name))
		if got != text || complete || !ok {
			t.Errorf("%s = %q, complete %v, ok %v; want %q", name, got, complete, ok, text)
		}
	}
	for _, name := range []string{"compared", "length", "decided", "alone"} {
		if v := body.GetAttr(name); v.IsKnown() {
			t.Errorf("%s = %#v; want an unknown", name, v)
		}
	}
	if text, complete, ok := Text(body.GetAttr("merged")); text != `{"a":1}` || !complete || !ok {
		t.Errorf("merged = %q, %v, %v", text, complete, ok)
	}
}

// What is declared nowhere, as in a part of a configuration, is unknown; the
// text around it is not.
func TestTextsAroundWhatIsNotDeclared(t *testing.T) {
	r := load(t, `
-- main.tf --
resource "a_b" "x" {
  text  = "arn:${data.a_caller.me.id}:role/${a_c.y.name}"
  whole = a_c.y
  index = "n-${a_c.z[0].name}"
}
`)
	body := resource(t, r, "a_b.x").Body
	if got, complete, ok := Text(body.GetAttr("text")); got != "arn:"+Hole+":role/"+Hole || complete || !ok {
		t.Errorf("text = %q, complete %v, ok %v", got, complete, ok)
	}
	for _, name := range []string{"whole", "index"} {
		if v := body.GetAttr(name); v.IsWhollyKnown() {
			t.Errorf("%s = %#v; want an unknown", name, v)
		}
	}
}

// What cannot be known is no fault of the sources, whatever is done with it.
func TestUnknownsAreNoProblems(t *testing.T) {
	r := load(t, `
-- main.tf --
module "absent" { source = "a/b/c" }
variable "v" {}
locals {
  doc   = jsondecode(module.absent.text)
  names = toset(module.absent.names)
  each  = { for n in module.absent.names : n => "x-${n}" }
  all   = merge(var.v, { a = "b-${var.v}" })
  bool  = var.v && true
  first = element(var.v, 0)
}
module "m" {
  source = "./m"
  tags   = merge(var.v, { a = 1 })
  list   = concat(var.v, ["a"])
  object = { list = var.v, name = "n-${var.v}" }
}
resource "a_b" "c" { all = [local.doc, local.names, local.each, local.all, local.bool, local.first] }
-- m/main.tf --
variable "tags" { type = map(string) }
variable "list" { type = list(string) }
variable "object" { type = object({ list = list(string), name = string }) }
resource "a_b" "c" { name = var.object.name }
`)
	for _, d := range r.Diagnostics {
		t.Error(d)
	}
	if text, _, _ := Text(resource(t, r, "module.m.a_b.c").Body.GetAttr("name")); text != "n-"+Hole {
		t.Errorf("name = %q", text)
	}
}

func TestOutputsOfAModuleMayRestOnOneAnother(t *testing.T) {
	r := load(t, `
-- main.tf --
module "m" {
  source = "./m"
  name   = "a"
  path   = "${module.m.name}/x"
}
provider "grafana" { auth = data.a_secret.s.value }
provider "a" {}
data "a_secret" "s" { name = module.n.name }
module "n" {
  source = "./m"
  name   = "n"
  path   = ""
}
output "path" { value = module.m.path }
output "whole" { value = module.m }
-- m/main.tf --
variable "name" {}
variable "path" {}
output "name" { value = var.name }
output "path" { value = var.path }
`)
	for _, d := range r.Diagnostics {
		t.Error(d)
	}
	if v := r.Roots[0].Outputs["path"].Value; !v.IsKnown() || v.AsString() != "a/x" {
		t.Errorf("path = %#v", v)
	}
	if v := r.Roots[0].Outputs["whole"].Value; !v.IsWhollyKnown() || v.GetAttr("name").AsString() != "a" {
		t.Errorf("whole = %#v", v)
	}
}

func TestPlainTurnsHolesIntoUnknowns(t *testing.T) {
	v := Plain(cty.ObjectVal(map[string]cty.Value{"a": Partial("x" + Hole), "b": cty.StringVal("known")}))
	if v.GetAttr("a").IsKnown() || !v.GetAttr("b").IsKnown() {
		t.Errorf("got %#v", v)
	}
}

// notes lists an origin chain as file:line note.
func notes(origins []Origin) []string {
	var out []string
	for _, o := range origins {
		out = append(out, strings.TrimPrefix(o.Range.String(), "")+" "+o.Note)
	}
	return out
}

func TestOriginsLeadToTheLiteral(t *testing.T) {
	r := load(t, `
-- main.tf --
locals {
  buckets = {
    open   = { public = true }
    closed = { public = false }
  }
}
module "bucket" {
  source   = "./bucket"
  for_each = local.buckets
  public   = each.value.public
}
variable "db" {
  type = object({ backups = number, size = number })
}
resource "a_db" "x" {
  backups = var.db.backups
}
-- terraform.tfvars --
db = {
  size    = 1
  backups = 0
}
-- bucket/main.tf --
variable "public" {}
resource "a_bucket" "this" {
  access {
    open = var.public
  }
}
`)
	got := notes(resource(t, r, `module.bucket["open"].a_bucket.this`).Origins(cty.GetAttrPath("access").IndexInt(0).GetAttr("open")))
	want := []string{
		"bucket/main.tf:4,5-22 attribute", "main.tf:10,3-31 module argument", "main.tf:9,14-27 for_each",
		"main.tf:2,3-5,4 local", "main.tf:3,5-31 item", "main.tf:3,16-29 item",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got = notes(resource(t, r, "a_db.x").Origins(cty.GetAttrPath("backups")))
	if diff := cmp.Diff([]string{"main.tf:16,3-27 attribute", "terraform.tfvars:3,3-14 tfvars"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOriginsLookIntoEncodedTexts(t *testing.T) {
	r := load(t, `
-- main.tf --
resource "a_policy" "p" {
  policy = jsonencode({
    Statement = [
      { Action = "a:b" },
      merge({ Action = "c:d" }, { Effect = "Deny" }),
    ]
  })
}
`)
	got := notes(resource(t, r, "a_policy.p").Origins(cty.GetAttrPath("policy").GetAttr("Statement").IndexInt(1).GetAttr("Effect")))
	want := []string{"main.tf:2,3-7,5 attribute", "main.tf:3,5-6,6 item", "main.tf:5,7-53 item", "main.tf:5,35-50 item"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAroundFindsTheLineOfAName(t *testing.T) {
	r := load(t, `
-- main.tf --
variable "key" { default = "k" }
resource "a_task" "t" {
  containers = jsonencode([{
    environment = [
      { name = "MODE", value = "fast" },
      { name = "KEY", value = var.key },
    ]
    labels = { TEAM = "a" }
  }])
  script = <<-EOT
    #!/bin/sh
    export BUCKET=reports
    QUEUE=one
  EOT
}
`)
	task := resource(t, r, "a_task.t")
	tests := []struct {
		attribute, name string
		want            []string
	}{
		{"containers", "KEY", []string{"main.tf:6,17-20 item", "main.tf:1,28-31 variable default"}},
		{"containers", "MODE", []string{"main.tf:5,17-21 item"}},
		{"containers", "TEAM", []string{"main.tf:8,16-20 item"}},
		{"containers", "ABSENT", nil},
		{"script", "QUEUE", []string{"main.tf:13,1-1 item"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, notes(task.Around(cty.GetAttrPath(tt.attribute), tt.name))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestReferencesNameTheInstance(t *testing.T) {
	r := load(t, `
-- main.tf --
resource "a_subnet" "s" { count = 2 }
resource "a_role" "r" { for_each = toset(["x", "y"]) }
module "m" { source = "./m" }
locals { chosen = a_role.r["y"].arn }
resource "a_vm" "one" {
  subnet = a_subnet.s[1].id
  all    = a_subnet.s[*].id
  role   = local.chosen
  inner  = module.m.id
}
resource "a_vm" "each" {
  count  = 2
  subnet = a_subnet.s[count.index].id
}
-- m/main.tf --
resource "a_q" "q" {}
output "id" { value = a_q.q.id }
`)
	tests := []struct {
		address, attribute string
		want               []string
	}{
		{"a_vm.one", "subnet", []string{"a_subnet.s[1]"}},
		{"a_vm.one", "all", []string{"a_subnet.s[0]", "a_subnet.s[1]"}},
		{"a_vm.one", "role", []string{`a_role.r["y"]`}},
		{"a_vm.one", "inner", []string{"module.m.a_q.q"}},
		{"a_vm.each[0]", "subnet", []string{"a_subnet.s[0]"}},
		{"a_vm.each[1]", "subnet", []string{"a_subnet.s[1]"}},
	}
	for _, tt := range tests {
		t.Run(tt.address+" "+tt.attribute, func(t *testing.T) {
			got := resource(t, r, tt.address).References(cty.GetAttrPath(tt.attribute))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHostileSourcesEnd(t *testing.T) {
	tests := []struct{ name, archive, want string }{
		{"cycle", "-- main.tf --\nlocals {\n a = local.b\n b = local.a\n}\nresource \"x_y\" \"z\" { v = local.a }\n", "cycle"},
		{"count", "-- main.tf --\nresource \"x_y\" \"z\" { count = 1000000000 }\n", "too many instances"},
		{"itself", "-- main.tf --\nmodule \"m\" { source = \"./m\" }\n-- m/main.tf --\nmodule \"n\" { source = \"../m\" }\n", "calls itself"},
		{"deep", "-- main.tf --\nlocals { a = " + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + " }\n", "nested too deeply"},
		{"outside", "-- main.tf --\nmodule \"m\" { source = \"../../../etc\" }\nresource \"x_y\" \"z\" { v = file(\"../../etc/passwd\") }\n", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := load(t, tt.archive)
			if tt.want != "" && !slices.ContainsFunc(r.Diagnostics.Errs(), func(err error) bool { return strings.Contains(err.Error(), tt.want) }) {
				t.Errorf("diagnostics %v, want one that says %q", r.Diagnostics, tt.want)
			}
		})
	}
}

func TestEnvironmentAndVarFiles(t *testing.T) {
	archive := `
-- main.tf --
variable "a" { default = "default" }
variable "n" { type = list(number) }
resource "x_y" "z" {
  a = var.a
  n = var.n
}
-- prod.tfvars --
a = "file"
`
	r := load(t, archive, func(o *Options) { o.Env = map[string]string{"a": "env", "n": "[1, 2]"} })
	body := resource(t, r, "x_y.z").Body
	if body.GetAttr("a").AsString() != "env" || body.GetAttr("n").LengthInt() != 2 {
		t.Errorf("body = %#v", body)
	}
	r = load(t, archive, func(o *Options) {
		o.Env = map[string]string{"a": "env"}
		o.VarFiles = []string{"prod.tfvars"}
	})
	if a := resource(t, r, "x_y.z").Body.GetAttr("a").AsString(); a != "file" {
		t.Errorf("a = %q", a)
	}
}

func TestSensitiveIsNeverPrinted(t *testing.T) {
	r := load(t, `
-- main.tf --
variable "password" {
  default   = "hunter2"
  sensitive = true
}
output "url" { value = "postgres://${var.password}@host" }
`)
	text, err := OutputsJSON(r.Roots[0])
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "hunter2") {
		t.Errorf("printed: %s", text)
	}
}

func TestModulesThatAreAbsentAreSaid(t *testing.T) {
	r := load(t, `
-- main.tf --
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
resource "x_y" "z" { id = module.vpc.id }
`)
	if n := len(r.Roots[0].Unresolved); n != 1 {
		t.Fatalf("%d unresolved calls, want 1", n)
	}
	u := r.Roots[0].Unresolved[0]
	if u.Address != "module.vpc" || u.Version != "5.0.0" || !strings.Contains(u.Do, "terraform init") {
		t.Errorf("got %+v", u)
	}
	if v := resource(t, r, "x_y.z").Body.GetAttr("id"); v.IsKnown() {
		t.Errorf("id = %#v, want an unknown", v)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("resource \"a_b\" \"c\" {\n count = 2\n x = \"${count.index}\"\n dynamic \"y\" {\n for_each = [1]\n content { z = y.value }\n }\n}\n")
	f.Add("locals {\n a = [for x in range(3) : x if x > 1]\n}\noutput \"o\" { value = jsonencode(local.a) }\nvariable \"v\" { type = object({ a = optional(string, \"b\") }) }\n")
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{"main.tf": &fstest.MapFile{Data: []byte(text)}}
		result, err := Load(context.Background(), Options{FS: fsys})
		if err != nil {
			t.Fatal(err)
		}
		for _, root := range result.Roots {
			if _, err := OutputsJSON(root); err != nil {
				t.Error(err)
			}
			for _, r := range root.Resources {
				r.Origins(cty.GetAttrPath("x"))
				r.References(nil)
			}
		}
	})
}

func TestSomeRootsAlone(t *testing.T) {
	r := load(t, `
-- a/main.tf --
module "m" { source = "../m" }
-- m/main.tf --
resource "x_y" "z" {}
-- b/main.tf --
resource "x_y" "other" {}
`, func(o *Options) { o.Roots = []string{"a"} })
	if len(r.Roots) != 1 || r.Roots[0].Key != "a" || !r.Part || r.Single() {
		t.Errorf("got %d roots, part %v", len(r.Roots), r.Part)
	}
	if diff := cmp.Diff([]string{"a", "m"}, r.Roots[0].From); diff != "" {
		t.Error(diff)
	}
}
