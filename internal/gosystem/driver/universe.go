package driver

import (
	"bytes"
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
)

// universe holds the imported packages of one build: those that are built for a
// test are others than those of the same name that are not.
type universe struct {
	mu    sync.Mutex
	fset  *token.FileSet
	known map[string]*types.Package
}

func (r *run) universe(builtFor string) *universe {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.universes[builtFor] == nil {
		r.universes[builtFor] = &universe{fset: r.fset, known: map[string]*types.Package{}}
	}
	return r.universes[builtFor]
}

// load returns a package, which is read at most once.
func (v *universe) load(path string, open func() (io.ReadCloser, error)) (*types.Package, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if pkg := v.known[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	from, err := open()
	if err != nil {
		return nil, err
	}
	defer from.Close()
	return gcexportdata.Read(from, v.fset, v.known, path)
}

// importer imports for one package.
type importer struct {
	run      *run
	universe *universe
	pkg      *Package
}

// Import returns a package by the path that a file imports it by.
func (i *importer) Import(name string) (*types.Package, error) {
	if name == "unsafe" {
		return types.Unsafe, nil
	}
	dep := i.pkg.Imports[name]
	if dep == nil {
		return nil, fmt.Errorf("%s is not known", name)
	}
	return i.universe.load(dep.Path(), func() (io.ReadCloser, error) { return i.open(dep) })
}

// open returns the types of a package: as this program wrote them where it
// checks the package, else as the compiler did.
func (i *importer) open(dep *Package) (io.ReadCloser, error) {
	if u := i.run.units[dep]; u != nil && u.role == Checked {
		if u.given == nil {
			return nil, fmt.Errorf("%s: %w", dep.ID, ErrImport)
		}
		return io.NopCloser(bytes.NewReader(u.given.Types)), nil
	}
	name, ok := i.run.exports[dep.ID]
	if !ok {
		return nil, fmt.Errorf("%s: could not be compiled", dep.ID)
	}
	return openExport(name)
}

// ReadExport reads the types of a package, and of what they are made of, from a
// file of the compiler; known are those that are there.
func ReadExport(fset *token.FileSet, known map[string]*types.Package, name, path string) (*types.Package, error) {
	from, err := openExport(name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	return gcexportdata.Read(from, fset, known, path)
}

func openExport(name string) (io.ReadCloser, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	//lint:ignore SA1019 what go list -export names is an archive up to Go 1.28
	data, err := gcexportdata.NewReader(file)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{data, file}, nil
}
