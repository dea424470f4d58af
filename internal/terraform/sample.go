package terraform

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// sampleNames are what people call directories and files that show or try how a
// module is used. Test and demo are not among them: systems that run are called so.
var sampleNames = []string{"example", "examples", "fixtures", "sample", "samples", "tests"}

// sample reports whether a root only shows how its modules are used: whoever uses
// them for real may turn on what it leaves off.
func (m *module) sample() bool {
	for part := range strings.SplitSeq(m.dir, "/") {
		if slices.Contains(sampleNames, strings.ToLower(part)) {
			return true
		}
	}
	return len(m.names) > 0 && !slices.ContainsFunc(m.names, func(name string) bool {
		first, _, _ := strings.Cut(path.Base(name), ".")
		first, _, _ = strings.Cut(first, "_")
		return !slices.Contains(sampleNames, strings.ToLower(first))
	})
}

// spare is the instance of a block in a module that a sample turns off by what it
// hands to the module, or leaves at its default. It counts for nothing that is
// evaluated, and is looked at all the same.
func (in *instance) spare(attrs hcl.Attributes, s *scope, repeat repetition, times []turn) []turn {
	a := attrs["count"]
	if in.parent == nil || repeat != byCount || len(times) > 0 || a == nil || !in.eval.sample {
		return nil
	}
	depends := slices.ContainsFunc(in.eval.modules.mentions.of(a.Expr).variables, func(t hcl.Traversal) bool {
		return t.RootName() == "var" || t.RootName() == "local"
	})
	if !depends || in.eval.total >= maxTotal {
		return nil
	}
	in.eval.total++
	index := cty.ObjectVal(map[string]cty.Value{"index": cty.Zero})
	return []turn{{suffix: "[0]", scope: s.with("count", index, source{})}}
}
