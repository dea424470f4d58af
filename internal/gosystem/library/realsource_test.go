package library_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// realPackage is what a package declares, for all systems together.
type realPackage struct {
	world *real
	funcs map[string]*ast.FuncType
	vars  map[string]ast.Expr
	types map[string]*realType
}

type realType struct {
	methods  map[string]*ast.FuncType
	fields   map[string]ast.Expr
	embedded []embedded
	iface    bool
}

// embedded is a type whose methods and fields are taken over.
type embedded struct {
	expr    ast.Expr
	imports map[string]string
}

// member is a function, a method or a field.
type member struct {
	fn   *ast.FuncType
	recv string
	typ  ast.Expr
}

func parsePackage(world *real, dir string, entries []fs.DirEntry) *realPackage {
	p := &realPackage{world: world, funcs: map[string]*ast.FuncType{}, vars: map[string]ast.Expr{}, types: map[string]*realType{}}
	files := 0
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.SkipObjectResolution)
		if err != nil || f.Name.Name == "main" {
			continue
		}
		files++
		p.file(f)
	}
	if files == 0 {
		return nil
	}
	return p
}

func (p *realPackage) file(f *ast.File) {
	imports := map[string]string{}
	for _, i := range f.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			continue
		}
		name := library.PlainPath(path)
		name = name[strings.LastIndexByte(name, '/')+1:]
		if i.Name != nil {
			name = i.Name.Name
		}
		imports[name] = path
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				p.funcs[d.Name.Name] = d.Type
			} else {
				p.typ(baseName(d.Recv.List[0].Type)).methods[d.Name.Name] = d.Type
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				p.spec(s, imports)
			}
		}
	}
}

func (p *realPackage) typ(name string) *realType {
	if p.types[name] == nil {
		p.types[name] = &realType{methods: map[string]*ast.FuncType{}, fields: map[string]ast.Expr{}}
	}
	return p.types[name]
}

func (p *realPackage) spec(s ast.Spec, imports map[string]string) {
	switch s := s.(type) {
	case *ast.ValueSpec:
		for _, n := range s.Names {
			p.vars[n.Name] = s.Type
		}
	case *ast.TypeSpec:
		t := p.typ(s.Name.Name)
		switch u := s.Type.(type) {
		case *ast.StructType:
			t.list(u.Fields, imports)
		case *ast.InterfaceType:
			t.iface = true
			t.list(u.Methods, imports)
		case *ast.MapType:
			t.iface = true // its keys are no names
		case *ast.FuncType:
			// A function type can be called like a function.
			p.vars[s.Name.Name] = u
		default:
			t.embedded = append(t.embedded, embedded{u, imports})
		}
	}
}

func (t *realType) list(fields *ast.FieldList, imports map[string]string) {
	for _, f := range fields.List {
		if fn, ok := f.Type.(*ast.FuncType); ok && len(f.Names) == 1 {
			t.methods[f.Names[0].Name] = fn
		}
		for _, n := range f.Names {
			t.fields[n.Name] = f.Type
		}
		if len(f.Names) == 0 {
			t.embedded = append(t.embedded, embedded{f.Type, imports})
			if name := baseName(f.Type); name != "" {
				t.fields[name] = f.Type
			}
			if sel, ok := f.Type.(*ast.SelectorExpr); ok {
				t.fields[sel.Sel.Name] = f.Type
			}
		}
	}
}

// member finds F, T.M or T.F.
func (p *realPackage) member(name string) (member, bool) {
	typ, sel, ok := strings.Cut(name, ".")
	if !ok {
		if fn := p.funcs[name]; fn != nil {
			return member{fn: fn}, true
		}
		if t, ok := p.vars[name]; ok {
			fn, _ := t.(*ast.FuncType)
			return member{fn: fn, typ: t}, true
		}
		return member{}, p.types[name] != nil
	}
	m, found := p.of(typ, sel, 0)
	m.recv = typ
	return m, found
}

func (p *realPackage) of(typ, sel string, depth int) (member, bool) {
	t := p.types[typ]
	if t == nil || depth > 6 {
		return member{}, false
	}
	if fn := t.methods[sel]; fn != nil {
		return member{fn: fn}, true
	}
	if f, ok := t.fields[sel]; ok {
		return member{typ: f}, true
	}
	for _, e := range t.embedded {
		if m, ok := p.through(e, sel, depth); ok {
			return m, true
		}
	}
	return member{}, false
}

func (p *realPackage) through(e embedded, sel string, depth int) (member, bool) {
	expr := e.expr
	if star, ok := expr.(*ast.StarExpr); ok {
		expr = star.X
	}
	if ix, ok := expr.(*ast.IndexExpr); ok {
		expr = ix.X
	}
	if s, ok := expr.(*ast.SelectorExpr); ok {
		id, isName := s.X.(*ast.Ident)
		if !isName {
			return member{}, false
		}
		for _, other := range p.world.packages(library.PlainPath(e.imports[id.Name])) {
			if m, ok := other.of(s.Sel.Name, sel, depth+1); ok {
				return m, true
			}
		}
		return member{}, false
	}
	if s, ok := expr.(*ast.StructType); ok {
		t := &realType{methods: map[string]*ast.FuncType{}, fields: map[string]ast.Expr{}}
		t.list(s.Fields, e.imports)
		f, ok := t.fields[sel]
		return member{typ: f}, ok
	}
	return p.of(baseName(expr), sel, depth+1)
}

// names lists everything that a description could name.
func (p *realPackage) names() []string {
	var list []string
	for n := range p.funcs {
		if ast.IsExported(n) {
			list = append(list, n)
		}
	}
	for typ, t := range p.types {
		list = append(list, typ)
		for m := range t.methods {
			if ast.IsExported(m) && ast.IsExported(typ) {
				list = append(list, typ+"."+m)
			}
		}
		for f := range t.fields {
			list = append(list, typ+"."+f)
		}
	}
	return list
}
