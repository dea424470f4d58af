package catalog

import (
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// environment adds the settings that a compute element gives to its program,
// and says whether one of them is a secret that everyone who sees the settings
// can read, and whether it even stands in the sources.
func (b *build) environment(n *node) {
	if n.element == nil || len(n.entry.Environments) == 0 {
		return
	}
	none := model.Fact{Value: false, State: model.Known, Evidence: []model.Evidence{n.header()}}
	plainly, literally := none, none
	for _, block := range n.entry.Environments {
		for _, v := range b.variablesOf(n, block.Variables, false) {
			n.element.Environment = append(n.element.Environment, v.EnvVar)
			yes := model.Fact{Value: true, State: model.Known, Evidence: v.Value.Evidence}
			if v.plain && !plainly.True() {
				plainly = yes
			}
			if v.literal && !literally.True() {
				literally = yes
			}
		}
		for _, v := range b.variablesOf(n, block.Secrets, true) {
			n.element.Environment = append(n.element.Environment, v.EnvVar)
			b.handedSecret(n, v.EnvVar)
		}
	}
	slices.SortStableFunc(n.element.Environment, func(a, b model.EnvVar) int { return strings.Compare(a.Name, b.Name) })
	if n.res.Opaque && !plainly.True() && !literally.True() {
		return // there may be more settings in the module
	}
	if n.element.Facts == nil {
		n.element.Facts = map[string]model.Fact{}
	}
	n.element.Facts["plain_secret"], n.element.Facts["literal_secret"] = plainly, literally
}

// handedSecret is the flow by which the platform hands a secret to a program as one
// of its settings: clouds give their secrets out over TLS and to identities only.
func (b *build) handedSecret(n *node, v model.EnvVar) {
	for _, id := range v.RefersTo {
		to := b.made[id]
		way := n.id + " -> " + id + " setting"
		if to == nil || to.element.Kind != "secret_store" || b.counts[way] > 0 {
			continue
		}
		sure := func(value string) model.Fact {
			return model.Fact{Value: value, State: model.Known, Evidence: v.Value.Evidence}
		}
		b.sys.Flows = append(b.sys.Flows, &model.Flow{
			ID: b.unique(way), From: n.id, To: id, Protocol: "https", Operation: "read", Basis: "declared",
			Authn: sure("iam"), Authz: model.Fact{State: model.Unknown}, Encryption: sure("tls"), Evidence: v.Value.Evidence,
		})
	}
}

type variable struct {
	model.EnvVar
	// plain is true for a setting that is a secret, wherever its value comes
	// from; literal where the value stands in the sources.
	plain, literal bool
}

func (b *build) variablesOf(n *node, expr hcl.Expression, withheld bool) []variable {
	v, _ := n.scope.value(expr)
	if v == cty.NilVal {
		return nil
	}
	withheld = withheld || v.HasMark(terraform.Sensitive)
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || !v.CanIterateElements() {
		return nil
	}
	at := n.scope.elementPlaces(expr)
	around := n.scope.reads(expr)
	var list []variable
	for it := v.ElementIterator(); it.Next(); {
		k, value := it.Element()
		p, precise := place{node: n}, false
		switch {
		case len(list) < len(at):
			p, precise = at[len(list)], true
		case len(around) > 0:
			p = around[0]
		}
		list = append(list, b.variable(keyText(k), value, p, precise, withheld))
	}
	return list
}

func (b *build) variable(name string, value cty.Value, at place, precise, withheld bool) variable {
	text, complete, ok := terraform.Text(value)
	complete = complete && ok
	v := variable{EnvVar: model.EnvVar{Name: name, Value: model.Fact{State: model.Unknown, Evidence: at.chain()}}}
	if !precise {
		v.Value.Evidence = at.around(name)
	}
	if complete {
		v.Value.State, v.Value.Value = model.Known, text
	} else {
		v.Value.Reason = "not known from the sources"
	}
	v.RefersTo = b.refersTo(text, at, precise)
	words := b.c.secrets
	switch {
	case len(v.RefersTo) > 0 && !words.in(text):
		// The name or address of something else, such as of the secret itself.
	case complete:
		v.literal = words.named(name, text)
		v.plain = v.literal
	default:
		v.literal = words.in(text)
		v.plain = v.literal || words.names.MatchString(name)
	}
	if withheld || v.plain || value.HasMark(terraform.Sensitive) {
		v.Sensitive = true
		v.Value.Value = nil
	}
	return v
}

// around returns the line of a setting inside an argument that holds many, such
// as container definitions or a start script, before where the argument comes
// from.
func (p place) around(name string) []model.Evidence {
	var list []model.Evidence
	for _, o := range p.node.res.Around(p.path, name) {
		list = append(list, evidenceOf(o))
	}
	for _, e := range p.chain() {
		if len(list) < maxEvidence && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return list
}

// refersTo lists the elements that a setting names: by its whole value, or by
// the references of its expression. Where the expression holds more than this
// one value, only a reference whose name occurs in the value counts.
func (b *build) refersTo(text string, at place, precise bool) []string {
	var found []*node
	if text != "" {
		found = append(found, b.lookup(at.node.dir, text, nil)...)
	}
	if len(found) == 0 && len(at.path) > 0 {
		for _, address := range at.node.res.References(at.path) {
			other := b.at(at.node.dir, address)
			if other != nil && (precise || other.nameIn(text)) {
				found = append(found, other)
			}
		}
	}
	var ids []string
	for _, f := range found {
		for _, e := range f.elements() {
			if e != at.node {
				ids = append(ids, e.id)
			}
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// nameIn reports whether one of the node's names is part of a text.
func (n *node) nameIn(text string) bool {
	return slices.ContainsFunc(n.aliases, func(a string) bool {
		return len(a) >= 6 && strings.Contains(text, a)
	})
}
