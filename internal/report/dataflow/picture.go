package dataflow

import (
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Way is an attack path to draw, with the number by which readers know it.
type Way struct {
	Number int
	Path   *model.Path
}

// Picture is what is drawn, and where.
type Picture struct {
	Groups []*Group // the outermost boundaries, from top to bottom
	Nodes  []*Node  // those in Groups, in the order in which they are read
	Edges  []*Edge
	// Parts tells for each element's or identity's id the box that stands for it.
	Parts map[string]*Node
	// Left is how many arrows were too many to draw.
	Left int

	width, height int
	columns       []int // the left side of each column
}

// Group is a trust boundary, or what is folded away in one.
type Group struct {
	Key    string
	Label  string // the boundary's name
	Kind   string // what it is, in words
	Trust  int
	Groups []*Group
	Nodes  []*Node
	// Folded groups show their count only.
	Folded bool
	// More marks the group of the less important parts of a boundary.
	More bool
	// Count is how many parts lie in it, drawn or not.
	Count int
	// Level is the worst level in it.
	Level risk.Level

	id            string
	depth         int
	onPath        bool  // a path leads through it
	y             int   // from the top of what holds it
	gaps          []int // room above each row, where arrows run
	height        int   // unfolded, with all that is in it
	x, widthOfBox int
}

// Node is a box.
type Node struct {
	Key   string
	ID    string // the model's id
	Label string
	Kind  string // in words
	Shape Shape
	// Threats counts the open threats to what the box stands for, Level is the
	// worst of them.
	Threats int
	Level   risk.Level
	// Paths are the numbers of the paths that lead through it, Target whether
	// one ends here.
	Paths  []int
	Target bool

	weight      weight
	plumbing    bool
	zone, root  string
	group       *Group
	column, row int
	x, y        int // y from the top of the group
}

// Shape is the kind of a box.
type Shape string

// The shapes of boxes, after the usage of data-flow diagrams.
const (
	Process  Shape = "process"
	Store    Shape = "store"
	Gateway  Shape = "gateway"
	Person   Shape = "person"
	Identity Shape = "identity"
)

// Edge is an arrow.
type Edge struct {
	From, To *Node
	Label    string
	Attack   bool
	// Clear is true where data is known to flow without encryption.
	Clear bool
	// Reach is true where the sources show no flow, but that one can be.
	Reach bool
	// Paths are the numbers of the paths that take this step, Steps their places
	// as path.step.
	Paths []int
	Steps []string

	outX, inX, above int // where it turns down, turns in, and how high above the target's row it runs
}

// weight is how much a box deserves its room.
type weight int

const (
	other weight = iota
	connected
	grave
	onPath
)

// New chooses what to draw of a report and gives everything its place. Equal
// reports make equal pictures.
func New(r *finding.Report, ways []Way) *Picture {
	b := newBuilder(r)
	b.addWays(ways)
	b.addFlows()
	b.addReach()
	b.addThreats()
	b.addRest()
	return b.picture()
}
