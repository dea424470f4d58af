package catalog

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/agnivade/levenshtein"
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

//go:embed aws/*.hcl google/*.hcl azure/*.hcl kubernetes/*.hcl github/*.hcl common/*.hcl
var embedded embed.FS

// Catalog is a set of entries. It implements terraform.Schema and is safe for
// concurrent use.
type Catalog struct {
	resources map[string]*source
	data      map[string]*source
	modules   map[string]*source
	canonical map[string]string // other name of a type -> the entry's own
	families  families
	providers []*provider
	locals    map[string]cty.Value
	functions map[string]function.Function
	secrets   *secretWords
	shared    sync.Map       // see variables
	maps      *regexp.Regexp // names of arguments that hold a map
}

// Default returns the catalogue that comes with the program. Its entries are
// decoded when they are first needed.
func Default() (*Catalog, error) {
	c := &Catalog{
		resources: map[string]*source{},
		data:      map[string]*source{},
		modules:   map[string]*source{},
		canonical: map[string]string{},
		locals:    map[string]cty.Value{},
	}
	c.functions = functions(c)
	for _, dir := range []string{"aws", "google", "azure", "kubernetes", "github", "common"} {
		sub, err := fs.Sub(embedded, dir)
		if err != nil {
			return nil, fmt.Errorf("catalog %s: %w", dir, err)
		}
		if _, err := c.add(sub); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Extend adds the entries of the .hcl files at the top of fsys. An entry for a
// type that is there already takes its place. An unknown kind, fact, argument
// or function is an error with its position and the nearest valid name.
func (c *Catalog) Extend(fsys fs.FS) error {
	added, err := c.add(fsys)
	if err != nil {
		return err
	}
	var diags hcl.Diagnostics
	for _, s := range added {
		_, d := s.decode()
		diags = append(diags, d...)
	}
	if diags.HasErrors() {
		return fmt.Errorf("catalog: %w", diags)
	}
	return nil
}

// Check decodes every entry and returns what is wrong with them.
func (c *Catalog) Check() error {
	var diags hcl.Diagnostics
	for _, table := range []map[string]*source{c.resources, c.data, c.modules} {
		for _, name := range slices.Sorted(maps.Keys(table)) {
			_, d := table[name].decode()
			diags = append(diags, d...)
		}
	}
	if diags.HasErrors() {
		return fmt.Errorf("catalog: %w", diags)
	}
	return nil
}

// add reads the files of fsys and returns the entries that they hold.
func (c *Catalog) add(fsys fs.FS) ([]*source, error) {
	files, err := fs.Glob(fsys, "*.hcl")
	if err != nil {
		return nil, fmt.Errorf("catalog: %w", err)
	}
	var entries []*source
	for _, name := range files {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("catalog %s: %w", name, err)
		}
		for _, block := range split(name, text) {
			block.catalog = c
			if block.isEntry() {
				entries = append(entries, block)
				continue
			}
			if diags := c.addShared(block); diags.HasErrors() {
				return nil, fmt.Errorf("catalog: %w", diags)
			}
		}
	}
	for _, s := range entries {
		s.register()
	}
	c.shared.Clear()
	names, _ := stringsOf(c.locals["map_arguments"])
	if c.maps, err = regexp.Compile(strings.Join(names, "|")); err != nil {
		return nil, fmt.Errorf("catalog: map_arguments: %w", err)
	}
	if c.secrets, err = compileSecrets(c.locals); err != nil {
		return nil, fmt.Errorf("catalog: %w", err)
	}
	return entries, nil
}

// addShared reads provider and locals blocks.
func (c *Catalog) addShared(s *source) hcl.Diagnostics {
	f, diags := s.parse()
	if diags.HasErrors() {
		return diags
	}
	c.providers = append(c.providers, f.Providers...)
	for _, l := range f.Locals {
		attrs, d := l.Body.JustAttributes()
		diags = append(diags, d...)
		for name, attr := range attrs {
			v, d := attr.Expr.Value(&hcl.EvalContext{Functions: c.functions})
			diags = append(diags, d...)
			c.locals[name] = v
		}
	}
	return diags
}

func (c *Catalog) providerOf(typ string) *provider {
	prefix, _, _ := strings.Cut(typ, "_")
	for _, p := range c.providers {
		if p.Prefix == prefix {
			return p
		}
	}
	return &provider{Prefix: prefix}
}

// entryFor returns what is known of a resource, data source or module, or nil.
func (c *Catalog) entryFor(r *terraform.Resource) *entry {
	if r.Opaque {
		return c.moduleEntry(r.Type)
	}
	return c.entryOf(r.Type, r.Mode == "data")
}

// entryOf returns what is known of a type, or nil.
func (c *Catalog) entryOf(typ string, isData bool) *entry {
	typ = c.canonicalName(typ)
	table := c.resources
	if isData {
		table = c.data
	}
	s := table[typ]
	if s == nil {
		return c.memberOf(typ, isData)
	}
	e, diags := s.decode()
	if diags.HasErrors() {
		return nil // Check and Extend report it
	}
	return e
}

// Types lists the names of all described resource types, sorted, without the
// data sources.
func (c *Catalog) Types() []string { return slices.Sorted(maps.Keys(c.resources)) }

// DataTypes lists the names of all described data sources, sorted.
func (c *Catalog) DataTypes() []string { return slices.Sorted(maps.Keys(c.data)) }

// ModuleSources lists the modules that are described, as their sources name them,
// sorted, without the entry for all others.
func (c *Catalog) ModuleSources() []string {
	var list []string
	for _, name := range slices.Sorted(maps.Keys(c.modules)) {
		if name == c.modules[name].name && name != anyModule {
			list = append(list, name)
		}
	}
	return list
}

// Describe says what a resource type is in the model: its kind, empty where it is
// a part of other elements or means nothing for threats, and the facts that it
// states, sorted.
func (c *Catalog) Describe(typ string) (kind string, facts []string) {
	e := c.entryOf(typ, false)
	if e == nil {
		return "", nil
	}
	for _, f := range e.Facts {
		facts = append(facts, f.Name)
	}
	slices.Sort(facts)
	return e.Kind, slices.Compact(facts)
}

// check compares an entry's words with the model's vocabulary.
func (c *Catalog) check(e *entry) hcl.Diagnostics {
	words := model.Words()
	var diags hcl.Diagnostics
	if e.Kind != "" && !words.HasKind(e.Kind) {
		diags = append(diags, unknownWord("kind", e.Kind, words.Kinds, e.KindRange))
	}
	for _, other := range e.Becomes {
		if !words.HasKind(other.Kind) {
			diags = append(diags, unknownWord("kind", other.Kind, words.Kinds, e.Range))
		}
	}
	names := make([]string, len(words.Facts))
	for i, w := range words.Facts {
		names[i] = w.Name
	}
	for _, f := range e.Facts {
		if _, ok := words.Fact(f.Name); !ok {
			diags = append(diags, unknownWord("fact", f.Name, names, f.NameRange))
		}
	}
	if e.Read != "" && readers[e.Read] == nil {
		diags = append(diags, unknownWord("reader", e.Read, slices.Sorted(maps.Keys(readers)), e.Range))
	}
	for _, expr := range e.expressions() {
		diags = append(diags, c.checkCalls(expr)...)
	}
	return diags
}

func unknownWord(what, word string, valid []string, at hcl.Range) *hcl.Diagnostic {
	return &hcl.Diagnostic{
		Severity: hcl.DiagError,
		Summary:  fmt.Sprintf("%q is not a %s", word, what),
		Detail:   fmt.Sprintf("The nearest is %q.", nearest(word, valid)),
		Subject:  at.Ptr(),
	}
}

func nearest(word string, valid []string) string {
	best, distance := "", 1<<30
	for _, v := range valid {
		if d := levenshtein.ComputeDistance(word, v); d < distance {
			best, distance = v, d
		}
	}
	return best
}
