package taint

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// cell is a part of what a value holds or points to.
type cell struct {
	root ssa.Value
	path string
}

// label says where data in a cell is from: an input of the function, or a
// source in it.
type label struct {
	end    End
	origin int // index into state.origins, -1 for an input
}

// slot is one label in one cell.
type slot struct {
	at    cell
	label label
	mask  library.Mask
	// from is the slot that this one was first filled from, nil for a seed;
	// read is the cell as the instruction named it.
	from *slot
	read cell
	pos  token.Pos
	note string
	// written is true for what was stored through an address: whoever holds the
	// same address sees it.
	written bool
	// shared is true for seeds that hold more than one value from outside, such
	// as the whole request: a check of one part says nothing of another.
	shared bool
}

// taint is one label found by reading a value.
type taint struct {
	path  string // the part of the value that holds it
	label label
	mask  library.Mask
	slot  *slot
	read  cell
}

// state is the analysis of one function.
type state struct {
	e       *engine
	fn      *ssa.Function
	cells   map[ssa.Value][]*slot
	origins []Origin
	changed bool
	// final is true in the last pass, when sinks are looked for.
	final bool
	sum   *Summary
	found []Finding

	canons map[ssa.Value]cell
	values map[ssa.Value]*slot // function values
	panics ssa.Value           // stands for what the function panics with
	seeded map[ssa.Value]bool  // globals
	// mentions are the functions that are used as values, but for literals that
	// capture something.
	mentions []mention
	passed   map[passing]bool
	work     int // slots looked at
	nested   int // calls of functions that functions are given
	calls    map[string]ssa.Value
	guards   *guards
}

func newState(e *engine, fn *ssa.Function) *state {
	s := &state{e: e, fn: fn, cells: map[ssa.Value][]*slot{}, canons: map[ssa.Value]cell{}, calls: map[string]ssa.Value{}}
	s.values, s.seeded, s.panics = map[ssa.Value]*slot{}, map[ssa.Value]bool{}, new(ssa.Parameter)
	s.guards = newGuards(s)
	s.mentions = mentions(fn)
	return s
}

func (s *state) origin(o Origin) int {
	for i, have := range s.origins {
		if have.What == o.What && have.At.pos == o.At.pos && have.At.File == o.At.File && have.At.Line == o.At.Line {
			return i
		}
	}
	s.origins = append(s.origins, o)
	return len(s.origins) - 1
}

func (s *state) outside(what string, pos token.Pos) label {
	return s.from(&library.Source{What: what}, pos)
}

func (s *state) from(source *library.Source, pos token.Pos) label {
	o := Origin{What: source.What, At: s.hop(pos, source.What+" comes in"), Trust: source.Trust}
	return label{end: End{Kind: Outside}, origin: s.origin(o)}
}

// put records that a cell holds data with a label. It is a no-op where nothing
// is left that the data could be dangerous for.
func (s *state) put(at cell, l label, mask library.Mask, from *taint, pos token.Pos, note string) {
	if s.hold(at, l, mask, from, pos, note) == nil {
		return
	}
}

// write is put for what is stored through an address.
func (s *state) write(at cell, l label, mask library.Mask, from *taint, pos token.Pos, note string) {
	if n := s.hold(at, l, mask, from, pos, note); n != nil && !n.written {
		n.written, s.changed = true, true
	}
}

func (s *state) hold(at cell, l label, mask library.Mask, from *taint, pos token.Pos, note string) *slot {
	if mask == 0 || at.root == nil {
		return nil
	}
	switch at.root.(type) {
	case *ssa.Const, *ssa.Function:
		return nil
	}
	if l.origin < 0 {
		at.path = shorten(at.path)
	} else if tooDeep(at.path) {
		s.e.bound(s.fn, tooDeepDown)
		return nil
	}
	l.end.Path = shorten(l.end.Path)
	s.work += len(s.cells[at.root])
	for _, have := range s.cells[at.root] {
		if have.at.path == at.path && have.label == l {
			if grown := have.mask | mask; grown != have.mask {
				have.mask, s.changed = grown, true
			}
			return have
		}
	}
	if s.trust(l) != library.Anyone && len(s.cells[at.root]) >= maxTrusted {
		return nil
	}
	if len(s.cells[at.root]) >= maxSlots {
		s.e.bound(s.fn, tooManyInputs)
		return nil
	}
	n := &slot{at: at, label: l, mask: mask, pos: pos, note: note}
	if from != nil {
		n.from, n.read = from.slot, from.read
	}
	s.cells[at.root] = append(s.cells[at.root], n)
	s.changed = true
	return n
}

// maxSlots bounds what one variable can hold, so that time is linear in the
// size of a function.
const maxSlots = 64

func (s *state) seed(at cell, l label, mask library.Mask, shared bool) {
	s.put(at, l, mask, nil, token.NoPos, "")
	if slots := s.cells[at.root]; len(slots) > 0 {
		slots[len(slots)-1].shared = shared
	}
}

// read returns the labels of a value and of its parts.
func (s *state) read(v ssa.Value) []taint { return s.readCell(s.canon(v)) }

func (s *state) readCell(c cell) []taint {
	var out []taint
	if c.path == "" {
		if fn := functionOf(c.root); fn != nil {
			out = append(out, s.functionTaint(c, fn))
		}
	}
	if s.e.globalNames[c.root] != "" {
		s.seedGlobal(c.root)
	}
	s.work += 1 + len(s.cells[c.root])
	for _, have := range s.cells[c.root] {
		t := taint{label: have.label, mask: have.mask, slot: have, read: c}
		switch {
		case have.label.end.Kind == Function && !within(c.path, have.at.path):
			continue // a part of a function is no function
		case within(have.at.path, c.path):
			if part := c.path[len(have.at.path):]; ownChoice(have, t, part) {
				t.mask &^= library.Redirects
				if part == ".Host" && ofRequest(have.at) { // which a cache may keep for others
					t.mask |= have.mask & library.Of(library.RedirectPart)
				}
			}
			if have.label.origin >= 0 && (hidden(c.path[len(have.at.path):]) || s.isOnePath(have, c)) {
				continue
			}
			if have.label.origin < 0 && have.label.end.Kind != Function {
				t.label.end.Path = shorten(t.label.end.Path + c.path[len(have.at.path):])
			}
		case within(c.path, have.at.path):
			t.path = have.at.path[len(c.path):]
		default:
			continue
		}
		out = append(out, t)
	}
	return out
}

// hidden reports whether a part of a value lies in a field that is not exported:
// what decodes data from outside into the whole does not fill it.
func hidden(part string) bool {
	for part != "" {
		isField, name := part[0] == '.', part[1:]
		part = ""
		if i := strings.IndexAny(name, ".[#"); i >= 0 {
			name, part = name[:i], name[i:]
		}
		if isField && token.IsIdentifier(name) && !token.IsExported(name) {
			return true
		}
	}
	return false
}

// ownChoice reports whether a part of a request is what the sender's own
// browser has put there, so that nobody can send someone else's browser away
// by it: the host that it asked for, also in the request's URL and its copies.
func ownChoice(from *slot, t taint, part string) bool {
	switch part {
	case ".Host", ".RequestURI":
		if ofRequest(from.at) {
			return true
		}
	case ".Scheme", ".Opaque", ".User":
	default:
		return false
	}
	read := t.firstRead()
	path, exact := strings.CutSuffix(read.path, part)
	if !exact && typeName(from.at.root.Type()) != "net/url.URL" {
		return false
	}
	path, isURL := strings.CutSuffix(path, ".URL")
	return isURL && ofRequest(cell{read.root, path})
}

func ofRequest(c cell) bool {
	return strings.HasSuffix(c.path, ".Request") || c.path == "" && typeName(c.root.Type()) == "net/http.Request"
}

// firstRead returns what was read of the data where it came in.
func (t taint) firstRead() cell {
	read := t.read
	for n := t.slot; n.from != nil; n = n.from {
		read = n.read
	}
	return read
}

// chain lists the cells that a label came through in this function, last
// first. The whole of a request is left out: that one part of it was checked
// says nothing of the others.
func chain(t taint) []cell {
	var cells []cell
	add := func(c cell, from *slot) {
		if from == nil || !from.shared || c.path != from.at.path || wholeText(c.path) {
			cells = append(cells, c)
		}
	}
	add(t.read, t.slot)
	from := t.slot
	for n := 0; from != nil && n < 24; n++ {
		if from.from != nil {
			add(from.at, nil)
			add(from.read, from.from)
		} else {
			add(from.at, from)
		}
		from = from.from
	}
	return cells
}

// wholeText reports whether a part of a request is one text, so that a check
// of it is a check of all of it.
func wholeText(path string) bool {
	return strings.HasSuffix(path, ".Host") || strings.HasSuffix(path, ".RequestURI") || strings.HasSuffix(path, ".RemoteAddr")
}

// trace tells the way that a label took through this function, its source
// first.
func (s *state) trace(t taint) []Hop {
	var hops []Hop
	var first *slot
	for n := t.slot; n != nil; n = n.from {
		if n.from != nil && n.note != "" && n.pos.IsValid() {
			hops = append(hops, s.hop(n.pos, n.note))
		}
		if n.from != nil && n.pos.IsValid() {
			first = n
		}
	}
	slices.Reverse(hops)
	if t.label.origin >= 0 {
		o := s.origins[t.label.origin]
		at := o.At
		// A request as such has no interesting place; where it is first read has.
		if t.slot.seedShared() && first != nil {
			at = s.hop(first.pos, at.Note)
			if len(hops) > 0 && hops[0].pos == first.pos {
				hops = hops[1:]
			}
		}
		hops = append([]Hop{at}, hops...)
	}
	return limitHops(hops)
}

func (n *slot) seedShared() bool {
	for n.from != nil {
		n = n.from
	}
	return n.shared
}

func limitHops(hops []Hop) []Hop {
	kept := hops[:0:0]
	for i, h := range hops {
		// One line of code is one step; the last step is always told.
		same := i > 0 && h.File == hops[i-1].File && h.Line == hops[i-1].Line
		if !same || i == len(hops)-1 {
			kept = append(kept, h)
		}
	}
	hops = kept
	if len(hops) <= maxHops {
		return hops
	}
	return append(slices.Clone(hops[:maxHops/2]), hops[len(hops)-maxHops/2:]...)
}

func (s *state) hop(pos token.Pos, note string) Hop {
	p := s.e.fset.Position(pos)
	return Hop{File: p.Filename, Line: p.Line, Col: p.Column, Note: note, Func: qualified(s.fn), pos: pos}
}
