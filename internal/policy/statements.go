package policy

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// statements gives policies the statements of documents, by who holds them.
// What a statement says in a part that is not known is left out, so that a
// comparison with it cannot hold.
func (p *projector) statements() {
	of := p.groups()
	read := map[string][]*statement{} // the same document is often attached many times
	for _, d := range p.sys.Policies {
		list, ok := read[d.Document]
		if !ok {
			list = p.document(d.Document)
			read[d.Document] = list
		}
		for _, s := range list {
			of.add(d.Holder, s.on(p, d))
		}
	}
	p.top.put("policies_of", of.term())
	p.fullRights()
}

// fullRights lists the holders of managed policies that state every right. Such a
// policy is known by its name only and has no statements here.
func (p *projector) fullRights() {
	of := p.groups()
	states := map[string]bool{}
	for _, d := range p.sys.Policies {
		if d.Kind != "identity" || d.Document != "" || d.Managed == "" {
			continue
		}
		full, ok := states[d.Managed]
		if !ok {
			full = statesEverything(d.Managed)
			states[d.Managed] = full
		}
		if full {
			of.add(d.Holder, p.text(d.Managed))
		}
	}
	p.top.put("full_rights_of", of.term())
}

func statesEverything(managed string) bool {
	text, _ := awsdata.Managed(managed)
	doc, err := iam.Parse(text)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(doc.Statements, func(s iam.Statement) bool {
		return s.Effect == "Allow" && len(s.Conditions) == 0 && slices.Contains(s.Actions, "*") && slices.Contains(s.Resources, "*")
	})
}

// statement is what a statement says, and its place in its document.
type statement struct {
	index int
	pairs [][2]*ast.Term
}

func (s *statement) on(p *projector, d *model.Policy) *ast.Term {
	o := p.object(len(s.pairs) + 3)
	o.pairs = append(o.pairs, s.pairs...)
	o.text("policy", d.ID)
	o.text("kind", d.Kind)
	o.put("index", p.number(s.index))
	return o.term()
}

func (p *projector) document(text string) []*statement {
	if text == "" {
		return nil
	}
	doc, err := iam.Parse(text)
	if err != nil {
		return nil // the decision about rights reports it
	}
	var list []*statement
	for _, s := range doc.Statements {
		list = append(list, &statement{index: s.Index, pairs: p.statement(s)})
	}
	return list
}

func (p *projector) statement(s iam.Statement) [][2]*ast.Term {
	o := p.object(10)
	o.text("effect", s.Effect)
	p.patterns(o, "actions", s.Actions)
	p.patterns(o, "not_actions", s.NotActions)
	p.patterns(o, "resources", s.Resources)
	p.patterns(o, "not_resources", s.NotResource)
	p.principals(o, "principals", s.Principals)
	p.principals(o, "not_principals", s.NotPrincipals)
	conditions := make([]*ast.Term, len(s.Conditions))
	var keys []string
	for i, c := range s.Conditions {
		key := strings.ToLower(c.Key)
		keys = append(keys, key)
		condition := p.object(3)
		condition.text("operator", strings.ToLower(c.Operator))
		condition.text("key", key)
		p.patterns(condition, "values", c.Values)
		conditions[i] = condition.term()
	}
	o.put("has_conditions", p.truth(len(s.Conditions) > 0))
	o.put("conditions", p.list(conditions))
	o.texts("condition_keys", keys)
	return o.pairs
}

// patterns leaves the field out where a part of it is not known.
func (p *projector) patterns(o *object, key string, list []string) {
	if !slices.ContainsFunc(list, holed) {
		o.texts(key, list)
	}
}

func (p *projector) principals(o *object, key string, byType map[string][]string) {
	var list []*ast.Term
	for _, kind := range slices.Sorted(maps.Keys(byType)) {
		for _, id := range byType[kind] {
			if holed(id) && !issuerKnown(kind, id) {
				return
			}
			item := p.object(2)
			item.text("type", kind)
			item.text("id", id)
			list = append(list, item.term())
		}
	}
	o.put(key, p.list(list))
}

// issuerKnown reports whether a federated principal names its issuer, whatever
// account it is registered in.
func issuerKnown(kind, id string) bool {
	return kind == "Federated" && !holed(id[strings.LastIndex(id, ":")+1:])
}

func holed(s string) bool { return strings.Contains(s, iam.Hole) }
