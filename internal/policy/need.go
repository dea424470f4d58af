package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// held is what a system has something of, by the parts of the input: its
// element kinds under by_kind, its weaknesses under weaknesses and reported.
type held map[string]map[string]bool

func tally(sys *model.System) held {
	h := held{"by_kind": {}, "weaknesses": {}, "reported": {}, "all": {}}
	for _, e := range sys.Elements {
		h["by_kind"][e.Kind] = true
	}
	for _, w := range sys.Weaknesses {
		h["weaknesses"][w.Kind] = true
		h["reported"][w.Threat] = true
	}
	h["all"]["paths"] = len(sys.Paths) > 0
	h["all"]["identity_list"] = len(sys.Identities) > 0
	return h
}

// split divides the sources into those that can find something in the system
// and those that need not be compiled. A threat of the account is always asked
// about, because it can rest on what is missing; the user's own are always
// compiled, because that is how their mistakes show.
func split(sources []*source, have held) (needed, idle []*source) {
	for _, s := range sources {
		if s.threat == nil || s.threat.On == "account" || strings.HasPrefix(s.file, usersIn) || have.any(s.module) {
			needed = append(needed, s)
		} else {
			idle = append(idle, s)
		}
	}
	return needed, idle
}

// any reports whether a list that the module starts from has a member. Look-ups
// by id are no start: the id comes from such a list. A list that the module
// chooses at run time counts.
func (h held) any(module *ast.Module) bool {
	found, starts := false, false
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		if len(ref) < 2 || !ref[0].Equal(ast.InputRootDocument) {
			return false
		}
		part, _ := ref[1].Value.(ast.String)
		keys, byKey := h[string(part)]
		switch {
		case part == "paths" || part == "identity_list":
			starts = true
			found = found || h["all"][string(part)]
		case byKey && len(ref) > 2:
			starts = true
			key, constant := ref[2].Value.(ast.String)
			found = found || keys[string(key)] || !constant && len(keys) > 0
		}
		return false
	})
	return found || !starts
}

// usedLibraries drops library modules that no policy imports, directly or not.
func usedLibraries(sources []*source) []*source {
	wanted := map[string]bool{}
	byPackage := map[string]*source{}
	for _, s := range sources {
		byPackage[s.module.Package.Path.String()] = s
	}
	var want func(s *source)
	want = func(s *source) {
		for _, i := range s.module.Imports {
			path := i.Path.Value.String()
			if lib := byPackage[path]; lib != nil && !wanted[path] {
				wanted[path] = true
				want(lib)
			}
		}
	}
	for _, s := range sources {
		if s.threat != nil {
			want(s)
		}
	}
	return slices.DeleteFunc(slices.Clone(sources), func(s *source) bool {
		return s.threat == nil && !wanted[s.module.Package.Path.String()]
	})
}
