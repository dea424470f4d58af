package terraform

import (
	"maps"
	"slices"
)

// callMeta are the arguments of a module call that Terraform itself reads.
var callMeta = map[string]bool{"source": true, "version": true, "providers": true, "count": true, "for_each": true, "depends_on": true}

// checkArguments says which arguments of a call its module does not take, and
// which it needs and does not get. A module with a file that could not be read
// may declare them there, and a plan's modules declare nothing.
func (in *instance) checkArguments(c *call, m *module) {
	if m.files == 0 || m.diags.HasErrors() || in.eval.estate.planned != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(c.attr)) {
		if _, ok := m.variables[name]; !ok && !callMeta[name] {
			in.eval.warnOnce(problem("no such argument", "module "+c.name+" has no variable "+name+"; the argument was passed over", c.attr[name].Range))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.variables)) {
		if c.attr[name] == nil && m.variables[name].def == nil {
			in.eval.warnOnce(problem("an argument is missing", "module "+c.name+" needs a value for "+name+"; it was taken as unknown", c.rng))
		}
	}
}
