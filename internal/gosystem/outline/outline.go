package outline

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"os"

	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/gcexportdata"
)

// Write writes the output of a unit that adds no facts. An error means that
// nothing was written, so that the unit may be checked the usual way.
func Write(unit *unitchecker.Config) error {
	given, err := readImports(unit.PackageVetx)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	pkg, err := check(fset, unit, given)
	if err != nil {
		return err
	}
	var declared bytes.Buffer
	if err := gcexportdata.Write(&declared, fset, pkg); err != nil {
		return fmt.Errorf("types of %s: %w", unit.ImportPath, err)
	}
	facts, err := passedOn(given)
	if err != nil {
		return fmt.Errorf("facts for %s: %w", unit.ImportPath, err)
	}
	out := output{types: declared.Bytes()[len(indexed):], facts: facts}
	if err := out.write(unit.VetxOutput); err != nil {
		return err
	}
	if unit.Stdout != "" {
		return os.WriteFile(unit.Stdout, nil, 0o666)
	}
	return nil
}

// check checks declarations. What function bodies import or get wrong does not
// matter.
func check(fset *token.FileSet, unit *unitchecker.Config, given map[string]output) (*types.Package, error) {
	var files []*ast.File
	for _, name := range unit.GoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	conf := types.Config{
		Importer:         &importer{fset: fset, unit: unit, given: given, known: map[string]*types.Package{}},
		Sizes:            types.SizesFor("gc", build.Default.GOARCH),
		GoVersion:        unit.GoVersion,
		IgnoreFuncBodies: true,
	}
	return conf.Check(unit.ImportPath, fset, files, nil)
}

// importer reads packages from the outputs of the units before.
type importer struct {
	fset  *token.FileSet
	unit  *unitchecker.Config
	given map[string]output
	known map[string]*types.Package
}

// Import returns a package by the path that a file imports it by.
func (i *importer) Import(name string) (*types.Package, error) {
	path, ok := i.unit.ImportMap[name]
	if !ok {
		return nil, fmt.Errorf("%s: import %q is not known", i.unit.ImportPath, name)
	}
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := i.known[path]; pkg != nil && pkg.Complete() {
		return pkg, nil
	}
	from, ok := i.given[path]
	if !ok {
		return nil, fmt.Errorf("%s: nothing came of %q", i.unit.ImportPath, path)
	}
	return gcexportdata.Read(bytes.NewReader(append([]byte(indexed), from.types...)), i.fset, i.known, path)
}
