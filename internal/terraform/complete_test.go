package terraform

import "testing"

// What a provider may compute is not absent: try must not decide by it, however
// the resource or its nested block gets there.
func TestWhatAProviderMayComputeIsNotAbsent(t *testing.T) {
	root := load(t, `
-- main.tf --
resource "x_cluster" "c" {
  tags = { a = "1" }
  network { family = "ipv4" }
}
resource "x_node" "n" {
  for_each = toset(["a"])
  disk { size = 1 }
}
locals {
  network = try(x_cluster.c.network[0], {})
  cluster = x_cluster.c
}
module "m" {
  source = "./m"
  node   = x_node.n["a"]
  nodes  = x_node.n
}
output "block" { value = try(local.network.cidr, "none") }
output "direct" { value = try(x_cluster.c.network[0].cidr, "none") }
output "whole" { value = can(local.cluster.endpoint) ? try(local.cluster.endpoint, "none") : "cannot" }
output "module" { value = module.m.address }
output "modules" { value = module.m.addresses }
output "disk" { value = module.m.disk }
output "set" { value = try(local.network.family, "none") }
output "map" { value = try(x_cluster.c.tags.b, "none") }
-- m/main.tf --
variable "node" {}
variable "nodes" {}
output "address" { value = try(var.node.address, "none") }
output "addresses" { value = [for n in var.nodes : try(n.address, "none")] }
output "disk" { value = lookup(var.node.disk[0], "id", "none") }
`).Roots[0]
	for name, want := range map[string]string{
		"block": "unknown", "direct": "unknown", "whole": "unknown", "module": "unknown", "modules": "unknown", "disk": "unknown",
		"set": "ipv4", "map": "none",
	} {
		got := "unknown"
		if v, _ := root.Outputs[name].Value.Unmark(); v.IsWhollyKnown() {
			got = v.AsString()
		}
		if got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
