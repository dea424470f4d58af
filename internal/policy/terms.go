package policy

import (
	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// terms makes values for Rego directly, without a detour over maps, and shares
// what occurs often: keys, kinds, ids, empty lists. That is several times
// faster and smaller than converting the model.
type terms struct {
	texts            map[string]*ast.Term
	yes, no          *ast.Term
	noList, noObject *ast.Term
}

func newTerms() *terms {
	return &terms{
		texts: map[string]*ast.Term{},
		yes:   ast.BooleanTerm(true), no: ast.BooleanTerm(false),
		noList: ast.ArrayTerm(), noObject: ast.ObjectTerm(),
	}
}

func (t *terms) text(s string) *ast.Term {
	term, ok := t.texts[s]
	if !ok {
		term = ast.StringTerm(s)
		t.texts[s] = term
	}
	return term
}

func (t *terms) truth(b bool) *ast.Term {
	if b {
		return t.yes
	}
	return t.no
}

func (t *terms) number(n int) *ast.Term { return ast.InternedTerm(n) }

func (t *terms) list(items []*ast.Term) *ast.Term {
	if len(items) == 0 {
		return t.noList
	}
	return ast.ArrayTerm(items...)
}

func (t *terms) textList(items []string) *ast.Term {
	list := make([]*ast.Term, len(items))
	for i, s := range items {
		list[i] = t.text(s)
	}
	return t.list(list)
}

// value is the plain value of a fact, or nil where it is not known.
func (t *terms) value(f model.Fact) *ast.Term {
	if !f.Known() {
		return nil
	}
	switch v := f.Value.(type) {
	case bool:
		return t.truth(v)
	case string:
		return t.text(v)
	case float64:
		if n := int(v); float64(n) == v {
			return t.number(n)
		}
		return ast.FloatNumberTerm(v)
	case int:
		return t.number(v)
	case []string:
		return t.textList(v)
	}
	return nil
}

// object collects the fields of an object.
type object struct {
	t     *terms
	pairs [][2]*ast.Term
}

func (t *terms) object(size int) *object {
	return &object{t: t, pairs: make([][2]*ast.Term, 0, size)}
}

// put adds a field, unless the value is nil.
func (o *object) put(key string, value *ast.Term) {
	if value != nil {
		o.pairs = append(o.pairs, [2]*ast.Term{o.t.text(key), value})
	}
}

// text adds a field that has a text, unless it is empty: an id that is not
// there must not equal another that is not there either.
func (o *object) text(key, value string) {
	if value != "" {
		o.put(key, o.t.text(value))
	}
}

func (o *object) texts(key string, values []string) { o.put(key, o.t.textList(values)) }

func (o *object) term() *ast.Term {
	if len(o.pairs) == 0 {
		return o.t.noObject
	}
	return ast.ObjectTerm(o.pairs...)
}

// groups collects lists by key.
type groups struct {
	t     *terms
	keys  []string
	lists map[string][]*ast.Term
}

func (t *terms) groups() *groups { return &groups{t: t, lists: map[string][]*ast.Term{}} }

func (g *groups) add(key string, item *ast.Term) {
	if key == "" {
		return
	}
	if _, ok := g.lists[key]; !ok {
		g.keys = append(g.keys, key)
	}
	g.lists[key] = append(g.lists[key], item)
}

// reserve makes an empty list where nothing is added.
func (g *groups) reserve(key string) {
	if _, ok := g.lists[key]; !ok {
		g.keys = append(g.keys, key)
		g.lists[key] = nil
	}
}

func (g *groups) term() *ast.Term {
	o := g.t.object(len(g.keys))
	for _, key := range g.keys {
		o.put(key, g.t.list(g.lists[key]))
	}
	return o.term()
}
