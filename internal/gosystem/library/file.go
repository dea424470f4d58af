package library

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

type file struct {
	Packages []packageBlock `hcl:"package,block"`
}

type packageBlock struct {
	Path       string              `hcl:"path,label"`
	Requests   []requestBlock      `hcl:"request,block"`
	Sources    map[string][]string `hcl:"sources,optional"`
	Fields     map[string][]string `hcl:"source_fields,optional"`
	Flows      []string            `hcl:"flows,optional"`
	Clean      []string            `hcl:"clean,optional"`
	Sinks      map[string][]string `hcl:"sinks,optional"`
	SinkTypes  map[string][]string `hcl:"sink_types,optional"`
	SinkFields map[string][]string `hcl:"sink_fields,optional"`
	Views      []string            `hcl:"views,optional"`
	Guards     []string            `hcl:"guards,optional"`
	Routes     []string            `hcl:"routes,optional"`
	Groups     []string            `hcl:"groups,optional"`
	Middleware []string            `hcl:"middleware,optional"`
	Clients    []clientBlock       `hcl:"client,block"`
	Settings   map[string][]string `hcl:"settings,optional"`
	Range      hcl.Range           `hcl:",def_range"`
}

type requestBlock struct {
	Type     string   `hcl:"type,label"`
	What     string   `hcl:"what"`
	Fields   []string `hcl:"fields,optional"`
	Answered string   `hcl:"answered_by,optional"`
}

type clientBlock struct {
	Service   string   `hcl:"service,label"`
	Protocol  string   `hcl:"protocol,optional"`
	Operation string   `hcl:"operation,optional"`
	Calls     []string `hcl:"calls,optional"`
	Consumes  []string `hcl:"consumes,optional"`
	Runs      []string `hcl:"runs,optional"`
	Kind      string   `hcl:"kind,optional"`
}

// Load reads every .hcl file of the file systems into one library. Problems in
// a file are diagnostics, and what of it could be understood is used.
func Load(systems ...fs.FS) (*Library, hcl.Diagnostics) {
	lib := newLibrary()
	var diags hcl.Diagnostics
	for _, system := range systems {
		names, _ := fs.Glob(system, "*.hcl") // the pattern is well-formed
		slices.Sort(names)
		for _, name := range names {
			text, err := fs.ReadFile(system, name)
			if err != nil {
				diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "library not read", Detail: err.Error()})
				continue
			}
			diags = append(diags, lib.read(name, text)...)
		}
	}
	return lib, diags
}

func (l *Library) read(name string, text []byte) hcl.Diagnostics {
	parsed, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	if parsed == nil {
		return diags
	}
	var f file
	diags = append(diags, gohcl.DecodeBody(parsed.Body, nil, &f)...)
	for _, p := range f.Packages {
		if err := l.add(p); err != nil {
			diags = append(diags, &hcl.Diagnostic{
				Severity: hcl.DiagError,
				Summary:  fmt.Sprintf("package %q: not understood", p.Path),
				Detail:   err.Error(),
				Subject:  p.Range.Ptr(),
			})
		}
	}
	return diags
}

// only splits the words after a spec into the kinds after "only" or "except".
func only(words []string, lead string) (Mask, bool, error) {
	if len(words) == 0 || words[0] != lead {
		return None, false, nil
	}
	for i, w := range words {
		words[i] = strings.TrimSuffix(w, ",")
	}
	m, err := parseMask(words[1:])
	return m, true, err
}
