package driver

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"maps"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Package is a package as it is built.
type Package struct {
	// ID is the import path, and behind a space the test that the package is
	// built for, if any.
	ID string
	// Files are the absolute names of its Go files.
	Files []string
	// Imports are by the paths that the files use.
	Imports map[string]*Package
	Module  *analysis.Module
	// GoVersion is the version of the language, such as go1.24.
	GoVersion string
	// Fixed stands for the content of the files where that never changes; else it
	// is empty, and the files are read.
	Fixed string
}

// Path returns the import path.
func (p *Package) Path() string {
	path, _, _ := strings.Cut(p.ID, " ")
	return path
}

// builtFor returns the test that the package is built for.
func (p *Package) builtFor() string {
	_, test, _ := strings.Cut(p.ID, " ")
	return test
}

// Role says what is wanted of a package, the least first.
type Role uint8

// The roles of packages.
const (
	// Typed packages are only imported.
	Typed Role = iota
	// Described packages have facts for those that import them.
	Described
	// Checked packages are given to all analyzers.
	Checked
)

// direct returns what a package imports, sorted.
func (p *Package) direct() []*Package {
	list := slices.Collect(maps.Values(p.Imports))
	slices.SortFunc(list, func(a, b *Package) int { return cmp.Compare(a.ID, b.ID) })
	return slices.Compact(list)
}

// keys finds what the results for packages depend on.
type keys struct {
	settings string
	known    map[*Package]string
}

// of returns a key for all that decides what comes of a package: its files and
// those of all that it imports, and the settings.
func (k *keys) of(p *Package) (string, error) {
	if key, ok := k.known[p]; ok {
		return key, nil
	}
	h := sha256.New()
	fmt.Fprintf(h, "%q %q %q %+v\n", k.settings, p.ID, p.GoVersion, module(p))
	if err := p.files(h); err != nil {
		return "", err
	}
	for _, name := range slices.Sorted(maps.Keys(p.Imports)) {
		of, err := k.of(p.Imports[name])
		if err != nil {
			return "", err
		}
		fmt.Fprintf(h, "%q %s\n", name, of)
	}
	key := hex.EncodeToString(h.Sum(nil))
	k.known[p] = key
	return key, nil
}

func module(p *Package) analysis.Module {
	if p.Module == nil {
		return analysis.Module{}
	}
	return analysis.Module{Path: p.Module.Path, Version: p.Module.Version, GoVersion: p.Module.GoVersion}
}

func (p *Package) files(h hash.Hash) error {
	fmt.Fprintf(h, "%q %q\n", p.Fixed, p.Files)
	if p.Fixed != "" {
		return nil
	}
	for _, name := range p.Files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(h, "%x\n", sha256.Sum256(text))
	}
	return nil
}
