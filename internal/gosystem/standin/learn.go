package standin

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// learn refines the made-up packages by how a package uses them.
func (w *world) learn(s Source, info *types.Info) {
	l := &learner{world: w, info: info}
	for _, f := range s.Files {
		l.file(f)
	}
}

type learner struct {
	*world
	info *types.Info
	sigs []*types.Signature // of the functions around
}

func (l *learner) file(f *ast.File) {
	calls := map[ast.Expr]bool{}
	var stack []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			switch stack[len(stack)-1].(type) {
			case *ast.FuncDecl, *ast.FuncLit:
				l.sigs = l.sigs[:len(l.sigs)-1]
			}
			stack = stack[:len(stack)-1]
			return true
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.FuncDecl:
			sig, _ := l.typeOfIdent(n.Name).(*types.Signature)
			l.sigs = append(l.sigs, sig)
		case *ast.FuncLit:
			sig, _ := l.info.TypeOf(n).(*types.Signature)
			l.sigs = append(l.sigs, sig)
		case *ast.CallExpr:
			calls[unindexed(n.Fun)] = true
			l.call(n)
		case *ast.SelectorExpr:
			l.selector(n, calls[n])
		case *ast.AssignStmt:
			l.assign(n)
		case *ast.ValueSpec:
			l.declared(n)
		case *ast.ReturnStmt:
			l.returned(n)
		case *ast.BinaryExpr:
			l.binary(n)
		case *ast.UnaryExpr:
			if n.Op == token.NOT {
				l.expect(n.X, types.Typ[types.Bool])
			}
		case *ast.StarExpr:
			if d := l.open(l.info.TypeOf(n.X)); d != nil {
				*d = desc{kind: "ptr", elem: &desc{}}
				l.changed = true
			}
		case *ast.IfStmt:
			l.expect(n.Cond, types.Typ[types.Bool])
		case *ast.CompositeLit:
			l.literal(n)
		case *ast.ForStmt:
			if n.Cond != nil {
				l.expect(n.Cond, types.Typ[types.Bool])
			}
		case *ast.RangeStmt:
			l.list(n.X, nil)
		case *ast.IndexExpr:
			l.list(n.X, n.Index)
		}
		return true
	})
}

func (l *learner) typeOfIdent(id *ast.Ident) types.Type {
	if obj := l.info.Defs[id]; obj != nil {
		return obj.Type()
	}
	return nil
}

// shapeOf returns the made-up type that a type is, behind pointers.
func (l *learner) shapeOf(t types.Type) (*stub, string) {
	if t == nil {
		return nil, ""
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil, ""
	}
	s := l.stubs[n.Obj().Pkg().Path()]
	if s == nil || s.pkg != n.Obj().Pkg() {
		return nil, ""
	}
	return s, n.Obj().Name()
}

// open returns the desc behind a type of which nothing is known yet.
func (l *learner) open(t types.Type) *desc {
	s, name := l.shapeOf(t)
	if s == nil || !strings.Contains(name, "$") {
		return nil
	}
	return s.find(name)
}

// find returns the open desc that a type name stands for.
func (s *stub) find(name string) *desc {
	var found *desc
	look := func(d *desc) {
		for ; d != nil; d = d.elem {
			if d.kind == "" && d.name == name {
				found = d
			}
		}
	}
	for _, f := range s.funcs {
		for _, d := range f.results {
			look(d)
		}
	}
	for _, d := range s.vars {
		look(d)
	}
	for _, t := range s.types {
		for _, d := range t.fields {
			look(d)
		}
		for _, f := range t.methods {
			for _, d := range f.results {
				look(d)
			}
		}
	}
	return found
}

// expect notes that an expression must have a type.
func (l *learner) expect(e ast.Expr, want types.Type) {
	if e == nil || want == nil || want == types.Typ[types.Invalid] || want == types.Typ[types.UntypedNil] {
		return
	}
	if iface, ok := want.Underlying().(*types.Interface); ok && iface.Empty() {
		return
	}
	if _, isParam := want.(*types.TypeParam); isParam {
		return
	}
	if l.shaped(e, want) {
		return
	}
	d := l.open(l.info.TypeOf(e))
	if d == nil || l.open(want) != nil {
		return
	}
	if to := describe(want); to != nil {
		*d = *to
		l.changed = true
	}
}

// shaped handles what says something of a made-up type itself: that its values
// are used as an interface, or that a function or text is one of its values.
func (l *learner) shaped(e ast.Expr, want types.Type) bool {
	have := l.info.TypeOf(e)
	if iface, ok := want.Underlying().(*types.Interface); ok && !isErrorType(want) {
		s, name := l.shapeOf(have)
		if s == nil || s.types[name].form != "struct" || types.Implements(have, iface) {
			return s != nil
		}
		if d := describe(want); d != nil {
			s.types[name].meets = append(s.types[name].meets, d)
			l.changed = true
		}
		return true
	}
	s, name := l.shapeOf(want)
	if s == nil || have == nil {
		return false
	}
	if _, isPtr := types.Unalias(want).(*types.Pointer); isPtr {
		return false
	}
	sh := s.types[name]
	if from, _ := l.shapeOf(have); from != nil || sh.form != "struct" || len(sh.fields) > 0 {
		return false
	}
	switch have.Underlying().(type) {
	case *types.Signature, *types.Basic:
		if d := describe(have); d != nil {
			sh.form, sh.under = "like", d
			l.changed = true
		}
	case *types.Pointer, *types.Struct:
		if len(sh.methods) == 0 {
			sh.form, sh.under = "like", &desc{kind: "type", fixed: types.Universe.Lookup("any").Type()}
			l.changed = true
		}
	}
	return true
}

func isErrorType(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func (l *learner) selector(n *ast.SelectorExpr, called bool) {
	if id, ok := n.X.(*ast.Ident); ok {
		if _, isPkg := l.info.Uses[id].(*types.PkgName); isPkg {
			return
		}
	}
	if l.info.Selections[n] != nil {
		return
	}
	s, name := l.shapeOf(l.info.TypeOf(n.X))
	if s == nil {
		l.embedded(n, called)
		return
	}
	l.member(s, name, n.Sel.Name, called)
}

func (l *learner) member(s *stub, typ, name string, called bool) {
	sh := s.types[typ]
	if sh == nil || sh.methods[name] != nil || sh.fields[name] != nil || !token.IsExported(name) {
		return
	}
	if called {
		sh.methods[name] = &function{results: []*desc{{}}}
	} else {
		sh.fields[name] = &desc{}
	}
	l.changed = true
}

// embedded looks for the missing member in a made-up type that a struct of the
// program embeds.
func (l *learner) embedded(n *ast.SelectorExpr, called bool) {
	t := l.info.TypeOf(n.X)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		if s, name := l.shapeOf(f.Type()); f.Embedded() && s != nil {
			l.member(s, name, n.Sel.Name, called)
			return
		}
	}
}

// calledStub returns the made-up function that a call calls.
func (l *learner) calledStub(e ast.Expr) *function {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return nil
	}
	sel, ok := unindexed(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if selection := l.info.Selections[sel]; selection != nil {
		if f, ok := selection.Obj().(*types.Func); ok && f.Signature().Recv() != nil {
			if s, name := l.shapeOf(f.Signature().Recv().Type()); s != nil {
				return s.types[name].methods[f.Name()]
			}
		}
		return nil
	}
	f, ok := l.info.Uses[sel.Sel].(*types.Func)
	if !ok || f.Pkg() == nil {
		return nil
	}
	if s := l.stubs[f.Pkg().Path()]; s != nil {
		return s.funcs[f.Name()]
	}
	return nil
}

// results notes how many results a made-up function has, and that the last one
// is an error where its name says so.
func (l *learner) results(call ast.Expr, n int, names func(i int) string) {
	f := l.calledStub(call)
	if f == nil {
		return
	}
	for len(f.results) < n {
		f.results = append(f.results, &desc{})
		l.changed = true
	}
	for i := range n {
		name := names(i)
		isErr := name == "err" || strings.HasSuffix(name, "Err") || strings.HasPrefix(name, "err") || name == "_" && i == n-1 && n > 1
		if isErr && i == n-1 && f.results[i].kind == "" {
			*f.results[i] = desc{kind: "type", fixed: types.Universe.Lookup("error").Type()}
			l.changed = true
		}
		if name == "ok" && i > 0 && f.results[i].kind == "" {
			*f.results[i] = desc{kind: "type", fixed: types.Typ[types.Bool]}
			l.changed = true
		}
	}
}

func identName(e ast.Expr) string {
	if id, ok := e.(*ast.Ident); ok {
		return id.Name
	}
	return ""
}

func (l *learner) assign(n *ast.AssignStmt) {
	if len(n.Rhs) == 1 {
		l.results(n.Rhs[0], len(n.Lhs), func(i int) string { return identName(n.Lhs[i]) })
	}
	if len(n.Rhs) != len(n.Lhs) {
		return
	}
	for i, lhs := range n.Lhs {
		if n.Tok != token.DEFINE {
			l.expect(n.Rhs[i], l.info.TypeOf(lhs))
		}
		l.expect(lhs, l.info.TypeOf(n.Rhs[i]))
	}
}

func (l *learner) declared(n *ast.ValueSpec) {
	if len(n.Values) == 1 {
		l.results(n.Values[0], len(n.Names), func(i int) string { return n.Names[i].Name })
	}
	if n.Type == nil {
		return
	}
	for _, v := range n.Values {
		l.expect(v, l.info.TypeOf(n.Type))
	}
}

func (l *learner) returned(n *ast.ReturnStmt) {
	if len(l.sigs) == 0 || l.sigs[len(l.sigs)-1] == nil {
		return
	}
	want := l.sigs[len(l.sigs)-1].Results()
	if len(n.Results) == 1 && want.Len() >= 1 {
		l.results(n.Results[0], want.Len(), func(int) string { return "" })
		if f := l.calledStub(n.Results[0]); f != nil && len(f.results) == want.Len() {
			for i, d := range f.results {
				if to := describe(want.At(i).Type()); d.kind == "" && to != nil {
					*d = *to
					l.changed = true
				}
			}
			return
		}
	}
	for i, e := range n.Results {
		if i < want.Len() {
			l.expect(e, want.At(i).Type())
		}
	}
}

func (l *learner) binary(n *ast.BinaryExpr) {
	if n.Op == token.LAND || n.Op == token.LOR {
		l.expect(n.X, types.Typ[types.Bool])
		l.expect(n.Y, types.Typ[types.Bool])
		return
	}
	l.expect(n.X, l.info.TypeOf(n.Y))
	l.expect(n.Y, l.info.TypeOf(n.X))
}

// call expects of the arguments what the callee's parameters say.
func (l *learner) call(n *ast.CallExpr) {
	if tv, ok := l.info.Types[n.Fun]; ok && tv.IsType() {
		if len(n.Args) == 1 {
			l.expect(n.Args[0], tv.Type)
		}
		return
	}
	if l.calledStub(n) != nil {
		return
	}
	t := l.info.TypeOf(n.Fun)
	if t == nil {
		return
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return
	}
	for i, arg := range n.Args {
		if sig.Variadic() && i >= sig.Params().Len()-1 {
			last, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice)
			if ok && !n.Ellipsis.IsValid() {
				l.expect(arg, last.Elem())
			}
			continue
		}
		if i < sig.Params().Len() {
			l.expect(arg, sig.Params().At(i).Type())
		}
	}
}

// literal learns fields from literals of made-up types, and expects of made-up
// values what the fields of known types say.
func (l *learner) literal(n *ast.CompositeLit) {
	t := l.info.TypeOf(n)
	if t == nil {
		return
	}
	s, name := l.shapeOf(t)
	for _, elt := range n.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		field := identName(kv.Key)
		if s != nil && field != "" && s.types[name].form == "struct" {
			if s.types[name].fields[field] == nil {
				s.types[name].fields[field] = l.fieldOf(kv.Value)
				l.changed = true
			}
			continue
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range st.Fields() {
			if f.Name() == field {
				l.expect(kv.Value, f.Type())
			}
		}
	}
}

func (l *learner) fieldOf(v ast.Expr) *desc {
	t := l.info.TypeOf(v)
	if t != nil && t != types.Typ[types.Invalid] && t != types.Typ[types.UntypedNil] && l.open(t) == nil {
		if d := describe(t); d != nil {
			return d
		}
	}
	return &desc{kind: "type", fixed: types.Universe.Lookup("any").Type()}
}

// list notes that a value is ranged over or indexed.
func (l *learner) list(e, index ast.Expr) {
	d := l.open(l.info.TypeOf(e))
	if d == nil {
		l.listShape(e, index)
		return
	}
	l.changed = true
	if index != nil {
		if b, ok := l.info.TypeOf(index).(*types.Basic); ok && b.Info()&types.IsString != 0 {
			*d = desc{kind: "map", key: &desc{kind: "type", fixed: types.Typ[types.String]}, elem: &desc{}}
			return
		}
	}
	*d = desc{kind: "slice", elem: &desc{}}
}

// listShape notes the same of a named type that was made up, of whose fields
// and methods nothing is known.
func (l *learner) listShape(e, index ast.Expr) {
	s, name := l.shapeOf(l.info.TypeOf(e))
	if s == nil || index == nil {
		return
	}
	sh := s.types[name]
	if sh.form != "struct" || len(sh.fields) > 0 {
		return
	}
	sh.form = "list"
	if b, ok := l.info.TypeOf(index).(*types.Basic); ok && b.Info()&types.IsString != 0 {
		sh.form = "map"
	}
	l.changed = true
}
