package standin

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// Source is a package to be checked.
type Source struct {
	Path  string
	Files []*ast.File
}

// Result is a checked package. Dropped counts functions that were left out.
type Result struct {
	Path    string
	Files   []*ast.File
	Types   *types.Package
	Info    *types.Info
	Dropped int
}

// rounds is how often the missing packages are refined.
const rounds = 8

// Check checks packages, in order of their imports of each other. The importer
// gives the packages that can be had; it fails for the others.
func Check(fset *token.FileSet, sources []Source, have types.Importer) []Result {
	w := &world{fset: fset, have: have, stubs: map[string]*stub{}, local: map[string]*types.Package{}}
	ordered := order(sources)
	for _, s := range ordered {
		for _, f := range s.Files {
			w.guess(f, ordered)
		}
	}
	for range rounds {
		w.changed = false
		w.build()
		for _, s := range ordered {
			pkg, info, _ := w.check(s)
			w.local[s.Path] = pkg
			w.learn(s, info)
		}
		if !w.changed {
			break
		}
	}
	w.local = map[string]*types.Package{}
	w.build()
	var out []Result
	for _, s := range ordered {
		out = append(out, w.final(s))
	}
	return out
}

// order puts packages behind those they import.
func order(sources []Source) []Source {
	byPath := map[string]Source{}
	for _, s := range sources {
		byPath[s.Path] = s
	}
	var out []Source
	done := map[string]bool{}
	var visit func(s Source)
	visit = func(s Source) {
		if done[s.Path] {
			return
		}
		done[s.Path] = true
		for _, f := range s.Files {
			for _, i := range f.Imports {
				if dep, ok := byPath[importPath(i)]; ok {
					visit(dep)
				}
			}
		}
		out = append(out, s)
	}
	for _, s := range sources {
		visit(s)
	}
	return out
}

func (w *world) check(s Source) (*types.Package, *types.Info, []types.Error) {
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	var errs []types.Error
	conf := types.Config{
		Importer: w, FakeImportC: true, DisableUnusedImportCheck: true,
		Error: func(err error) {
			if e, ok := err.(types.Error); ok { //nolint:errorlint // go/types hands out exactly this
				errs = append(errs, e)
			}
		},
	}
	pkg, _ := conf.Check(s.Path, w.fset, s.Files, info) // errors are in errs
	return pkg, info, errs
}

// final checks a package for good: functions with errors lose their bodies,
// until there are no errors or nothing is left to leave out.
func (w *world) final(s Source) Result {
	r := Result{Path: s.Path, Files: s.Files}
	for round := range 2 * rounds {
		pkg, info, errs := w.check(s)
		r.Types, r.Info = pkg, info
		hard := slices.DeleteFunc(errs, func(e types.Error) bool { return e.Soft })
		bad := invalid(s.Files, info)
		if len(hard) == 0 && len(bad) == 0 {
			break
		}
		n := 0
		for _, f := range s.Files {
			n += drop(f, hard, bad, round < rounds)
		}
		r.Dropped += n
		if n == 0 {
			r.Info = nil // what is wrong lies outside functions
			break
		}
	}
	w.local[s.Path] = r.Types
	return r
}

// invalid returns where expressions have no type, as what is taken from C.
func invalid(files []*ast.File, info *types.Info) []token.Pos {
	var list []token.Pos
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok {
				if tv, ok := info.Types[e]; ok && tv.Type == types.Typ[types.Invalid] || isOfC(info, e) {
					list = append(list, e.Pos())
				}
			}
			return true
		})
	}
	return list
}

func isOfC(info *types.Info, e ast.Expr) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	id, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	name, ok := info.Uses[id].(*types.PkgName)
	return ok && name.Imported().Path() == "C"
}

// drop takes out of a file what holds an error: the statement where that is
// enough, else the function's body, else the declaration. It reports how many.
func drop(f *ast.File, errs []types.Error, bad []token.Pos, statements bool) int {
	var at []token.Pos
	for _, e := range errs {
		at = append(at, e.Pos)
	}
	at = append(at, bad...)
	hit := func(n ast.Node) bool {
		return n != nil && slices.ContainsFunc(at, func(p token.Pos) bool { return n.Pos() <= p && p < n.End() })
	}
	dropped := 0
	f.Decls = slices.DeleteFunc(f.Decls, func(d ast.Decl) bool {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if hit(d.Type) || d.Recv != nil && hit(d.Recv) {
				dropped++
				return true
			}
			if d.Body == nil || !hit(d.Body) {
				return false
			}
			dropped++
			if !statements || !dropStatements(d.Body, hit) {
				d.Body = nil
			}
		case *ast.GenDecl:
			if d.Tok == token.IMPORT {
				return false
			}
			before := len(d.Specs)
			d.Specs = slices.DeleteFunc(d.Specs, func(s ast.Spec) bool { return hit(s) })
			dropped += before - len(d.Specs)
			return len(d.Specs) == 0
		}
		return false
	})
	return dropped
}

// dropStatements removes the innermost statements that hold an error. It
// reports whether there were any.
func dropStatements(body *ast.BlockStmt, hit func(ast.Node) bool) bool {
	removed := false
	var clean func(list []ast.Stmt) []ast.Stmt
	clean = func(list []ast.Stmt) []ast.Stmt {
		return slices.DeleteFunc(list, func(s ast.Stmt) bool {
			if !hit(s) {
				return false
			}
			inner := false
			ast.Inspect(s, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.BlockStmt:
					if hit(n) {
						before := removed
						removed = false
						n.List = clean(n.List)
						inner = inner || removed
						removed = removed || before
					}
					return false
				case *ast.CaseClause:
					if slices.ContainsFunc(n.Body, func(s ast.Stmt) bool { return hit(s) }) {
						n.Body = clean(n.Body)
						inner = true
					}
					return false
				case *ast.CommClause:
					if slices.ContainsFunc(n.Body, func(s ast.Stmt) bool { return hit(s) }) {
						n.Body = clean(n.Body)
						inner = true
					}
					return false
				}
				return true
			})
			removed = true
			return !inner
		})
	}
	body.List = clean(body.List)
	return removed
}
