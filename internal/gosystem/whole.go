package gosystem

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/types"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/analyzers"
	"github.com/threatvet/threatvet/analyzers/acceptance"
	"github.com/threatvet/threatvet/internal/gosystem/driver"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// flags guards what analyzers are told by flags, which a program has once.
var flags sync.Mutex

// tell sets the flags of the analyzers.
func (s *scanner) tell() error {
	return errors.Join(
		fragment.Analyzer.Flags.Set("emit", "true"),
		fragment.Analyzer.Flags.Set("tests", fmt.Sprint(s.o.Tests)),
		library.Given.Set(s.extra),
	)
}

// scanning returns the analyzers of a scan, which decides itself what comments
// accept.
func scanning() []*analysis.Analyzer {
	return slices.DeleteFunc(slices.Clone(analyzers.All), func(a *analysis.Analyzer) bool { return a == acceptance.Analyzer })
}

// check runs the analyzers over packages whose imports are all there. It returns
// those that do not compile.
func (s *scanner) check(ctx context.Context, at, dir string, l *listing, pkgs []*listed) ([]*listed, error) {
	c := s.loader(at, l)
	var roots []*driver.Package
	for _, p := range pkgs {
		roots = append(roots, c.roots(p)...)
	}
	results, err := c.driver().Run(ctx, roots)
	if err != nil {
		return nil, err
	}
	for _, r := range results {
		s.takeResult(r, dir)
	}
	return slices.DeleteFunc(slices.Clone(pkgs), func(p *listed) bool { return s.frags[p.ImportPath] != nil }), nil
}

func (s *scanner) takeResult(r driver.Result, dir string) {
	switch {
	case r.Err == nil:
	case s.said == "" && !errors.Is(r.Err, driver.ErrImport):
		s.said = reason([]byte(r.Err.Error()))
	}
	var diags []diagnostic
	for _, d := range r.Diagnostics {
		diags = append(diags, diagnostic{Diagnostic: d, pkg: r.Package.ID})
	}
	s.take(diags, dir)
	for _, problem := range r.Problems {
		s.gap("error", "Go package "+r.Package.ID, "a check ended before its time: "+problem, "report this as an error of threatvet", dir)
	}
	if !r.Kept {
		s.checked++
	}
}

// loader makes packages for the driver of those that the go command lists.
type loader struct {
	*scanner
	*listing
	at   string
	made map[string]*driver.Package
}

func (s *scanner) loader(at string, l *listing) *loader {
	return &loader{scanner: s, at: at, listing: l, made: map[string]*driver.Package{}}
}

func (c *loader) driver() *driver.Driver {
	return &driver.Driver{
		Analyzers: scanning(),
		Sizes:     types.SizesFor("gc", c.env.GOARCH),
		Settings:  fmt.Sprintf("%s %+v %v %q", c.program, c.env, c.o.Tests, c.extra),
		Role:      c.role,
		Exports:   c.exports,
		Store:     &c.store,
	}
}

// roots returns what is to be checked for a package: itself, or where tests are
// asked for, itself together with its tests and those in a package of their own.
func (c *loader) roots(p *listed) []*driver.Package {
	test := " [" + p.ImportPath + ".test]"
	var list []*driver.Package
	for _, id := range []string{p.ImportPath + test, p.ImportPath + "_test" + test} {
		if c.all[id] != nil {
			list = append(list, c.pkg(id))
		}
	}
	if c.all[p.ImportPath+test] == nil && c.all[p.ImportPath] != nil {
		list = append(list, c.pkg(p.ImportPath))
	}
	return list
}

func (c *loader) pkg(id string) *driver.Package {
	if p := c.made[id]; p != nil {
		return p
	}
	l := c.all[id]
	p := &driver.Package{ID: id, Imports: map[string]*driver.Package{}, GoVersion: l.language(c.env.GOVERSION), Fixed: c.fixed(l)}
	c.made[id] = p
	if l.Module != nil {
		p.Module = &analysis.Module{Path: l.Module.Path, Version: l.Module.Version, GoVersion: l.Module.GoVersion}
	}
	for _, name := range l.GoFiles {
		p.Files = append(p.Files, filepath.Join(l.Dir, name))
	}
	by := map[string]string{}
	for name, id := range l.ImportMap {
		by[id] = name
	}
	for _, imported := range l.Imports {
		dep := c.all[imported]
		if dep == nil || c.own(dep) && c.leavesRoot(dep) {
			continue // what imports it does not compile
		}
		name := imported
		if given, ok := by[imported]; ok {
			name = given
		}
		p.Imports[name] = c.pkg(imported)
	}
	return p
}

// language returns the version of the language that a package is written in.
func (l *listed) language(toolchain string) string {
	switch {
	case l.Module == nil:
		return toolchain
	case l.Module.GoVersion == "":
		return "go1.16" // what the go command takes where go.mod says nothing
	}
	return "go" + l.Module.GoVersion
}

// own reports whether a package is one of those that are scanned, or belongs to
// a module that is used as it lies there.
func (c *loader) own(l *listed) bool {
	return !l.DepOnly || !l.Standard && (l.Module == nil || l.Module.Version == "")
}

// fixed names the content of a package that does not change under that name:
// modules in the module cache, which the go command takes for unchangeable too,
// and the standard library.
func (c *loader) fixed(l *listed) string {
	switch _, cached := inside(c.env.GOMODCACHE, l.Dir); {
	case c.own(l):
		return ""
	case l.Standard:
		return c.env.GOVERSION + " " + l.Dir
	case cached:
		return l.Dir
	}
	return ""
}

func (c *loader) role(p *driver.Package) (role driver.Role, handedOn bool) {
	l := c.all[p.ID]
	if p.ID == "unsafe" {
		return driver.Typed, false
	}
	handedOn = mayLimit(p.Imports["net/http"] != nil, p.Files)
	switch {
	case c.own(l):
		return driver.Checked, handedOn
	case handedOn || c.read(p):
		return driver.Described, handedOn
	}
	return driver.Typed, false
}

// read reports whether the bodies of a package that is only imported are read.
func (c *loader) read(p *driver.Package) bool {
	o := ssabuild.Origin{Path: p.Path()}
	if p.Module != nil {
		o.Module, o.Version = p.Module.Path, p.Module.Version
	}
	return o.Read() && measure(&o, p.Files) == nil && o.Read()
}

// exports asks the go command for what the compiler made of packages.
func (c *loader) exports(ctx context.Context, pkgs []*driver.Package) (map[string]string, error) {
	var ids []string
	for _, p := range pkgs {
		if strings.Contains(p.ID, " ") {
			return c.compiled(ctx, c.at, append([]string{"-test"}, c.patterns...))
		}
		ids = append(ids, p.ID)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return c.compiled(ctx, c.at, append([]string{"--"}, ids...))
}

// compiled returns the files that the compiler made of packages, which it is
// asked to make where they are not there.
func (s *scanner) compiled(ctx context.Context, at string, args []string) (map[string]string, error) {
	found := map[string]string{}
	args = append([]string{"list", "-e", "-export", "-deps", "-json=ImportPath,Export", "-tags=" + strings.Join(s.o.Tags, ",")}, args...)
	stdout, _, err := goCommand(ctx, s.o, at, s.settings, args...)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	decoder := json.NewDecoder(bytes.NewReader(stdout))
	for {
		var p struct{ ImportPath, Export string }
		if decoder.Decode(&p) != nil {
			break // what is left is not a package
		}
		if p.Export != "" {
			found[p.ImportPath] = p.Export
		}
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, fmt.Errorf("go list: %w", err)
	}
	return found, nil
}
