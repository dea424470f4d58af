package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// target is a method that a call through an interface can reach.
type target struct {
	fn       *ssa.Function // nil for a method of another package
	imported *Summary
	path     string // of the embedded field whose method it is
}

func (e *engine) targetSummary(t target, user *ssa.Function) *Summary {
	if t.fn == nil {
		return t.imported
	}
	e.use(t.fn, user)
	return e.known(t.fn)
}

type methodKey struct {
	of   types.Type
	name string
}

// implementers returns the methods that a call on a value of the type can
// reach: those of the type itself, or for an interface those of the types of
// this package and of the packages it imports.
func (e *engine) implementers(t types.Type, name string) []target {
	key := methodKey{t, name}
	list, ok := e.hierarchy[key]
	if !ok {
		if iface, isIface := t.Underlying().(*types.Interface); isIface {
			list = append(e.ownMethods(iface, name), e.importedMethods(iface, name)...)
		} else if m, ok := e.methodOf(t, name); ok {
			list = []target{m}
		}
		e.hierarchy[key] = list
	}
	return list
}

// methodOf finds a method of a concrete type.
func (e *engine) methodOf(t types.Type, name string) (target, bool) {
	pkg := e.pkg.SSA.Pkg
	obj, index, _ := types.LookupFieldOrMethod(t, true, pkg, name)
	f, ok := obj.(*types.Func)
	if !ok {
		return target{}, false
	}
	out := target{path: embeddedPath(t, index)}
	if f.Pkg() == pkg {
		out.fn = e.pkg.SSA.Prog.FuncValue(f.Origin())
		return out, out.fn != nil
	}
	out.imported = e.imported(f)
	return out, out.imported != nil
}

// embeddedPath names the embedded fields through which a method is promoted.
func embeddedPath(t types.Type, index []int) string {
	path := ""
	for _, i := range index[:len(index)-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			return path
		}
		path += "." + st.Field(i).Name()
		t = st.Field(i).Type()
	}
	return path
}

func (e *engine) ownMethods(iface *types.Interface, name string) []target {
	var list []target
	scope := e.pkg.SSA.Pkg.Scope()
	for _, n := range scope.Names() {
		tn, ok := scope.Lookup(n).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || !satisfies(tn.Type(), iface) {
			continue
		}
		if m, ok := e.methodOf(types.NewPointer(tn.Type()), name); ok {
			list = append(list, m)
		}
	}
	return list
}

// importedMethods returns the methods with summaries of the types of packages
// that this one imports.
func (e *engine) importedMethods(iface *types.Interface, name string) []target {
	if e.foreign == nil {
		e.foreign = map[string][]foreignMethod{}
		for _, p := range e.pkg.SSA.Pkg.Imports() {
			if facts := e.facts(p); facts != nil {
				e.addForeign(p, facts)
			}
		}
	}
	var list []target
	for _, m := range e.foreign[name] {
		if satisfies(m.owner.Type(), iface) {
			list = append(list, target{imported: m.sum})
		}
	}
	return list
}

type foreignMethod struct {
	owner *types.TypeName
	sum   *Summary
}

func (e *engine) addForeign(p *types.Package, facts *Summaries) {
	for i := range facts.Funcs {
		owner, method, ok := strings.Cut(facts.Funcs[i].Name, ".")
		if !ok {
			continue
		}
		if obj, ok := p.Scope().Lookup(owner).(*types.TypeName); ok && !types.IsInterface(obj.Type()) {
			e.foreign[method] = append(e.foreign[method], foreignMethod{obj, &facts.Funcs[i].Summary})
		}
	}
}

// satisfies reports whether values of the type, or pointers to them, have the
// methods of an interface. Of generic types only the names are compared.
func satisfies(t types.Type, iface *types.Interface) bool {
	if named, ok := t.(*types.Named); ok && named.TypeParams().Len() > 0 {
		for m := range iface.Methods() {
			if lookupMethod(types.NewPointer(t), m.Name()) == nil {
				return false
			}
		}
		return iface.NumMethods() > 0
	}
	return types.Implements(types.NewPointer(t), iface) || types.Implements(t, iface)
}

// invoke handles a call through an interface.
func (s *state) invoke(at site) {
	c := at.common
	known := false
	t := plain(c.Value).Type()
	for _, m := range s.e.implementers(t, c.Method.Name()) {
		if sum := s.e.targetSummary(m, s.fn); sum != nil {
			s.applyMethod(at, m, sum, c.Method.Name())
			known = true
		}
	}
	for _, t := range s.read(c.Value) {
		if t.path == "" && t.label.end.Kind != Function {
			s.callOpen(at, t.label.end, c.Method.Name(), c.Args)
		}
	}
	if !known {
		s.unknown(at)
		s.fromReceiver(at)
	}
}

// applyMethod applies a method whose receiver may be an embedded field.
func (s *state) applyMethod(at site, m target, sum *Summary, name string) {
	if m.path != "" {
		c := s.part(at.args[0], m.path)
		at.receiver = &c
	}
	s.apply(at, sum, name)
}

// fromReceiver takes what a value holds for what its unknown methods return.
func (s *state) fromReceiver(at site) {
	if at.result == nil {
		return
	}
	for _, t := range s.read(at.args[0]) {
		for n := range resultCount(at.result) {
			if r := resultType(at.result, n); carries(r) && !isError(r) && !isAnswer(r) && t.label.end.Kind != Function {
				s.put(s.resultCell(at.result, n, ""), t.label, t.mask&^s.guards.cleared(t, at.block), &t, at.pos, "passed through "+at.common.Method.Name())
			}
		}
	}
}
