package terraform

import (
	"context"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"
)

func keysOf(r *Result) []string {
	var out []string
	for _, root := range r.Roots {
		out = append(out, root.Key)
	}
	return out
}

func TestWhatMakesARoot(t *testing.T) {
	r := load(t, `
-- live/main.tf --
module "a" { source = "../lib/backend" }
module "b" { source = "../lib/provider" }
module "c" { source = "../lib/older" }
module "d" { source = "../lib/alias" }
module "e" { source = "../lib/tfvars" }
module "f" { source = "..//lib/plain" }
-- lib/backend/main.tf --
terraform { 
  backend "s3" {}
}
-- lib/provider/main.tf --
provider "aws" { region = "eu-west-1" }
-- lib/older/main.tf --
variable "region" {}
provider "aws" { region = var.region }
-- lib/alias/main.tf --
provider "aws" { alias = "other" }
-- lib/tfvars/main.tf --
variable "x" {}
-- lib/tfvars/terraform.tfvars --
x = 1
-- lib/plain/main.tf --
resource "a_b" "c" {}
`)
	if diff := cmp.Diff([]string{"lib/backend", "lib/provider", "lib/tfvars", "live"}, keysOf(r)); diff != "" {
		t.Error(diff)
	}
}

func TestManifestsNameTheModulesThatInitFetched(t *testing.T) {
	r := load(t, `
-- infra/main.tf --
module "net" {
  source  = "acme/network/aws"
  version = "1.2.3"
  open    = true
}
-- infra/.terraform/modules/modules.json --
{"Modules": [
  {"Key": "", "Source": "", "Dir": "."},
  {"Key": "net", "Source": "registry.terraform.io/acme/network/aws", "Version": "1.2.3", "Dir": ".terraform\\modules\\net\\aws"},
  {"Key": "net.rules", "Source": "git::https://example.com/rules.git", "Dir": ".terraform/modules/net.rules"},
  {"Key": "net.evil", "Source": "x", "Dir": "../../../etc"}
]}
-- infra/.terraform/modules/net/aws/main.tf --
variable "open" {}
module "rules" {
  source = "git::https://example.com/rules.git"
  open   = var.open
}
module "local" { source = "./sub" }
module "evil" { source = "x" }
-- infra/.terraform/modules/net/aws/sub/main.tf --
resource "a_sub" "s" {}
-- infra/.terraform/modules/net.rules/main.tf --
variable "open" {}
resource "a_rule" "r" { open = var.open }
`)
	if diff := cmp.Diff([]string{"infra"}, keysOf(r)); diff != "" {
		t.Error(diff)
	}
	rule := resource(t, r, "module.net.module.rules.a_rule.r")
	want := []string{
		"infra/.terraform/modules/net.rules/main.tf:2,25-40 attribute",
		"infra/.terraform/modules/net/aws/main.tf:4,3-20 module argument",
		"infra/main.tf:4,3-17 module argument",
	}
	if diff := cmp.Diff(want, notes(rule.Origins(cty.GetAttrPath("open")))); diff != "" {
		t.Error(diff)
	}
	resource(t, r, "module.net.module.local.a_sub.s")
	if got := r.Roots[0].Unresolved; len(got) != 1 || got[0].Address != "module.net.module.evil" {
		t.Errorf("unresolved = %+v", got)
	}
}

func TestABrokenManifestIsSaid(t *testing.T) {
	r := load(t, "-- main.tf --\nmodule \"m\" { source = \"a/b/c\" }\n-- .terraform/modules/modules.json --\n{\"Modules\": [\n")
	if len(r.Diagnostics) != 1 || r.Diagnostics[0].Subject.Filename != ".terraform/modules/modules.json" {
		t.Errorf("diagnostics = %v", r.Diagnostics)
	}
}

// counting counts how often each file is opened.
type counting struct {
	fs.FS
	mu    sync.Mutex
	opens map[string]int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.mu.Lock()
	c.opens[name]++
	c.mu.Unlock()
	return c.FS.Open(name)
}

func (c *counting) ReadFile(name string) ([]byte, error) {
	c.mu.Lock()
	c.opens["read "+name]++
	c.mu.Unlock()
	return fs.ReadFile(c.FS, name)
}

func TestAModuleOfFortyRootsIsParsedOnce(t *testing.T) {
	files := fstest.MapFS{"modules/m/main.tf": {Data: []byte("variable \"n\" {}\nresource \"a_b\" \"c\" { n = var.n }\n")}}
	for i := range 40 {
		files[fmt.Sprintf("live/r%02d/main.tf", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "module \"one\" {\n source = \"../../modules/m\"\n n = %d\n}\nmodule \"two\" {\n source = \"../../modules/m\"\n n = 0\n}\n", i)}
	}
	fsys := &counting{FS: files, opens: map[string]int{}}
	r, err := Load(context.Background(), Options{FS: fsys})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Roots) != 40 {
		t.Fatalf("%d roots, want 40", len(r.Roots))
	}
	if n := fsys.opens["read modules/m/main.tf"]; n != 1 {
		t.Errorf("the shared module was read %d times, want once", n)
	}
	for i, root := range r.Roots {
		for _, res := range root.Resources {
			if n, _ := res.Body.GetAttr("n").AsBigFloat().Int64(); res.Module == "module.one" && int(n) != i {
				t.Errorf("%s: n = %d, want %d", root.Dir, n, i)
			}
		}
	}
}

func TestEachEnvironmentIsEvaluated(t *testing.T) {
	r := load(t, `
-- app/main.tf --
variable "open" { type = bool }
variable "region" { default = "none" }
resource "a_b" "c" {
  open   = var.open
  region = var.region
}
-- app/env/prod.tfvars --
open = false
-- app/env/dev/main.tfvars --
open = true
-- app/env/dev/more.tfvars --
region = "dev"
-- app/common.tfvars --
region = "all"
-- app/unrelated.tfvars --
other = 1
-- settled/main.tf --
variable "open" { default = false }
-- settled/prod.tfvars --
open = true
`)
	if diff := cmp.Diff([]string{"app@dev", "app@prod", "settled"}, keysOf(r)); diff != "" {
		t.Fatal(diff)
	}
	var got []string
	for _, root := range r.Roots[:2] {
		res := root.Resources[0]
		got = append(got, fmt.Sprintf("%s %v %s %s", root.Environment, res.Body.GetAttr("open").True(), res.Body.GetAttr("region").AsString(),
			notes(res.Origins(cty.GetAttrPath("open")))[1]))
	}
	want := []string{"dev true dev app/env/dev/main.tfvars:1,1-12 tfvars", "prod false all app/env/prod.tfvars:1,1-13 tfvars"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestVarFilesReplaceTheAutomaticEnvironments(t *testing.T) {
	r := load(t, "-- main.tf --\nvariable \"a\" {}\n-- prod.tfvars --\na = 1\n-- dev.tfvars --\na = 2\n", func(o *Options) { o.VarFiles = []string{"dev.tfvars"} })
	if diff := cmp.Diff([]string{"."}, keysOf(r)); diff != "" {
		t.Error(diff)
	}
	r = load(t, "-- main.tf --\nvariable \"a\" {}\n-- prod.tfvars --\na = 1\n-- dev.tfvars --\na = 2\n")
	if diff := cmp.Diff([]string{"@dev", "@prod"}, keysOf(r)); diff != "" {
		t.Error(diff)
	}
}

const twoStates = `
-- net/main.tf --
terraform {
  backend "s3" {
    bucket = "states"
    key    = "net"
  }
}
resource "a_subnet" "private" {
  name = local.name
}
locals { name = "private" }
output "subnet" { value = a_subnet.private.name }
output "secret" {
  value     = "hunter2"
  sensitive = true
}
-- app/main.tf --
terraform {
  backend "s3" {
    bucket = "states"
    key    = "app"
  }
}
data "terraform_remote_state" "net" {
  backend = "s3"
  config  = { bucket = "states", key = "net", region = "eu-west-1" }
}
data "terraform_remote_state" "elsewhere" {
  backend = "s3"
  config  = { bucket = "states", key = "dns" }
}
resource "a_vm" "v" {
  subnet = data.terraform_remote_state.net.outputs.subnet
  secret = data.terraform_remote_state.net.outputs.secret
  zone   = data.terraform_remote_state.elsewhere.outputs.zone
}
output "v" { value = a_vm.v.subnet }
`

func TestRemoteStateOfAnotherRoot(t *testing.T) {
	r := load(t, twoStates)
	vm := resource(t, r, "a_vm.v")
	if v := vm.Body.GetAttr("subnet"); !v.IsKnown() || v.AsString() != "private" {
		t.Errorf("subnet = %#v", v)
	}
	if v := vm.Body.GetAttr("secret"); !v.HasMark(Sensitive) {
		t.Errorf("secret = %#v, want it marked", v)
	}
	if v := vm.Body.GetAttr("zone"); v.IsKnown() {
		t.Errorf("zone = %#v, want an unknown", v)
	}
	if diff := cmp.Diff([]string{"net//a_subnet.private"}, vm.References(cty.GetAttrPath("subnet"))); diff != "" {
		t.Error(diff)
	}
	want := []string{"app/main.tf:16,3-58 attribute", "net/main.tf:11,19-48 output"}
	if diff := cmp.Diff(want, notes(vm.Origins(cty.GetAttrPath("subnet")))[:2]); diff != "" {
		t.Error(diff)
	}
}

func TestRemoteStatesThatReadOneAnother(t *testing.T) {
	r := load(t, twoStates+`
-- net/back.tf --
data "terraform_remote_state" "app" {
  backend = "s3"
  config  = { bucket = "states", key = "app" }
}
resource "a_note" "n" { about = data.terraform_remote_state.app.outputs.v }
`)
	if v := resource(t, r, "a_note.n").Body.GetAttr("about"); v.IsKnown() && v.AsString() != "private" {
		t.Errorf("about = %#v", v)
	}
	if v := resource(t, r, "a_vm.v").Body.GetAttr("subnet"); !v.IsKnown() || v.AsString() != "private" {
		t.Errorf("subnet = %#v", v)
	}
	if len(r.Diagnostics) > 0 {
		t.Errorf("diagnostics = %v", r.Diagnostics)
	}
}

func TestWhereAStateLies(t *testing.T) {
	tests := []struct{ name, backend, config string }{
		{"gcs", `backend "gcs" { bucket = "b" }`, `backend = "gcs", config = { bucket = "b" }`},
		{"azurerm", "backend \"azurerm\" {\n storage_account_name = \"s\"\n container_name = \"c\"\n key = \"k\"\n}", `backend = "azurerm", config = { storage_account_name = "s", container_name = "c", key = "k" }`},
		{"local", "", `backend = "local", config = { path = "../net/terraform.tfstate" }`},
		{"local path", `backend "local" { path = "x/y.tfstate" }`, `backend = "local", config = { path = "../net/x/y.tfstate" }`},
		{"cloud", "cloud {\n organization = \"o\"\n workspaces { name = \"w\" }\n}", `backend = "remote", config = { organization = "o", workspaces = { name = "w" } }`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := strings.ReplaceAll(tt.config, ", config", "\n config")
			r := load(t, "-- net/main.tf --\nterraform {\n"+tt.backend+"\n}\noutput \"o\" { value = 7 }\n-- app/main.tf --\ndata \"terraform_remote_state\" \"n\" {\n "+data+"\n}\nresource \"a_b\" \"c\" { o = data.terraform_remote_state.n.outputs.o }\n")
			if v := resource(t, r, "a_b.c").Body.GetAttr("o"); !v.IsKnown() {
				t.Errorf("o = %#v, want 7", v)
			}
		})
	}
}
