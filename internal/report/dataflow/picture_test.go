package dataflow

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// estate is a system of n elements in nested networks, with flows and threats
// strewn over it, and a path of four steps.
func estate(n int, seed uint64) (*finding.Report, []Way) {
	random := rand.New(rand.NewPCG(seed, 1))
	sys := &model.System{Zones: []*model.Zone{
		{ID: "internet", Kind: "internet", Name: "internet"},
		{ID: "account", Kind: "account", Name: "account", Parent: "internet", Trust: 2},
		{ID: "net", Kind: "network", Name: "net", Parent: "account", Trust: 2},
		{ID: "open", Kind: "subnet", Name: "open", Parent: "net", Trust: 1},
		{ID: "shut", Kind: "subnet", Name: "shut", Parent: "net", Trust: 3},
	}}
	kinds := []string{"compute.vm", "store.object", "queue", "network.rule", "identity.policy", "gateway.lb"}
	zones := []string{"account", "net", "open", "shut", ""}
	r := &finding.Report{System: sys}
	for i := range n {
		e := &model.Element{ID: fmt.Sprintf("type.e%d", i), Kind: kinds[random.IntN(len(kinds))], Zone: zones[random.IntN(len(zones))], Root: fmt.Sprintf("dir%d", i%5)}
		if i%9 == 0 {
			e.Exposure.Level = model.ExposureInternet
		}
		sys.Elements = append(sys.Elements, e)
		if i%3 == 0 {
			levels := []risk.Level{risk.Low, risk.Medium, risk.High}
			r.Findings = append(r.Findings, &finding.Finding{ID: e.ID, Match: model.Match{On: e.ID}, Instances: []string{e.ID}, Rating: risk.Rating{Level: levels[random.IntN(3)]}})
		}
	}
	for range n {
		from, to := sys.Elements[random.IntN(n)], sys.Elements[random.IntN(n)]
		sys.Flows = append(sys.Flows, &model.Flow{From: from.ID, To: to.ID, Protocol: "https", Port: 443})
	}
	path := &model.Path{ID: "p", Start: "internet", End: "account-admin"}
	at := "internet"
	for range 3 {
		next := sys.Elements[random.IntN(n)].ID
		path.Steps = append(path.Steps, model.Step{From: at, To: next})
		at = next
	}
	path.Steps = append(path.Steps, model.Step{From: at, To: "account-admin"})
	sys.Paths = []*model.Path{path}
	return r, []Way{{1, path}}
}

func (b Box) holds(p point) bool {
	return p.x > b.X && p.x < b.X+b.Width && p.y > b.Y && p.y < b.Y+b.Height
}

func TestBoxesStandApartAndInsideTheirBoundaries(t *testing.T) {
	for seed := range uint64(20) {
		r, _ := estate(60, seed)
		p := NewWhole(r)
		boxes := p.Boxes()
		if len(boxes) != 61 { // and the internet
			t.Fatalf("%d boxes", len(boxes))
		}
		for i, a := range boxes {
			for _, b := range boxes[i+1:] {
				if a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
					t.Errorf("seed %d: %s and %s overlap", seed, a.Node.ID, b.Node.ID)
				}
			}
			for _, f := range p.Frames() {
				if f.ID != a.Node.group.id {
					continue
				}
				if a.X < f.X || a.Y < f.Y || a.X+a.Width > f.X+f.Width || a.Y+a.Height > f.Y+f.Height {
					t.Errorf("seed %d: %s sticks out of %s", seed, a.Node.ID, f.Title)
				}
			}
		}
	}
}

func TestArrowsRunBetweenBoxes(t *testing.T) {
	for seed := range uint64(20) {
		r, _ := estate(60, seed)
		p := NewWhole(r)
		for _, e := range p.Edges {
			_, _, corners := p.route(e)
			for i := range len(corners) - 1 {
				for _, b := range p.Boxes() {
					if crosses(corners[i], corners[i+1], b) {
						t.Fatalf("seed %d: the arrow from %s to %s runs through %s (%v)", seed, e.From.ID, e.To.ID, b.Node.ID, corners)
					}
				}
			}
		}
	}
}

func crosses(a, b point, box Box) bool {
	const pieces = 200
	for i := range pieces + 1 {
		if box.holds(point{a.x + (b.x-a.x)*i/pieces, a.y + (b.y-a.y)*i/pieces}) {
			return true
		}
	}
	return false
}

// A big picture stays readable: few boxes are drawn, every part is counted, and
// what a path leads through is never folded away.
func TestBigPicturesAreFolded(t *testing.T) {
	for _, size := range []int{150, 1500} {
		r, ways := estate(size, 7)
		p := New(r, ways)
		shown, counted := 0, 0
		for _, g := range p.Groups {
			counted += g.Count
			g.all(func(g *Group) bool {
				if !g.More && !g.Folded {
					shown += len(g.Nodes)
				}
				return true
			})
		}
		if shown > mostOnPaths+5 || shown < 20 {
			t.Errorf("%d elements: %d boxes are drawn", size, shown)
		}
		if counted != size+2 { // and the two ends of the path
			t.Errorf("%d elements: %d are counted", size, counted)
		}
		for _, s := range ways[0].Path.Steps {
			for _, id := range []string{s.From, s.To} {
				if g, _ := p.drawn(p.Parts[id]); g != nil {
					t.Errorf("%d elements: %s of the path lies folded in %s", size, id, g.Label)
				}
			}
		}
	}
}

func TestSamePictureTwice(t *testing.T) {
	links := Links{Node: func(*Node) string { return "#x" }}
	r, ways := estate(150, 3)
	once := New(r, ways).SVG(links)
	again := New(r, ways).SVG(links)
	if once != again {
		t.Error("two drawings of one report differ")
	}
}

// Arrows that are no part of a circle go from left to right.
func TestArrowsGoForward(t *testing.T) {
	sys := &model.System{}
	for _, id := range strings.Split("a b c d x y", " ") {
		sys.Elements = append(sys.Elements, &model.Element{ID: id, Kind: "compute.vm"})
	}
	for _, pair := range strings.Split("dc cb db ba xy yx ax", " ") {
		sys.Flows = append(sys.Flows, &model.Flow{From: pair[:1], To: pair[1:]})
	}
	p := New(&finding.Report{System: sys}, nil)
	var back []string
	for _, e := range p.Edges {
		if e.From.column >= e.To.column {
			back = append(back, e.From.ID+e.To.ID)
		}
	}
	if !slices.Equal(back, []string{"yx"}) { // it closes the circle
		t.Errorf("going back: %v", back)
	}
}

func TestZonesInACircle(t *testing.T) {
	sys := &model.System{
		Zones:    []*model.Zone{{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "c", Parent: "a"}, {ID: "d", Parent: "d"}},
		Elements: []*model.Element{{ID: "x", Zone: "a"}, {ID: "y", Zone: "b"}, {ID: "z", Zone: "c"}, {ID: "w", Zone: "d"}},
	}
	if n := len(NewWhole(&finding.Report{System: sys}).Boxes()); n != 4 {
		t.Errorf("%d boxes", n)
	}
}

func TestShortNames(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"aws_s3_bucket.audit", "audit"},
		{`module.bucket["customers.eu"].aws_s3_bucket.this`, `bucket["customers.eu"]`},
		{"go:example.com/shop/internal/web.(*Server).Avatar", "web.(*Server).Avatar"},
		{"infra/live//aws_instance.web[0]", "web[0]"},
		{"odd", "odd"},
	} {
		if got := shortName(c.in); got != c.want {
			t.Errorf("shortName(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestRounded(t *testing.T) {
	got := rounded([]point{{0, 0}, {20, 0}, {20, 0}, {20, 30}, {24, 30}})
	if want := "M0 0L14 0Q20 0 20 6L20 24Q20 30 22 30L24 30"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
