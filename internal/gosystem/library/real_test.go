package library_test

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/build"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// Everything that is described exists in the real package: the function, the
// method, the field, and the argument or result that a line speaks of. The
// standard library is always here; of the others, those that the module cache
// holds are read.
func TestDescribedNamesExist(t *testing.T) {
	lib, diags := library.Load(libraries.Files)
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	world := newReal(t)
	missing := map[string]bool{}
	seen := map[string]bool{}
	for _, line := range lib.Lines() {
		if first, _, _ := strings.Cut(line.Package, "/"); testing.Short() && strings.Contains(first, ".") {
			continue
		}
		versions := world.packages(line.Package)
		if len(versions) == 0 {
			missing[line.Package] = true
			continue
		}
		seen[line.Package] = true
		for _, name := range line.Names {
			if why := checkName(versions, name, line.Places); why != "" {
				t.Errorf("%s:%d: %s.%s: %s", line.Range.Filename, line.Range.Start.Line, line.Package, name, why)
			}
		}
	}
	t.Logf("%d packages checked against their source, %d are not in the module cache", len(seen), len(missing))
	if testing.Verbose() {
		for _, m := range slices.Sorted(mapKeys(missing)) {
			t.Log("not here:", m)
		}
	}
}

func mapKeys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// checkName says what is wrong with a name in all of the versions, or nothing
// where one version has it.
func checkName(versions []*realPackage, name string, places []library.Port) string {
	if strings.Contains(name, "*") {
		typ, _, ok := strings.Cut(name, ".")
		if !ok || strings.Contains(typ, "*") {
			return ""
		}
		for _, v := range versions {
			if v.types[typ] != nil {
				return ""
			}
		}
		return "there is no such type" + nearest(versions, typ)
	}
	why := "there is no such function, method or field" + nearest(versions, name)
	for _, v := range versions {
		m, ok := v.member(name)
		if !ok {
			continue
		}
		if why = v.checkPlaces(m, places); why == "" {
			return ""
		}
	}
	return why
}

func nearest(versions []*realPackage, name string) string {
	var all []string
	for _, v := range versions {
		all = append(all, v.names()...)
	}
	slices.Sort(all)
	if near := library.Nearest(name, slices.Compact(all)); near != "" {
		return "; the nearest is " + near
	}
	return ""
}

func (p *realPackage) checkPlaces(m member, places []library.Port) string {
	if m.fn == nil {
		return ""
	}
	for _, place := range places {
		if place.Index == library.Receiver {
			if m.recv == "" {
				return "it has no receiver"
			}
			if place.Path != "" && !p.hasPath(m.recv, place.Path) {
				return fmt.Sprintf("the receiver has no field %s", place.Path)
			}
			continue
		}
		list, what := m.fn.Params, "argument"
		if place.Result {
			list, what = m.fn.Results, "result"
		}
		typ, ok := nth(list, place.Index)
		if !ok {
			return fmt.Sprintf("it has no %s %d", what, place.Index)
		}
		if local := baseName(typ); place.Path != "" && local != "" && p.types[local] != nil && !p.hasPath(local, place.Path) {
			return fmt.Sprintf("%s %d has no field %s", what, place.Index, place.Path)
		}
	}
	return ""
}

func (p *realPackage) hasPath(typ, path string) bool {
	for _, part := range strings.Split(strings.TrimPrefix(path, "."), ".") {
		if p.types[typ].iface {
			return true // what implements it has the field
		}
		m, ok := p.member(typ + "." + part)
		if !ok {
			return false
		}
		typ = baseName(m.typ)
		if typ == "" || p.types[typ] == nil {
			return true // of another package
		}
	}
	return true
}

// nth returns the type of the n-th of a list of parameters or results.
func nth(list *ast.FieldList, n int) (ast.Expr, bool) {
	if list == nil {
		return nil, false
	}
	i := 0
	for _, f := range list.List {
		for range max(1, len(f.Names)) {
			if _, variadic := f.Type.(*ast.Ellipsis); i == n || variadic {
				return f.Type, true
			}
			i++
		}
	}
	return nil, false
}

// baseName returns the name of a type of the same package, behind stars.
func baseName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return baseName(e.X)
	case *ast.Ellipsis:
		return baseName(e.Elt)
	case *ast.IndexExpr:
		return baseName(e.X)
	case *ast.IndexListExpr:
		return baseName(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// real finds the source of packages.
type real struct {
	cache  string
	parsed map[string]*realPackage // by directory
	dirs   map[string][]string     // module path in the cache -> newest directories
}

func newReal(t *testing.T) *real {
	t.Helper()
	out, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Fatal(err)
	}
	return &real{cache: strings.TrimSpace(string(out)), parsed: map[string]*realPackage{}, dirs: map[string][]string{}}
}

// packages returns the source of a package in each major version that is here.
func (r *real) packages(path string) []*realPackage {
	if strings.Contains(path, "*") {
		return nil
	}
	var list []*realPackage
	for _, dir := range r.directories(path) {
		if p := r.parse(dir); p != nil {
			list = append(list, p)
		}
	}
	return list
}

func (r *real) directories(path string) []string {
	if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
		return []string{filepath.Join(build.Default.GOROOT, "src", path)}
	}
	var dirs []string
	for mod, rest := path, ""; mod != "." && mod != ""; mod, rest = parent(mod), filepath.Join(filepath.Base(mod), rest) {
		for _, d := range r.modules(mod) {
			dirs = append(dirs, filepath.Join(d, rest))
			// Packages below may carry a version of their own.
			if more, err := filepath.Glob(filepath.Join(d, rest, "v[0-9]*")); err == nil {
				dirs = append(dirs, more...)
			}
		}
	}
	return dirs
}

func parent(path string) string {
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return ""
	}
	return path[:i]
}

// modules returns the directory of the newest version of each major version of
// a module.
func (r *real) modules(path string) []string {
	if have, ok := r.dirs[path]; ok {
		return have
	}
	escaped, err := module.EscapePath(path)
	if err != nil {
		return nil
	}
	at := filepath.Join(r.cache, escaped)
	newest := map[string]string{}
	for _, pattern := range []string{at + "@v*", filepath.Join(at, "v[0-9]*@v*"), at + ".v[0-9]*@v*"} {
		found, _ := filepath.Glob(pattern) // the pattern is well-formed
		for _, dir := range found {
			base, v, _ := strings.Cut(dir, "@")
			if have := newest[base+semver.Major(v)]; have == "" || semver.Compare(v, have[strings.LastIndexByte(have, '@')+1:]) > 0 {
				newest[base+semver.Major(v)] = dir
			}
		}
	}
	var dirs []string
	for _, d := range newest {
		dirs = append(dirs, d)
	}
	slices.SortFunc(dirs, func(a, b string) int { return cmp.Compare(b, a) })
	r.dirs[path] = dirs
	return dirs
}

func (r *real) parse(dir string) *realPackage {
	if p, ok := r.parsed[dir]; ok {
		return p
	}
	var p *realPackage
	if entries, err := os.ReadDir(dir); err == nil {
		p = parsePackage(r, dir, entries)
	}
	r.parsed[dir] = p
	return p
}
