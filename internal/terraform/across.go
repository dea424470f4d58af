package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Across splits an address that References or Origins gave for another root
// (net//aws_subnet.a) into that root's key and the address in it. An address of
// the same root has no key.
func Across(address string) (root, rest string) {
	before, after, found := strings.Cut(address, "//")
	if !found || strings.Contains(before, "[") {
		return "", address
	}
	return before, after
}

// seen is an address as it is seen from the root that was asked.
func (t *tracer) seen(in *instance, address string) string {
	if t.home == nil || in.eval == t.home {
		return address
	}
	return in.eval.key + "//" + address
}

// remoteState follows a reference to an output that a terraform_remote_state
// reads, into the root that has it.
func (t *tracer) remoteState(in *instance, typ string, tr hcl.Traversal, rest []cty.Value) bool {
	if typ != "terraform_remote_state" {
		return false
	}
	set := in.resourceSet("data." + typ + "." + step(tr, 2))
	steps := append(stepsOf(tr, min(3, len(tr))), rest...)
	if set == nil || len(set.instances) == 0 || len(steps) == 0 {
		return false
	}
	r := set.instances[0]
	if steps[0].Type() == cty.Number || set.repeat == byKey {
		i := set.position(steps[0])
		if i < 0 {
			return false
		}
		r, steps = set.instances[i], steps[1:]
	}
	if r.origins.remote == 0 || len(steps) < 2 || !isText(steps[0], "outputs") || steps[1].Type() != cty.String {
		return false
	}
	other := in.eval.estate.roots[r.origins.remote-1]
	if other == nil {
		return false
	}
	a, ok := other.outputs[steps[1].AsString()]
	if !ok {
		return false
	}
	name := "output." + steps[1].AsString()
	t.add(Origin{Range: a.Range, Note: "output", Address: t.seen(other, name)})
	t.follow(source{expr: a.Expr, scope: other.scope.at(name), path: steps[2:]})
	return true
}

func isText(v cty.Value, text string) bool {
	return v.Type() == cty.String && v.IsKnown() && !v.IsNull() && v.AsString() == text
}

// position finds the instance that a key means, or -1.
func (set *resourceSet) position(key cty.Value) int {
	for i, r := range set.instances {
		if set.means(hcl.TraverseIndex{Key: key}, i, r, nil) {
			return i
		}
	}
	return -1
}
