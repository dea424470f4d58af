package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// diagram is the system as boxes and arrows: data flows and attack paths
// between elements, grouped by zone. Every writer of diagrams draws the same.
type diagram struct {
	nodes  []*node
	zones  []*zone
	edges  []edge
	hidden int // edges beyond what a diagram can show
}

type node struct {
	key    string // n1, n2, ...: safe in every language
	id     string
	label  string // what people call it
	detail string // kind
	shape  shape
	zone   string
	target bool // a path ends here
}

type zone struct {
	key   string
	id    string
	label string
	nodes []*node
}

type edge struct {
	from, to *node
	label    string
	attack   bool
	clear    bool // known not to be encrypted
}

type shape int

const (
	box shape = iota
	store
	gateway
	person
	identity
)

// maxEdges is what a person can still look at, and what Mermaid draws.
const maxEdges = 300

// newDiagram draws the elements that data or attackers pass through. Code is
// drawn as the machine that runs it, where one is known.
func newDiagram(sys *model.System) *diagram {
	b := &diagramBuilder{index: sys.Index(), nodes: map[string]*node{}, ends: map[string]bool{}, edges: map[edgeKey]*edgeParts{}}
	for _, p := range sys.Paths {
		b.ends[p.End] = true
		for i, s := range p.Steps {
			b.edge(s.From, s.To, fmt.Sprintf("%d. %s", i+1, plain.Line(s.Technique)), true, false)
		}
	}
	for _, f := range sys.Flows {
		if f.To != "" {
			b.edge(f.From, f.To, flowLabel(f), false, f.Encryption.Is("none") || f.Encryption.Is(false))
		}
	}
	return b.build(sys)
}

type edgeKey struct {
	from, to string
	attack   bool
}

type edgeParts struct {
	labels []string
	clear  bool
}

type diagramBuilder struct {
	index *model.Index
	nodes map[string]*node
	ends  map[string]bool
	edges map[edgeKey]*edgeParts
}

func (b *diagramBuilder) edge(from, to, label string, attack, clear bool) {
	key := edgeKey{b.shown(from), b.shown(to), attack}
	if key.from == key.to {
		return
	}
	parts := b.edges[key]
	if parts == nil {
		parts = &edgeParts{}
		b.edges[key] = parts
	}
	parts.clear = parts.clear || clear
	if label != "" && !slices.Contains(parts.labels, label) {
		parts.labels = append(parts.labels, label)
	}
}

// shown is the id of the box that stands for an element: code is part of the
// machine that runs it.
func (b *diagramBuilder) shown(id string) string {
	for range 10 { // part_of is never deeper, unless it runs in a circle
		e := b.index.Elements[id]
		if e == nil || e.PartOf == "" || !strings.HasPrefix(e.Kind, "go.") || b.index.Elements[e.PartOf] == nil {
			return id
		}
		id = e.PartOf
	}
	return id
}

func (b *diagramBuilder) build(sys *model.System) *diagram {
	d := &diagram{}
	keys := make([]edgeKey, 0, len(b.edges))
	for k := range b.edges {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(x, y edgeKey) int {
		return cmp.Or(compareBool(y.attack, x.attack), cmp.Compare(x.from, y.from), cmp.Compare(x.to, y.to))
	})
	if len(keys) > maxEdges {
		d.hidden = len(keys) - maxEdges
		keys = keys[:maxEdges]
	}
	for _, k := range keys {
		b.node(k.from)
		b.node(k.to)
	}
	d.nodes = b.sortedNodes()
	for _, k := range keys {
		parts := b.edges[k]
		d.edges = append(d.edges, edge{b.nodes[k.from], b.nodes[k.to], joined(parts.labels), k.attack, parts.clear})
	}
	d.zones = zonesOf(d.nodes, sys)
	return d
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// joined keeps labels short: the first few, then how many more.
func joined(labels []string) string {
	const few = 2
	if len(labels) <= few {
		return strings.Join(labels, ", ")
	}
	return strings.Join(labels[:few], ", ") + fmt.Sprintf(" and %d more", len(labels)-few)
}

func (b *diagramBuilder) node(id string) {
	if b.nodes[id] == nil {
		b.nodes[id] = b.newNode(id)
	}
}

func (b *diagramBuilder) newNode(id string) *node {
	n := &node{id: id, label: plain.Cut(plain.End(id), 80), shape: box, target: b.ends[id]}
	if e := b.index.Elements[id]; e != nil {
		n.detail, n.shape, n.zone = plain.Line(e.Kind), shapeOf(e.Kind), e.Zone
		return n
	}
	if i := b.index.Identities[id]; i != nil {
		n.detail, n.shape = plain.Line(i.Kind), identity
		return n
	}
	n.shape = person
	if id == "account-admin" {
		n.shape = identity
	}
	return n
}

func shapeOf(kind string) shape {
	family, _, _ := strings.Cut(kind, ".")
	switch family {
	case "store", "queue", "topic", "stream", "secret_store", "kms_key":
		return store
	case "gateway", "network":
		return gateway
	case "actor", "external":
		return person
	case "identity", "identity_provider":
		return identity
	default:
		return box
	}
}

func (b *diagramBuilder) sortedNodes() []*node {
	nodes := make([]*node, 0, len(b.nodes))
	for _, n := range b.nodes {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(x, y *node) int { return cmp.Compare(x.id, y.id) })
	for i, n := range nodes {
		n.key = fmt.Sprintf("n%d", i+1)
	}
	return nodes
}

// zonesOf groups the nodes. A zone is called by its whole name, from the
// outside in, because a part of a diagram is read alone.
func zonesOf(nodes []*node, sys *model.System) []*zone {
	names := map[string]*model.Zone{}
	for _, z := range sys.Zones {
		names[z.ID] = z
	}
	byID := map[string]*zone{}
	var zones []*zone
	for _, n := range nodes {
		if n.zone == "" || names[n.zone] == nil {
			continue
		}
		z := byID[n.zone]
		if z == nil {
			z = &zone{id: n.zone, label: zoneName(n.zone, names)}
			byID[n.zone] = z
			zones = append(zones, z)
		}
		z.nodes = append(z.nodes, n)
	}
	slices.SortFunc(zones, func(x, y *zone) int { return cmp.Compare(x.id, y.id) })
	for i, z := range zones {
		z.key = fmt.Sprintf("z%d", i+1)
	}
	return zones
}

func zoneName(id string, zones map[string]*model.Zone) string {
	var parts []string
	for range 10 {
		z := zones[id]
		if z == nil {
			break
		}
		parts = append(parts, plain.Cut(plain.Line(z.Name), 60)+" ("+plain.Line(z.Kind)+")")
		id = z.Parent
	}
	slices.Reverse(parts)
	return strings.Join(parts, " / ")
}

func flowLabel(f *model.Flow) string {
	label := plain.Cut(plain.Line(f.Protocol), 40)
	if f.Port > 0 {
		label += fmt.Sprintf(" %d", f.Port)
	}
	if f.Operation != "" {
		label = strings.TrimSpace(label + " " + plain.Cut(plain.Line(f.Operation), 60))
	}
	return label
}
