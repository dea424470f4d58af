package driver

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/types/objectpath"
)

// given is what a package gives to those that import it.
type given struct {
	// Types are in the form of gcexportdata, empty for a package that the
	// compiler's types are used of.
	Types []byte
	Facts []byte

	once  sync.Once
	facts []fact
	err   error
}

// fact is a fact as it is written: about a package, or about what is called
// Object in it.
type fact struct {
	Path   string
	Object objectpath.Path
	Fact   analysis.Fact
}

// ofMember reports whether a fact is about a method or field, which whoever has
// a value of its type can use.
func (f fact) ofMember() bool { return strings.Contains(string(f.Object), ".") }

// read decodes the facts, once for all that import the package.
func (g *given) read() ([]fact, error) {
	g.once.Do(func() {
		if len(g.Facts) > 0 {
			g.err = gob.NewDecoder(bytes.NewReader(g.Facts)).Decode(&g.facts)
		}
	})
	return g.facts, g.err
}

// give writes what a checked package gives.
func (r *run) give(u *unit, c *checked) (*given, error) {
	g := &given{}
	if u.role == Checked {
		var text bytes.Buffer
		if err := gcexportdata.Write(&text, r.fset, c.Pkg); err != nil {
			return nil, fmt.Errorf("types of %s: %w", u.pkg.ID, err)
		}
		g.Types = text.Bytes()
	}
	list := c.facts.exported()
	if len(list) == 0 {
		return g, nil
	}
	var text bytes.Buffer
	if err := gob.NewEncoder(&text).Encode(list); err != nil {
		return nil, fmt.Errorf("facts of %s: %w", u.pkg.ID, err)
	}
	g.Facts = text.Bytes()
	return g, nil
}

type factKey struct {
	path string // of the package that the fact is about, if it is
	obj  types.Object
	kind reflect.Type
}

// facts are those that one package sees and makes. Of packages and functions it
// sees what it imports, as under go vet.
type facts struct {
	pkg *types.Package
	all map[factKey]analysis.Fact
	own []factKey
}

// factsFor collects the facts that a unit sees.
func (v *universe) factsFor(u *unit, pkg *types.Package) (*facts, error) {
	f := &facts{pkg: pkg, all: map[factKey]analysis.Fact{}}
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, need := range u.needs {
		if need.given == nil {
			continue // it has no facts, for it could not be checked
		}
		list, err := need.given.read()
		if err != nil {
			return nil, fmt.Errorf("facts of %s: %w", need.pkg.ID, err)
		}
		imported := u.imports(need.pkg)
		for _, one := range list {
			if imported || one.ofMember() {
				f.see(one, v.known[one.Path])
			}
		}
	}
	return f, nil
}

// see adds a fact about something in a package, which is nil where nobody has
// anything of it.
func (f *facts) see(one fact, about *types.Package) {
	if about == nil {
		return
	}
	key := factKey{kind: reflect.TypeOf(one.Fact)}
	if one.Object == "" {
		key.path = one.Path
	} else {
		obj, err := objectpath.Object(about, one.Object)
		if err != nil {
			return // it cannot be named from outside
		}
		key.obj = obj
	}
	f.all[key] = one.Fact
}

// exported returns the facts that the package made, sorted.
func (f *facts) exported() []fact {
	var list []fact
	var paths objectpath.Encoder
	for _, key := range f.own {
		one := fact{Path: f.pkg.Path(), Fact: f.all[key]}
		if key.obj != nil {
			path, err := paths.For(key.obj)
			if err != nil {
				continue // it cannot be named from outside
			}
			one.Object = path
		}
		list = append(list, one)
	}
	slices.SortFunc(list, func(a, b fact) int {
		return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(fmt.Sprintf("%T", a.Fact), fmt.Sprintf("%T", b.Fact)))
	})
	return list
}

// serve gives a pass the facts; none of the analyzers asks for all at once.
func (f *facts) serve(pass *analysis.Pass) {
	pass.ImportObjectFact = func(obj types.Object, to analysis.Fact) bool {
		return f.fetch(factKey{obj: obj, kind: reflect.TypeOf(to)}, to)
	}
	pass.ImportPackageFact = func(p *types.Package, to analysis.Fact) bool {
		return f.fetch(factKey{path: p.Path(), kind: reflect.TypeOf(to)}, to)
	}
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) {
		f.add(factKey{obj: obj, kind: reflect.TypeOf(fact)}, fact)
	}
	pass.ExportPackageFact = func(fact analysis.Fact) {
		f.add(factKey{path: f.pkg.Path(), kind: reflect.TypeOf(fact)}, fact)
	}
}

func (f *facts) fetch(key factKey, to analysis.Fact) bool {
	have, ok := f.all[key]
	if ok {
		reflect.ValueOf(to).Elem().Set(reflect.ValueOf(have).Elem())
	}
	return ok
}

func (f *facts) add(key factKey, fact analysis.Fact) {
	if _, again := f.all[key]; !again {
		f.own = append(f.own, key)
	}
	f.all[key] = fact
}
