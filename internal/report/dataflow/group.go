package dataflow

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/wording"
	"github.com/threatvet/threatvet/internal/risk"
)

// outside is the boundary of whatever is not ours.
const outside = "internet"

const (
	// roomFor is how many boxes that lie on no path are drawn unfolded.
	roomFor = 48
	// mostOnPaths is how many that lie on paths or have a grave threat are: past
	// it, those with fewer and lesser threats are folded too.
	mostOnPaths = 90
	// crowd is from how many boxes on a boundary is divided by directories or
	// modules.
	crowd = 10
	// mostFolded is how many boxes a fold can show; the list of parts has all.
	mostFolded = 40
)

// groups puts every node into the boundary that holds it. Where the whole is
// wanted, every node has room.
func groups(nodes []*Node, sys *model.System, whole bool) []*Group {
	t := &tree{zones: map[string]*model.Zone{}, groups: map[string]*Group{}, room: map[*Node]bool{}}
	for _, z := range sys.Zones {
		t.zones[z.ID] = z
	}
	t.chooseShown(nodes)
	for _, n := range nodes {
		t.room[n] = t.room[n] || whole
	}
	for _, n := range nodes {
		g := t.group(n.zone)
		g.Nodes = append(g.Nodes, n)
	}
	for _, g := range t.roots {
		t.divide(g)
		t.fold(g)
		g.count()
	}
	sortGroups(t.roots)
	number := 0
	for _, g := range t.roots {
		g.name(&number, 0)
	}
	return t.roots
}

type tree struct {
	zones  map[string]*model.Zone
	groups map[string]*Group
	roots  []*Group
	room   map[*Node]bool // nodes that are drawn unfolded
}

// chooseShown gives room to the most important nodes.
func (t *tree) chooseShown(nodes []*Node) {
	ranked := slices.Clone(nodes)
	slices.SortStableFunc(ranked, func(a, b *Node) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), -compareLevel(a.Level, b.Level), cmp.Compare(b.Threats, a.Threats))
	})
	lesser := 0
	for i, n := range ranked {
		switch {
		case n.weight == onPath, n.weight == grave && i < mostOnPaths:
			t.room[n] = true
		case n.weight == connected && lesser < roomFor && i < mostOnPaths:
			lesser++
			t.room[n] = true
		}
	}
}

func compareLevel(a, b risk.Level) int {
	switch {
	case a == b:
		return 0
	case Worse(a, b) == b:
		return -1
	}
	return 1
}

// group returns the boundary of a zone; those around it are made with it. The
// internet is around everything, so nothing is drawn inside it.
func (t *tree) group(zone string) *Group {
	if g := t.groups[zone]; g != nil {
		return g
	}
	g := &Group{id: zone, Label: "Not in any boundary", Kind: "parts whose place is not known", Trust: 2, Level: risk.None}
	t.groups[zone] = g
	z := t.zones[zone]
	switch {
	case z != nil:
		g.Label, g.Kind, g.Trust = zoneLabel(z), wording.Zone(z.Kind), z.Trust
		if z.Name == "account" {
			g.Label, g.Kind = capital(g.Kind), ""
		}
	case zone == outside:
		g.Label, g.Kind, g.Trust = "Internet", wording.Zone(outside), 0
	}
	if z == nil || z.Parent == "" || z.Parent == outside || z.Parent == zone || t.circle(zone) {
		t.roots = append(t.roots, g)
		return g
	}
	around := t.group(z.Parent)
	around.Groups = append(around.Groups, g)
	return g
}

// zoneLabel is a zone's name, with its number or key where it is one of several.
func zoneLabel(z *model.Zone) string {
	name := capital(plain.Line(z.Name))
	if z.Kind != outside {
		name = plain.Line(z.Name)
	}
	if at := strings.LastIndexByte(z.ID, '['); at > 0 && strings.HasSuffix(z.ID, "]") {
		if key := strings.Trim(z.ID[at:], `[]"`); !strings.Contains(z.Name, key) {
			name += plain.Line(z.ID[at:])
		}
	}
	return name
}

// circle reports whether a zone lies in itself, which hostile sources can say.
func (t *tree) circle(zone string) bool {
	at := zone
	for range len(t.zones) {
		z := t.zones[at]
		if z == nil || z.Parent == "" {
			return false
		}
		if at = z.Parent; at == zone {
			return true
		}
	}
	return true
}

// divide parts a crowded boundary by the directories that its parts come from.
func (t *tree) divide(g *Group) {
	for _, inner := range g.Groups {
		t.divide(inner)
	}
	byRoot := map[string][]*Node{}
	shown := 0
	for _, n := range g.Nodes {
		byRoot[n.root] = append(byRoot[n.root], n)
		if t.room[n] {
			shown++
		}
	}
	if shown < crowd || len(byRoot) < 2 {
		return
	}
	var left []*Node
	for _, root := range sortedKeys(byRoot) {
		members := byRoot[root]
		if root == "" || !slices.ContainsFunc(members, func(n *Node) bool { return t.room[n] }) {
			left = append(left, members...)
			continue
		}
		g.Groups = append(g.Groups, &Group{id: g.id + "#" + root, Label: plain.Line(root), Kind: "directory", Trust: g.Trust, Level: risk.None, Nodes: members})
	}
	g.Nodes = left
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// fold moves what has no room into a folded group of its boundary, and folds
// boundaries in which nothing has room.
func (t *tree) fold(g *Group) {
	for _, inner := range g.Groups {
		t.fold(inner)
	}
	var shown, rest []*Node
	for _, n := range g.Nodes {
		if t.room[n] {
			shown = append(shown, n)
		} else {
			rest = append(rest, n)
		}
	}
	g.Nodes = shown
	g.Folded = len(shown) == 0 && !slices.ContainsFunc(g.Groups, func(inner *Group) bool { return !inner.Folded })
	if len(rest) == 0 {
		return
	}
	if len(shown) == 0 && len(g.Groups) == 0 && len(rest) <= mostFolded {
		g.Nodes = rest
		return
	}
	slices.SortStableFunc(rest, func(a, b *Node) int {
		return cmp.Or(-compareLevel(a.Level, b.Level), cmp.Compare(b.Threats, a.Threats))
	})
	more := &Group{id: g.id + "#more", More: true, Folded: true, Trust: g.Trust, Count: len(rest), Level: risk.None}
	for _, n := range rest {
		more.Level = Worse(more.Level, n.Level)
	}
	more.Label = plain.Count(len(rest), "other part")
	more.Nodes = rest[:min(len(rest), mostFolded)]
	g.Groups = append(g.Groups, more)
}

// count tells each group how much is in it, and the worst.
func (g *Group) count() {
	if g.More {
		return
	}
	g.Count = len(g.Nodes)
	for _, n := range g.Nodes {
		g.Level = Worse(g.Level, n.Level)
		g.onPath = g.onPath || n.weight == onPath
	}
	for _, inner := range g.Groups {
		inner.count()
		g.Count += inner.Count
		g.Level = Worse(g.Level, inner.Level)
		g.onPath = g.onPath || inner.onPath
	}
	sortGroups(g.Groups)
}

// sortGroups puts the least trusted on top, of equals what paths lead through, and
// what is folded at the end.
func sortGroups(all []*Group) {
	slices.SortStableFunc(all, func(a, b *Group) int {
		return cmp.Or(compareBool(a.More, b.More), compareBool(a.Folded, b.Folded), cmp.Compare(a.Trust, b.Trust), compareBool(b.onPath, a.onPath), cmp.Compare(a.Label, b.Label), cmp.Compare(a.id, b.id))
	})
}

func (g *Group) name(number *int, depth int) {
	*number++
	g.Key, g.depth = fmt.Sprintf("g%d", *number), depth
	for _, n := range g.Nodes {
		n.group = g
	}
	for _, inner := range g.Groups {
		inner.name(number, depth+1)
	}
}

// all walks a group and those in it.
func (g *Group) all(yield func(*Group) bool) bool {
	if !yield(g) {
		return false
	}
	for _, inner := range g.Groups {
		if !inner.all(yield) {
			return false
		}
	}
	return true
}
