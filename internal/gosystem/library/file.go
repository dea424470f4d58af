package library

import (
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

type packageBlock struct {
	Path       string
	Requests   []requestBlock      `hcl:"request,block"`
	Sources    map[string][]string `hcl:"sources,optional"`
	Fields     map[string][]string `hcl:"source_fields,optional"`
	Operators  map[string][]string `hcl:"operator_sources,optional"`
	Variables  map[string][]string `hcl:"operator_variables,optional"`
	Flows      []string            `hcl:"flows,optional"`
	Clean      []string            `hcl:"clean,optional"`
	Sinks      map[string][]string `hcl:"sinks,optional"`
	SinkTypes  map[string][]string `hcl:"sink_types,optional"`
	SinkFields map[string][]string `hcl:"sink_fields,optional"`
	Views      []string            `hcl:"views,optional"`
	Silent     []string            `hcl:"silent,optional"`
	Guards     []string            `hcl:"guards,optional"`
	Routes     []string            `hcl:"routes,optional"`
	Handlers   []string            `hcl:"handler_fields,optional"`
	Groups     []string            `hcl:"groups,optional"`
	Middleware []string            `hcl:"middleware,optional"`
	Services   []serviceBlock      `hcl:"service,block"`
	Resolvers  []resolverBlock     `hcl:"resolver,block"`
	Gateways   []gatewayBlock      `hcl:"gateway,block"`
	Events     map[string][]string `hcl:"events,optional"`
	Clients    []clientBlock       `hcl:"client,block"`
	Transport  map[string][]string `hcl:"transport,optional"`
	Settings   map[string][]string `hcl:"settings,optional"`
	SettingIn  map[string][]string `hcl:"setting_fields,optional"`
	Tags       map[string][]string `hcl:"tags,optional"`
	Fills      []string            `hcl:"fills,optional"`
	Binds      map[string][]string `hcl:"binds,optional"`
	Range      hcl.Range

	at func(text string) hcl.Range // where a line of the block stands
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
	// Inputs is how the types end that carry what an operation is given, such
	// as Input in s3.GetObjectInput.
	Inputs string `hcl:"inputs,optional"`
	// Targets are the fields of such a type that can name the other end.
	Targets []string `hcl:"targets,optional"`
	// Prefixes replace {package} in the operation for packages whose name is
	// not the service's own.
	Prefixes map[string]string `hcl:"prefixes,optional"`
}

type serviceBlock struct {
	Name           string `hcl:"name,label"`
	Kind           string `hcl:"kind"`
	Takes          string `hcl:"takes"`
	Implementation int    `hcl:"implementation,optional"`
}

type resolverBlock struct {
	Returns string            `hcl:"returns,label"`
	Kind    string            `hcl:"kind"`
	Methods map[string]string `hcl:"methods"`
}

type gatewayBlock struct {
	Name     string `hcl:"name,label"`
	Takes    string `hcl:"takes"`
	Target   int    `hcl:"target"`
	Protocol string `hcl:"protocol"`
}

// linesOf returns a function that finds where a text stands in a block. What is
// not found stands at the block's own line.
func linesOf(block *hclsyntax.Block) func(string) hcl.Range {
	var places map[string]hcl.Range
	return func(text string) hcl.Range {
		if places == nil {
			places = map[string]hcl.Range{}
			hclsyntax.VisitAll(block.Body, func(n hclsyntax.Node) hcl.Diagnostics {
				if e, ok := n.(hclsyntax.Expression); ok {
					if v, diags := e.Value(nil); !diags.HasErrors() && v.Type() == cty.String && v.IsKnown() && !v.IsNull() {
						if _, have := places[v.AsString()]; !have {
							places[v.AsString()] = e.Range()
						}
					}
				}
				return nil
			})
		}
		if r, ok := places[text]; ok {
			return r
		}
		return block.DefRange()
	}
}

// only splits the words after a spec into the kinds after "only" or "except".
func only(words []string, lead string) (Mask, bool, error) {
	if len(words) == 0 {
		return None, false, nil
	}
	if words[0] != lead {
		return None, false, fmt.Errorf("%q is not understood here; write %q and kinds, or nothing", words[0], lead)
	}
	list := make([]string, len(words)-1)
	for i, w := range words[1:] {
		list[i] = strings.TrimSuffix(w, ",")
	}
	m, err := parseMask(list)
	return m, true, err
}
