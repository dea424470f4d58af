package standin

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// world holds the packages that are made up.
type world struct {
	fset    *token.FileSet
	have    types.Importer
	stubs   map[string]*stub
	local   map[string]*types.Package
	changed bool
}

// Import returns a package: one that is being checked, one that can be had, or
// one that is made up.
func (w *world) Import(p string) (*types.Package, error) {
	if p == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg, ok := w.local[p]; ok && pkg != nil {
		return pkg, nil
	}
	if s, ok := w.stubs[p]; ok {
		return s.pkg, nil
	}
	return w.have.Import(p)
}

func importPath(i *ast.ImportSpec) string {
	p, err := strconv.Unquote(i.Path.Value)
	if err != nil {
		return ""
	}
	return p
}

// guess makes up the packages that a file imports and nobody has.
func (w *world) guess(f *ast.File, own []Source) {
	for _, i := range f.Imports {
		p := importPath(i)
		if p == "" || p == "C" || isOwn(own, p) {
			continue
		}
		s := w.stubs[p]
		if s == nil {
			if _, err := w.have.Import(p); err == nil {
				continue
			}
			s = &stub{path: p, name: packageName(f, p), types: map[string]*shape{}, funcs: map[string]*function{}, vars: map[string]*desc{}}
			w.stubs[p] = s
		}
		local := s.name
		if i.Name != nil {
			local = i.Name.Name
		}
		w.declare(f, s, local)
	}
}

func isOwn(own []Source, p string) bool {
	for _, s := range own {
		if s.Path == p {
			return true
		}
	}
	return false
}

var (
	versionEnd = regexp.MustCompile(`/v[0-9]+$|\.v[0-9]+$`)
	splitter   = regexp.MustCompile(`[-.]`)
)

// packageName guesses a package's name from its path and from what the file
// uses.
func packageName(f *ast.File, p string) string {
	base := path.Base(versionEnd.ReplaceAllString(p, ""))
	candidates := []string{base, strings.ReplaceAll(base, "-", ""), strings.ReplaceAll(base, "-", "_"), strings.TrimPrefix(base, "go-"), strings.TrimSuffix(base, "-go"), strings.TrimSuffix(base, ".go")}
	candidates = append(candidates, splitter.Split(base, -1)...)
	used := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				used[id.Name] = true
			}
		}
		return true
	})
	for _, c := range candidates {
		if used[c] && token.IsIdentifier(c) {
			return c
		}
	}
	return strings.ReplaceAll(strings.TrimPrefix(base, "go-"), "-", "")
}

// declare adds to a made-up package the names that a file uses of it.
func (w *world) declare(f *ast.File, s *stub, local string) {
	typed := typePositions(f)
	calls := map[ast.Expr]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			calls[unindexed(c.Fun)] = true
		}
		return true
	})
	ast.Inspect(f, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		id, ok := sel.X.(*ast.Ident)
		if !ok || id.Name != local {
			return true
		}
		name := sel.Sel.Name
		switch {
		case typed[sel]:
			s.declareType(name, literalShape(f, sel))
		case calls[sel]:
			s.declareFunc(name)
		default:
			s.declareVar(name)
		}
		return true
	})
}

func unindexed(e ast.Expr) ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		return e.X
	case *ast.IndexListExpr:
		return e.X
	default:
		return e
	}
}

// typePositions returns the selectors that stand where a type must stand.
func typePositions(f *ast.File) map[*ast.SelectorExpr]bool {
	found := map[*ast.SelectorExpr]bool{}
	var mark func(e ast.Expr)
	mark = func(e ast.Expr) {
		switch e := e.(type) {
		case *ast.SelectorExpr:
			found[e] = true
		case *ast.StarExpr:
			mark(e.X)
		case *ast.ParenExpr:
			mark(e.X)
		case *ast.ArrayType:
			mark(e.Elt)
		case *ast.MapType:
			mark(e.Key)
			mark(e.Value)
		case *ast.ChanType:
			mark(e.Value)
		case *ast.Ellipsis:
			mark(e.Elt)
		case *ast.IndexExpr:
			mark(e.X)
			mark(e.Index)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Field:
			mark(n.Type)
		case *ast.ValueSpec:
			mark(n.Type)
		case *ast.TypeSpec:
			mark(n.Type)
		case *ast.CompositeLit:
			mark(n.Type)
		case *ast.TypeAssertExpr:
			mark(n.Type)
		case *ast.ArrayType, *ast.MapType, *ast.ChanType:
			mark(n.(ast.Expr))
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && (id.Name == "new" || id.Name == "make") && len(n.Args) > 0 {
				mark(n.Args[0])
			}
			if p, ok := n.Fun.(*ast.ParenExpr); ok {
				mark(p.X)
			}
			if _, ok := n.Fun.(*ast.ArrayType); ok {
				mark(n.Fun)
			}
		}
		return true
	})
	return found
}

// literalShape says how literals of a type are written: struct, map or list.
func literalShape(f *ast.File, sel *ast.SelectorExpr) string {
	shape := "struct"
	ast.Inspect(f, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || len(lit.Elts) == 0 {
			return true
		}
		t, ok := lit.Type.(*ast.SelectorExpr)
		if !ok || t.Sel.Name != sel.Sel.Name {
			return true
		}
		kv, ok := lit.Elts[0].(*ast.KeyValueExpr)
		if !ok {
			shape = "list"
			return true
		}
		if _, isName := kv.Key.(*ast.Ident); !isName {
			shape = "map"
		}
		return true
	})
	return shape
}
