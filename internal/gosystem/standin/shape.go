package standin

import (
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
)

// stub is a package that is made up. Its types are made anew in each round from
// what is known by then.
type stub struct {
	path, name string
	types      map[string]*shape
	funcs      map[string]*function
	vars       map[string]*desc

	pkg *types.Package
}

// shape is a made-up type. Form is struct, map, list, or like for one whose
// underlying type is known.
type shape struct {
	form    string
	methods map[string]*function
	fields  map[string]*desc
	under   *desc
	// meets are interfaces that its values are used as.
	meets []*desc
}

// function is a made-up function: it takes anything.
type function struct{ results []*desc }

// desc describes a type so that it can be made in every round. The zero desc
// is a type of its own, behind a pointer, until a use shows what it is.
type desc struct {
	kind       string // "", basic, named, ptr, slice, map, func, type
	path, name string
	key, elem  *desc
	in, out    []*desc // of a func
	variadic   bool
	// fixed is a type that does not change between rounds.
	fixed types.Type
}

func newShape(form string) *shape {
	return &shape{form: form, methods: map[string]*function{}, fields: map[string]*desc{}}
}

func (s *stub) known(name string) bool {
	return s.types[name] != nil || s.funcs[name] != nil || s.vars[name] != nil
}

func (s *stub) declareType(name, form string) {
	delete(s.funcs, name)
	delete(s.vars, name)
	have := s.types[name]
	if have == nil {
		s.types[name] = newShape(form)
	} else if have.form == "struct" {
		have.form = form
	}
}

func (s *stub) declareFunc(name string) {
	if s.types[name] != nil || s.funcs[name] != nil {
		return
	}
	delete(s.vars, name)
	s.funcs[name] = &function{results: []*desc{{}}}
}

func (s *stub) declareVar(name string) {
	if !s.known(name) {
		s.vars[name] = &desc{}
	}
}

// build makes all packages anew.
func (w *world) build() {
	paths := slices.Sorted(maps.Keys(w.stubs))
	for _, p := range paths {
		s := w.stubs[p]
		s.pkg = types.NewPackage(p, s.name)
		for _, name := range s.allTypes() {
			obj := types.NewTypeName(token.NoPos, s.pkg, name, nil)
			types.NewNamed(obj, nil, nil)
			s.pkg.Scope().Insert(obj)
		}
	}
	for _, p := range paths {
		w.fill(w.stubs[p])
		w.stubs[p].pkg.MarkComplete()
	}
}

// allTypes lists the types of a package, with those that stand for results,
// fields and variables of which nothing is known yet.
func (s *stub) allTypes() []string {
	s.own(s.funcs, s.vars, "")
	for again := true; again; {
		again = false
		for _, name := range slices.Sorted(maps.Keys(s.types)) {
			again = s.own(s.types[name].methods, s.types[name].fields, name+"_") || again
		}
	}
	return slices.Sorted(maps.Keys(s.types))
}

// own gives each open desc a type of its own.
func (s *stub) own(funcs map[string]*function, vars map[string]*desc, prefix string) bool {
	grown := false
	name := func(d *desc, base string) {
		for d != nil && d.kind != "" && d.elem != nil {
			d, base = d.elem, base+"e"
		}
		if d == nil || d.kind != "" || d.name != "" {
			return
		}
		d.path, d.name = s.path, base
		if s.types[base] == nil {
			s.types[base] = newShape("struct")
			grown = true
		}
	}
	for _, f := range slices.Sorted(maps.Keys(funcs)) {
		for i, d := range funcs[f].results {
			name(d, prefix+f+"$"+strconv.Itoa(i))
		}
	}
	for _, v := range slices.Sorted(maps.Keys(vars)) {
		name(vars[v], prefix+v+"$")
	}
	return grown
}

func (w *world) fill(s *stub) {
	scope := s.pkg.Scope()
	for _, name := range slices.Sorted(maps.Keys(s.types)) {
		named := scope.Lookup(name).Type().(*types.Named)
		sh := s.types[name]
		anything := types.Universe.Lookup("any").Type()
		switch sh.form {
		case "map":
			named.SetUnderlying(types.NewMap(types.Typ[types.String], anything))
		case "list":
			named.SetUnderlying(types.NewSlice(anything))
		case "like":
			named.SetUnderlying(likeness(w.typeOf(sh.under)))
		default:
			var fields []*types.Var
			for _, f := range slices.Sorted(maps.Keys(sh.fields)) {
				fields = append(fields, types.NewField(token.NoPos, s.pkg, f, w.typeOf(sh.fields[f]), false))
			}
			named.SetUnderlying(types.NewStruct(fields, nil))
		}
		done := w.meet(s, named, sh)
		for _, m := range slices.Sorted(maps.Keys(sh.methods)) {
			if sh.fields[m] == nil && !done[m] {
				recv := types.NewVar(token.NoPos, s.pkg, "", named)
				named.AddMethod(types.NewFunc(token.NoPos, s.pkg, m, w.signature(s, sh.methods[m], recv)))
			}
		}
	}
	for _, f := range slices.Sorted(maps.Keys(s.funcs)) {
		scope.Insert(types.NewFunc(token.NoPos, s.pkg, f, w.signature(s, s.funcs[f], nil)))
	}
	for _, v := range slices.Sorted(maps.Keys(s.vars)) {
		scope.Insert(types.NewVar(token.NoPos, s.pkg, v, w.typeOf(s.vars[v])))
	}
}

// likeness returns what a type is made of. Of one that is made up as well, and
// not filled yet, nothing is known.
func likeness(t types.Type) types.Type {
	if under := t.Underlying(); under != nil {
		return under
	}
	return types.NewStruct(nil, nil)
}

// meet adds the methods of the interfaces that a type is used as.
func (w *world) meet(s *stub, named *types.Named, sh *shape) map[string]bool {
	done := map[string]bool{}
	for _, d := range sh.meets {
		iface, ok := w.typeOf(d).Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			if done[m.Name()] || sh.fields[m.Name()] != nil || !m.Exported() {
				continue
			}
			done[m.Name()] = true
			old := m.Signature()
			recv := types.NewVar(token.NoPos, s.pkg, "", named)
			sig := types.NewSignatureType(recv, nil, nil, old.Params(), old.Results(), old.Variadic())
			named.AddMethod(types.NewFunc(token.NoPos, s.pkg, m.Name(), sig))
		}
	}
	return done
}

func (w *world) signature(s *stub, f *function, recv *types.Var) *types.Signature {
	var results []*types.Var
	for _, d := range f.results {
		results = append(results, types.NewVar(token.NoPos, s.pkg, "", w.typeOf(d)))
	}
	params := types.NewTuple(types.NewParam(token.NoPos, s.pkg, "args", types.NewSlice(types.Universe.Lookup("any").Type())))
	return types.NewSignatureType(recv, nil, nil, params, types.NewTuple(results...), true)
}

// typeOf makes the type that a desc describes.
func (w *world) typeOf(d *desc) types.Type {
	switch d.kind {
	case "type":
		return d.fixed
	case "named":
		if pkg, err := w.Import(d.path); err == nil {
			if obj, ok := pkg.Scope().Lookup(d.name).(*types.TypeName); ok {
				return obj.Type()
			}
		}
		return types.Universe.Lookup("any").Type()
	case "ptr":
		return types.NewPointer(w.typeOf(d.elem))
	case "slice":
		return types.NewSlice(w.typeOf(d.elem))
	case "map":
		return types.NewMap(w.typeOf(d.key), w.typeOf(d.elem))
	case "func":
		return types.NewSignatureType(nil, nil, nil, w.tuple(d.in), w.tuple(d.out), d.variadic)
	}
	if s := w.stubs[d.path]; s != nil && s.pkg != nil {
		if obj := s.pkg.Scope().Lookup(d.name); obj != nil {
			return types.NewPointer(obj.Type())
		}
	}
	return types.Universe.Lookup("any").Type()
}

func (w *world) tuple(list []*desc) *types.Tuple {
	var vars []*types.Var
	for _, d := range list {
		vars = append(vars, types.NewParam(token.NoPos, nil, "", w.typeOf(d)))
	}
	return types.NewTuple(vars...)
}

// describe is the reverse of typeOf. It returns nil for what cannot be said.
func describe(t types.Type) *desc {
	switch t := types.Unalias(t).(type) {
	case *types.Signature:
		in, out := describeAll(t.Params()), describeAll(t.Results())
		if in != nil && out != nil {
			return &desc{kind: "func", in: in, out: out, variadic: t.Variadic()}
		}
	case *types.Basic:
		if t.Kind() == types.Invalid || t.Kind() == types.UntypedNil {
			return nil
		}
		return &desc{kind: "type", fixed: types.Default(t)}
	case *types.Named:
		if t.Obj().Pkg() == nil {
			return &desc{kind: "type", fixed: t}
		}
		if t.TypeArgs().Len() > 0 {
			return nil
		}
		return &desc{kind: "named", path: t.Obj().Pkg().Path(), name: t.Obj().Name()}
	case *types.Pointer:
		if e := describe(t.Elem()); e != nil {
			return &desc{kind: "ptr", elem: e}
		}
	case *types.Slice:
		if e := describe(t.Elem()); e != nil {
			return &desc{kind: "slice", elem: e}
		}
	case *types.Map:
		k, e := describe(t.Key()), describe(t.Elem())
		if k != nil && e != nil {
			return &desc{kind: "map", key: k, elem: e}
		}
	}
	return nil
}

func describeAll(t *types.Tuple) []*desc {
	list := []*desc{}
	for v := range t.Variables() {
		d := describe(v.Type())
		if d == nil {
			return nil
		}
		list = append(list, d)
	}
	return list
}
