package catalog

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

//go:embed state.hcl
var stateSource []byte

// backendWords is what state.hcl says of a kind of backend.
type backendWords struct {
	Type     string   `hcl:"type,label"`
	Provider string   `hcl:"provider"`
	Alias    string   `hcl:"alias,optional"`
	Store    string   `hcl:"store,optional"`
	OfType   []string `hcl:"of_type,optional"`
}

var backendData = sync.OnceValue(func() map[string]backendWords {
	var file struct {
		Backends []backendWords `hcl:"backend,block"`
	}
	if err := hclsimple.Decode("state.hcl", stateSource, nil, &file); err != nil {
		panic(err) // embedded: a bug in this program
	}
	list := map[string]backendWords{}
	for _, b := range file.Backends {
		list[b.Type] = b
	}
	return list
})

// states adds the state of each root whose place its backend tells in full.
func (b *build) states(result *terraform.Result) {
	single := result.Single()
	for _, root := range result.Roots {
		if root.Backend == nil {
			continue
		}
		if words, known := backendData()[root.Backend.Type]; known {
			b.state(root, words, single)
		}
	}
}

func (b *build) state(root *terraform.Root, words backendWords, single bool) {
	e := &model.Element{
		ID: elementID(root.Key, "terraform.backend", single), Kind: "ci.state", Technology: "terraform_backend_" + words.Type, Name: "state",
		Provider: words.Provider, Root: root.Key, Location: locationOf(root.Backend.Range),
	}
	if alias, known := filled(words.Alias, root.Backend); known && alias != "" {
		e.Aliases = []string{alias}
	}
	if store, known := filled(words.Store, root.Backend); known && store != "" {
		for _, n := range b.lookup(root.Key, store, words.OfType) {
			for _, of := range n.elements() {
				e.References = append(e.References, model.Reference{Attribute: "backend", To: of.id, Location: e.Location})
			}
		}
	}
	if len(e.Aliases)+len(e.References) == 0 {
		return
	}
	for _, n := range b.nodes {
		if n.dir != root.Key || !n.entry.Credential {
			continue
		}
		for _, of := range n.elements() {
			e.References = append(e.References, model.Reference{Attribute: "state", To: of.id, Credential: true, Location: e.Location})
		}
	}
	b.sys.Elements = append(b.sys.Elements, e)
}

// filled puts the arguments of a backend into a text; known is false where one of
// them is not told.
func filled(text string, backend *terraform.Block) (out string, known bool) {
	for strings.Contains(text, "{") {
		before, rest, _ := strings.Cut(text, "{")
		name, after, _ := strings.Cut(rest, "}")
		if !backend.Body.Type().HasAttribute(name) {
			return "", false
		}
		value, complete, ok := terraform.Text(backend.Body.GetAttr(name))
		if !ok || !complete || value == "" {
			return "", false
		}
		text = before + value + after
	}
	return text, true
}
