package dataflow

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

// maxEdges is how many arrows a person can still look at.
const maxEdges = 300

type edgeKey struct {
	from, to *Node
	attack   bool
}

type builder struct {
	report *finding.Report
	system *model.System
	index  *model.Index
	nodes  map[string]*Node
	edges  map[edgeKey]*Edge
	parts  map[string]*Node
	whole  bool // nothing is left out
}

func newBuilder(r *finding.Report) *builder {
	sys := r.System
	if sys == nil {
		sys = &model.System{}
	}
	return &builder{
		report: r, system: sys, index: sys.Index(),
		nodes: map[string]*Node{}, edges: map[edgeKey]*Edge{}, parts: map[string]*Node{},
	}
}

// node returns the box for an id: code is drawn as the machine that runs it.
func (b *builder) node(id string) *Node {
	if n := b.parts[id]; n != nil {
		return n
	}
	shown := b.runner(id)
	n := b.nodes[shown]
	if n == nil {
		n = b.newNode(shown)
		b.nodes[shown] = n
	}
	b.parts[id] = n
	return n
}

func (b *builder) runner(id string) string {
	for range 10 { // part_of is never deeper, unless it runs in a circle
		e := b.index.Elements[id]
		if e == nil || e.PartOf == "" || !strings.HasPrefix(e.Kind, "go.") || b.index.Elements[e.PartOf] == nil {
			return id
		}
		id = e.PartOf
	}
	return id
}

func (b *builder) newNode(id string) *Node {
	n := &Node{ID: id, Label: shortName(id), Shape: Process, Level: risk.None}
	if e := b.index.Elements[id]; e != nil {
		kind := wording.KindOf(e.Kind)
		n.Kind, n.Shape, n.zone, n.root = kind.Word, Shape(kind.Shape), e.Zone, e.Root
		n.plumbing = strings.HasPrefix(e.Kind, "network.")
		return n
	}
	if i := b.index.Identities[id]; i != nil {
		n.Kind, n.Shape, n.root = wording.KindOf("identity."+i.Kind).Word, Identity, i.Root
		return n
	}
	n.Label, n.Kind, n.Shape, n.zone = capital(plain.End(id)), "outside", Person, outside
	switch {
	case id == outside:
		n.Label, n.Kind = "Anyone", "on the internet"
	case id == "account-admin":
		n.Label, n.Kind, n.Shape, n.zone = "Administrator", "every right", Identity, b.account()
	case strings.HasPrefix(id, "account:"):
		n.Label, n.Kind, n.Shape, n.zone = "Account "+plain.Line(strings.TrimPrefix(id, "account:")), "another account", Identity, ""
	}
	return n
}

// account is the zone of the cloud account, or nothing where there is none.
func (b *builder) account() string {
	for _, z := range b.system.Zones {
		if z.Kind == "account" {
			return z.ID
		}
	}
	return ""
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// shortName keeps what tells a name apart from others of its kind:
// module.bucket["customers"].aws_s3_bucket.this becomes bucket["customers"],
// and of code the package and the function remain.
func shortName(id string) string {
	if name, ok := strings.CutPrefix(id, "go:"); ok {
		return plain.Line(name[strings.LastIndexByte(name, '/')+1:])
	}
	if _, address, ok := strings.Cut(id, "//"); ok {
		id = address
	}
	parts := splitAddress(id)
	last := parts[len(parts)-1]
	if len(parts) > 3 && (last == "this" || last == "main" || last == "default" || last == "self") {
		last = parts[len(parts)-3] // the module's name
	}
	return plain.Line(last)
}

// splitAddress cuts an address at its dots, but not at those inside brackets.
func splitAddress(id string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range id {
		switch {
		case r == '[':
			depth++
		case r == ']':
			depth--
		case r == '.' && depth <= 0:
			parts = append(parts, id[start:i])
			start = i + 1
		}
	}
	return append(parts, id[start:])
}

func (b *builder) addWays(ways []Way) {
	for _, w := range ways {
		for i, s := range w.Path.Steps {
			from, to := b.node(s.From), b.node(s.To)
			for _, n := range []*Node{from, to} {
				n.weight = onPath
				if !slices.Contains(n.Paths, w.Number) {
					n.Paths = append(n.Paths, w.Number)
				}
			}
			if from == to {
				continue
			}
			e := b.edge(from, to, true)
			e.Steps = append(e.Steps, fmt.Sprintf("%d.%d", w.Number, i+1))
			if !slices.Contains(e.Paths, w.Number) {
				e.Paths = append(e.Paths, w.Number)
			}
		}
		b.node(w.Path.End).Target = true
	}
}

func (b *builder) edge(from, to *Node, attack bool) *Edge {
	k := edgeKey{from, to, attack}
	if b.edges[k] == nil {
		b.edges[k] = &Edge{From: from, To: to, Attack: attack}
	}
	return b.edges[k]
}

func (b *builder) addFlows() {
	for _, f := range b.system.Flows {
		if f.To == "" || f.From == "" || f.Protocol == "route" { // a route lets data flow and is none
			continue
		}
		from, to := b.node(f.From), b.node(f.To)
		if from == to {
			continue
		}
		from.weight, to.weight = max(from.weight, connected), max(to.weight, connected)
		e := b.edge(from, to, false)
		e.Clear = e.Clear || f.Encryption.Is("none") || f.Encryption.Is(false)
		e.Label = joinLabels(e.Label, flowLabel(f))
	}
}

func flowLabel(f *model.Flow) string {
	label := plain.Cut(plain.Line(f.Protocol), 40)
	if f.Port > 0 {
		label = strings.TrimSpace(fmt.Sprintf("%s %d", label, f.Port))
	}
	if label == "" {
		label = plain.Cut(plain.Line(f.Operation), 60)
	}
	return label
}

func joinLabels(all, one string) string {
	if one == "" || slices.Contains(strings.Split(all, ", "), one) {
		return all
	}
	return strings.TrimPrefix(all+", "+one, ", ")
}

// addReach draws from the internet to what can be reached from there directly.
// It gives no room to anything: a scan of many open things stays readable.
func (b *builder) addReach() {
	for _, e := range b.system.Elements {
		open := e.Exposure.Level == model.ExposureInternet || e.Exposure.Level == model.ExposureAuthenticated
		if !open || len(e.Exposure.Through) > 0 || e.PartOf != "" || !answers(e.Kind) {
			continue
		}
		from, to := b.node(outside), b.node(e.ID)
		if b.edges[edgeKey{from, to, false}] != nil || from == to {
			continue
		}
		from.weight = max(from.weight, connected)
		b.edge(from, to, false).Reach = true
	}
}

// answers reports whether parts of a kind answer to whoever reaches them.
func answers(kind string) bool {
	shape := wording.KindOf(kind).Shape
	return (shape == "process" || shape == "store" || strings.HasPrefix(kind, "gateway.") || kind == "k8s.ingress") && kind != "unknown"
}

// addThreats counts the open threats to each box.
func (b *builder) addThreats() {
	for _, f := range b.report.Findings {
		if f.Path != nil || f.Accepted() || f.Rating.Latent {
			continue
		}
		for _, n := range b.touched(f) {
			n.Threats++
			n.Level = Worse(n.Level, f.Rating.Level)
			n.weight = max(n.weight, weightOf(f.Rating.Level, n.plumbing))
		}
	}
}

// weightOf is how much a threat makes of a box. Plumbing, such as the rules of a
// network, is drawn for what is grave only.
func weightOf(l risk.Level, plumbing bool) weight {
	switch {
	case l == risk.Critical, l == risk.High:
		return grave
	case l == risk.Medium && !plumbing:
		return connected
	}
	return other
}

// touched are the boxes that a finding is about, each once.
func (b *builder) touched(f *finding.Finding) []*Node {
	var all []*Node
	for _, id := range append([]string{f.Match.On}, f.Instances...) {
		if b.index.Elements[id] == nil && b.index.Identities[id] == nil {
			continue
		}
		if n := b.node(id); !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// addRest adds what nothing leads to, so that it is counted.
func (b *builder) addRest() {
	for _, e := range b.system.Elements {
		b.node(e.ID)
	}
}

// Worse is the graver of two levels.
func Worse(x, y risk.Level) risk.Level {
	order := []risk.Level{risk.None, risk.Low, risk.Medium, risk.High, risk.Critical}
	if slices.Index(order, y) > slices.Index(order, x) {
		return y
	}
	return x
}

func (b *builder) picture() *Picture {
	p := &Picture{Parts: b.parts}
	nodes := make([]*Node, 0, len(b.nodes))
	for _, n := range b.nodes {
		nodes = append(nodes, n)
	}
	slices.SortFunc(nodes, func(x, y *Node) int { return cmp.Compare(x.ID, y.ID) })
	p.Edges = b.sortedEdges()
	if len(p.Edges) > maxEdges && !b.whole {
		p.Left = len(p.Edges) - maxEdges
		p.Edges = p.Edges[:maxEdges]
	}
	p.Groups = groups(nodes, b.system, b.whole)
	p.place()
	return p
}

func (b *builder) sortedEdges() []*Edge {
	edges := make([]*Edge, 0, len(b.edges))
	for _, e := range b.edges {
		edges = append(edges, e)
	}
	slices.SortFunc(edges, func(x, y *Edge) int {
		return cmp.Or(compareBool(y.Attack, x.Attack), cmp.Compare(x.From.ID, y.From.ID), cmp.Compare(x.To.ID, y.To.ID))
	})
	return edges
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
