package terraform

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// Answer is what is known of one attribute: its value and where it came from.
type Answer struct {
	Root    string `json:"root"` // the key of the root
	Address string `json:"address"`
	// Value is JSON as OutputsJSON writes it; null where nothing sets the attribute.
	Value json.RawMessage `json:"value"`
	// Computed is true where the provider gives the value.
	Computed bool     `json:"computed,omitempty"`
	Chain    []Origin `json:"-"`
}

// Ask looks an attribute up by its address, such as
// module.web["a"].aws_instance.this.metadata_options[0].http_tokens, in every
// root that has it; with a root's key before it (infra@prod//...) in that alone.
func (r *Result) Ask(query string) ([]Answer, error) {
	key, rest := Across(query)
	var answers []Answer
	for _, root := range r.Roots {
		if key != "" && root.Key != key {
			continue
		}
		res, attribute := root.longestMatch(rest)
		if res == nil {
			continue
		}
		p, err := parsePath(attribute)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", query, err)
		}
		a, err := res.answer(p)
		if err != nil {
			return nil, err
		}
		a.Root = root.Key
		answers = append(answers, a)
	}
	if len(answers) == 0 {
		return nil, fmt.Errorf("%s: no resource of this address; write it as a plan shows it, with the attribute after it (aws_instance.web[0].ami)", query)
	}
	return answers, nil
}

// longestMatch finds the resource whose address begins the query.
func (r *Root) longestMatch(query string) (found *Resource, attribute string) {
	for _, res := range r.Resources {
		address := res.Address
		if res.Mode == "data" && !strings.Contains(address, "data.") {
			continue
		}
		rest, ok := strings.CutPrefix(query, address)
		if ok && (rest == "" || rest[0] == '.') && (found == nil || len(address) > len(found.Address)) {
			found, attribute = res, strings.TrimPrefix(rest, ".")
		}
	}
	return found, attribute
}

func parsePath(attribute string) (cty.Path, error) {
	if attribute == "" {
		return nil, nil
	}
	t, diags := hclsyntax.ParseTraversalAbs([]byte(attribute), "", hcl.InitialPos)
	if diags.HasErrors() {
		return nil, fmt.Errorf("%q is no attribute: %s", attribute, diags[0].Detail)
	}
	p := cty.GetAttrPath(t.RootName())
	for _, step := range t[1:] {
		switch s := step.(type) {
		case hcl.TraverseAttr:
			p = p.GetAttr(s.Name)
		case hcl.TraverseIndex:
			p = append(p, cty.IndexStep{Key: s.Key})
		default:
			return nil, fmt.Errorf("%q is no attribute; name one", attribute)
		}
	}
	return p, nil
}

func (r *Resource) answer(p cty.Path) (Answer, error) {
	a := Answer{Address: r.Address, Chain: r.Origins(p)}
	if len(p) == 0 {
		return a, nil
	}
	v := r.Lookup(p)
	if v == cty.NilVal {
		return a, nil
	}
	_, err := p.Apply(r.Config)
	a.Computed = err != nil
	text, err := json.Marshal(plainJSON(v))
	if err != nil {
		return a, fmt.Errorf("%s: %w", r.Address, err)
	}
	a.Value = text
	return a, nil
}
