package catalog

import (
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// node is one resource and what is known about it.
type node struct {
	// regionAssumed is true where the sources do not tell the region.
	regionAssumed bool
	graph         *graph
	res           *terraform.Resource
	dir           string // the key of its root
	id            string
	entry         *entry // an empty one where nobody described the type
	known         bool   // the type is described
	// aliases are the complete values of its stand-ins and alias expressions.
	aliases    []string
	companions map[string][]*node
	// owners are the elements that this resource is a part of.
	owners  []*node
	element *model.Element
	scope   *scope
}

// kind is what the node is an element of, or empty where it is part of another
// or no element at all.
func (n *node) kind() string {
	switch {
	case !n.known && n.res.Mode == "data":
		return ""
	case !n.known:
		return "unknown"
	case len(n.owners) > 0 && written(n.entry.BelongsTo):
		return ""
	case n.entry.Alone && n.graph.mentioned()[n]:
		return ""
	}
	for _, other := range n.entry.Becomes {
		if n.scope.truth(other.When).True() {
			return other.Kind
		}
	}
	return n.entry.Kind
}

func (n *node) header() model.Evidence {
	return model.Evidence{Location: locationOf(n.res.Range), Address: n.id, Note: "block"}
}

// isType reports whether the node's type is one of types, or any for an empty
// list.
func (n *node) isType(types []string) bool {
	return len(types) == 0 || slices.Contains(types, n.entry.Type) || n.entry.StandsFor != "" && slices.Contains(types, n.entry.StandsFor)
}

// elements are the elements that the node speaks for: itself, or its owners.
func (n *node) elements() []*node { return n.spokenFor(0) }

// spokenFor goes from owner to owner: a rule is part of a listener, which is part
// of a load balancer.
func (n *node) spokenFor(depth int) []*node {
	if n.element != nil {
		return []*node{n}
	}
	var list []*node
	for _, o := range n.owners {
		if depth < maxOwners {
			list = append(list, o.spokenFor(depth+1)...)
		}
	}
	return list
}

// maxOwners bounds chains of owners, which sources could tie into a ring.
const maxOwners = 4

// graph is all nodes of a scan with the tables to find them.
type graph struct {
	c     *Catalog
	nodes []*node
	// byAddress: root key, then address.
	byAddress map[string]map[string]*node
	// byValue: root key, then alias; the empty key holds all roots.
	byValue map[string]map[string][]*node
	byType  map[string]map[string][]*node
	joins   map[joinKey]map[*node][]*node
	// others are the nodes that some other names, once asked for.
	others map[*node]bool
}

func (c *Catalog) graph(result *terraform.Result) *graph {
	g := &graph{
		c:         c,
		byAddress: map[string]map[string]*node{},
		byValue:   map[string]map[string][]*node{"": {}},
		byType:    map[string]map[string][]*node{},
		joins:     map[joinKey]map[*node][]*node{},
	}
	single := result.Single()
	for _, root := range result.Roots {
		g.byAddress[root.Key] = make(map[string]*node, len(root.Resources))
		g.byValue[root.Key] = map[string][]*node{}
		g.byType[root.Key] = map[string][]*node{}
		for _, r := range slices.Concat(root.Resources, root.Opaque) {
			g.add(root, r, single)
		}
	}
	for _, n := range g.nodes {
		g.join(n)
	}
	for _, n := range g.nodes {
		if len(n.entry.judged) > 0 {
			n.bindSelf()
		}
		n.scope.ctx.Variables["companion"], n.scope.ctx.Variables["companions"] = n.companionValues()
		n.bindLets()
	}
	return g
}

// at finds a resource by an address as the loader gives it, which may lie in
// another root.
func (g *graph) at(dir, address string) *node {
	if n := g.byAddress[dir][address]; n != nil {
		return n
	}
	root, rest := terraform.Across(address)
	return g.byAddress[root][rest]
}

// mentioned returns the nodes that some other node names.
func (g *graph) mentioned() map[*node]bool {
	if g.others != nil {
		return g.others
	}
	g.others = map[*node]bool{}
	for _, n := range g.nodes {
		for _, address := range n.res.References(nil) {
			if other := g.at(n.dir, address); other != nil && other != n {
				g.others[other] = true
			}
		}
	}
	return g.others
}

func elementID(dir, address string, single bool) string {
	if single || dir == "." || dir == "" {
		return address
	}
	return dir + "//" + address
}

func (g *graph) add(root *terraform.Root, r *terraform.Resource, single bool) {
	e := g.c.entryFor(r)
	n := &node{graph: g, res: r, dir: root.Key, id: elementID(root.Key, r.Address, single), entry: e, known: e != nil}
	if e == nil {
		n.entry = &entry{Type: r.Type, provider: g.c.providerOf(r.Type)}
	}
	vars := g.c.variables(n.entry, r.Provider)
	vars["self"] = cty.ObjectVal(n.attributes(n.entry.attributes))
	n.scope = &scope{node: n, ctx: &hcl.EvalContext{Variables: vars, Functions: g.c.functions}}
	n.regionAssumed = vars["region_given"] == cty.False
	n.aliases = n.findAliases()
	g.nodes = append(g.nodes, n)
	g.byAddress[n.dir][r.Address] = n
	g.byType[n.dir][n.entry.Type] = append(g.byType[n.dir][n.entry.Type], n)
	for _, a := range n.aliases {
		g.byValue[n.dir][a] = append(g.byValue[n.dir][a], n)
		g.byValue[""][a] = append(g.byValue[""][a], n)
	}
}

// findAliases lists the values by which others name the resource.
func (n *node) findAliases() []string {
	var list []string
	attrs := n.scope.ctx.Variables["self"].AsValueMap()
	for _, s := range n.entry.Standins {
		if v, ok := attrs[s.Name]; ok && !s.Shared {
			more, _ := stringsOf(v)
			list = append(list, more...)
		}
	}
	more, _ := n.scope.strings(n.entry.Aliases)
	list = append(list, more...)
	slices.Sort(list)
	return slices.Compact(list)
}

// join finds a node's companions and, from its own side, its owners.
func (g *graph) join(n *node) {
	for _, def := range n.entry.Companions {
		for _, from := range n.startOf(def) {
			if def.Named != "" {
				n.addCompanions(def.Name, g.resolveAt(from, def.Named, []string{def.Type}))
				continue
			}
			n.addCompanions(def.Name, g.naming(from, def))
		}
	}
	if written(n.entry.BelongsTo) {
		n.owners = slices.DeleteFunc(g.resolve(n.scope, n.entry.BelongsTo, n.entry.OfType), func(o *node) bool { return o == n })
	}
}

// startOf returns what a companion is searched from: the node, or those of its
// companions that the definition names.
func (n *node) startOf(def *companion) []*node {
	if def.Of == "" {
		return []*node{n}
	}
	return n.companions[def.Of]
}

// joinKey names one way in which one type's resources name another type's.
type joinKey struct{ dir, owner, companion, where string }

// naming lists the companions that name a node. All companions of a type are
// looked at once.
func (g *graph) naming(n *node, def *companion) []*node {
	key := joinKey{n.dir, n.entry.Type, def.Type, def.Where}
	table, ok := g.joins[key]
	if !ok {
		table = map[*node][]*node{}
		for _, other := range g.byType[n.dir][def.Type] {
			for _, owner := range g.namedBy(other, def, n.entry.Type) {
				table[owner] = append(table[owner], other)
			}
		}
		g.joins[key] = table
	}
	return table[n]
}

func (n *node) addCompanions(name string, list []*node) {
	if n.companions == nil {
		n.companions = map[string][]*node{}
	}
	n.companions[name] = append(n.companions[name], list...)
}

// namedBy lists what a companion names as its own.
func (g *graph) namedBy(other *node, def *companion, owner string) []*node {
	if def.Where == "" {
		return g.resolve(other.scope, other.entry.BelongsTo, []string{owner})
	}
	return g.resolveAt(other, def.Where, []string{owner})
}

// bindSelf binds self once more, now that what it refers to is known.
func (n *node) bindSelf() {
	attrs := n.attributes(n.entry.attributes)
	n.markMade(attrs, n.entry.judged)
	n.scope.ctx.Variables["self"] = cty.ObjectVal(attrs)
}

// companionValues binds companion and companions.
func (n *node) companionValues() (one, all cty.Value) {
	ones, alls := map[string]cty.Value{}, map[string]cty.Value{}
	for _, def := range n.entry.Companions {
		list := n.companions[def.Name]
		ones[def.Name] = cty.NullVal(cty.DynamicPseudoType)
		values := make([]cty.Value, len(list))
		for i, c := range list {
			attrs := c.attributes(n.entry.companionAttributes[def.Name])
			c.markMade(attrs, n.entry.judged)
			values[i] = cty.ObjectVal(attrs)
		}
		if len(list) > 0 {
			ones[def.Name] = values[0]
		}
		alls[def.Name] = cty.TupleVal(values)
	}
	return cty.ObjectVal(ones), cty.ObjectVal(alls)
}

// bindLets evaluates the intermediate values, each seeing those before it.
func (n *node) bindLets() {
	if len(n.entry.Lets) == 0 {
		return
	}
	values := map[string]cty.Value{}
	for _, l := range n.entry.Lets {
		v, _ := n.scope.value(l.Value)
		values[l.Name] = v
		n.scope.ctx.Variables["let"] = cty.ObjectVal(values)
	}
}

// let returns the expression of an intermediate value, or nil.
func (e *entry) let(name string) hclsyntax.Expression {
	for _, l := range e.Lets {
		if l.Name == name {
			return l.Value.(hclsyntax.Expression)
		}
	}
	return nil
}

// standsIn reports whether a text that was read at the given places contains a
// value that only a stand-in gives.
func (n *node) standsIn(reads []place, text string) bool {
	for _, p := range reads {
		for _, address := range p.node.res.References(p.path) {
			if other := n.graph.at(p.node.dir, address); other != nil && other.madeUp(text) {
				return true
			}
		}
	}
	return false
}

// madeUp reports whether a text contains one of the node's stand-ins.
func (n *node) madeUp(text string) bool {
	return slices.ContainsFunc(n.standinTexts(), func(v string) bool { return strings.Contains(text, v) })
}

// base is the last label of an address, without its key.
func base(address string) string {
	address, _, _ = strings.Cut(address, "[")
	return strings.TrimPrefix(path.Ext(address), ".")
}
