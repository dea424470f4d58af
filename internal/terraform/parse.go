package terraform

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/json"
)

// module is a directory of Terraform files, parsed once and shared by all who
// call it.
type module struct {
	dir       string
	variables map[string]*variable
	locals    map[string]*hcl.Attribute
	resources map[string]*block // by type.name, data.type.name
	calls     map[string]*call
	outputs   map[string]*hcl.Attribute
	outputAt  map[string]hcl.Range
	sensitive map[string]hcl.Expression
	providers map[string]*block // by name or name.alias
	backend   *block
	files     int
	names     []string // of the files
	lines     int
	tfvars    []string // terraform.tfvars and *.auto.tfvars, in Terraform's order
	diags     hcl.Diagnostics
	guarded   func() []string // attributes asked for in try and the like
}

type variable struct {
	name      string
	typ       hcl.Expression
	def       hcl.Expression
	nullable  hcl.Expression
	sensitive hcl.Expression
	ephemeral hcl.Expression
	rules     []rule
	rng       hcl.Range
}

type call struct {
	name string
	body hcl.Body
	attr map[string]*hcl.Attribute
	rng  hcl.Range
}

type block struct {
	kind   string // managed, data, provider, backend
	typ    string
	name   string
	body   hcl.Body
	header hcl.Range
	whole  hcl.Range
}

// maxFile is larger than any source a person wrote.
const maxFile = 16 << 20

func sourceFile(name string) bool {
	for _, ext := range []string{".tf", ".tofu", ".tf.json", ".tofu.json"} {
		if strings.HasSuffix(name, ext) && !strings.HasPrefix(name, ".") {
			return true
		}
	}
	return false
}

// preferred leaves out each x.tf that an x.tofu stands beside, and each
// x.tf.json with an x.tofu.json: OpenTofu reads the latter alone.
func preferred(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		if base, ok := strings.CutSuffix(name, ".tf"); ok {
			return slices.Contains(names, base+".tofu")
		}
		base, ok := strings.CutSuffix(name, ".tf.json")
		return ok && slices.Contains(names, base+".tofu.json")
	})
}

func override(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	return base == "override" || strings.HasSuffix(base, "_override")
}

// parseModule reads every source file of a directory. What cannot be read or
// parsed is a diagnostic; the rest stands.
func parseModule(fsys fs.FS, dir string) *module {
	m := &module{
		dir: dir, variables: map[string]*variable{}, locals: map[string]*hcl.Attribute{}, resources: map[string]*block{},
		calls: map[string]*call{}, outputs: map[string]*hcl.Attribute{}, outputAt: map[string]hcl.Range{},
		sensitive: map[string]hcl.Expression{}, providers: map[string]*block{},
	}
	m.guarded = sync.OnceValue(m.findGuarded)
	entries, err := fs.ReadDir(fsys, dir)
	if err != nil {
		m.diags = m.diags.Append(problem("cannot read the directory", err.Error(), hcl.Range{Filename: dir}))
		return m
	}
	var plain, over, first []string
	for _, e := range entries {
		name := e.Name()
		switch {
		case e.IsDir():
		case sourceFile(name) && override(name):
			over = append(over, name)
		case sourceFile(name):
			plain = append(plain, name)
		case name == "terraform.tfvars" || name == "terraform.tfvars.json":
			first = append(first, path.Join(dir, name))
		case strings.HasSuffix(name, ".auto.tfvars") || strings.HasSuffix(name, ".auto.tfvars.json"):
			m.tfvars = append(m.tfvars, path.Join(dir, name))
		}
	}
	plain, over = preferred(plain), preferred(over)
	m.tfvars = append(first, m.tfvars...)
	for _, name := range append(plain, over...) {
		m.parseFile(fsys, path.Join(dir, name), override(name))
	}
	return m
}

func (m *module) parseFile(fsys fs.FS, name string, over bool) {
	text, err := readFile(fsys, name)
	if err != nil {
		m.diags = m.diags.Append(problem("cannot read the file", unreadable(err), hcl.Range{Filename: name}))
		return
	}
	m.files++
	m.names = append(m.names, name)
	m.lines += strings.Count(string(text), "\n")
	file, diags := parseHCL(text, name)
	m.diags = append(m.diags, diags...)
	if file == nil || file.Body == nil {
		return
	}
	content, _, _ := file.Body.PartialContent(schema)
	for _, b := range content.Blocks {
		m.add(b, over)
	}
}

// unreadable is what is wrong with a file, without the name that stands before it.
func unreadable(err error) string {
	var of *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "it is a link to something that is not there"
	case errors.As(err, &of):
		return of.Err.Error()
	}
	return err.Error()
}

func parseHCL(text []byte, name string) (*hcl.File, hcl.Diagnostics) {
	if deep(text) {
		return nil, hcl.Diagnostics{problem("nested too deeply", "brackets are nested more than 500 deep, or an expression is a chain of more than 20000 operators; the file was left out", hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos})}
	}
	if strings.HasSuffix(name, ".json") {
		return json.Parse(text, name)
	}
	return hclsyntax.ParseConfig(text, name, hcl.InitialPos)
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errTooLarge}
	}
	return fs.ReadFile(fsys, name)
}

var schema = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "terraform"}, {Type: "locals"},
	{Type: "variable", LabelNames: []string{"name"}}, {Type: "output", LabelNames: []string{"name"}},
	{Type: "module", LabelNames: []string{"name"}}, {Type: "provider", LabelNames: []string{"name"}},
	{Type: "resource", LabelNames: []string{"type", "name"}}, {Type: "data", LabelNames: []string{"type", "name"}},
	{Type: "moved"}, {Type: "removed"}, {Type: "import"}, {Type: "check", LabelNames: []string{"name"}},
}}
