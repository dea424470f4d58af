package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// guards knows the checks of a function: which values are harmless where.
type guards struct {
	s        *state
	branches []*ssa.BasicBlock // blocks that end in an if that may be a check
	memo     map[guardKey]checked
	// subjects are the cells that checks speak of, concern whether one of them
	// is on the way that some data took. Most data no check concerns.
	subjects map[cell]bool
	concern  map[guardKey]bool
	trusted  []bool // blocks that only administrators reach
}

type guardKey struct {
	slot *slot
	read cell
}

// checked says for what some data is harmless: on entry to each block, and on
// each edge. Both are nil where no check concerns the data.
type checked struct {
	in    []library.Mask
	edges map[[2]*ssa.BasicBlock]library.Mask
}

func (c checked) at(b *ssa.BasicBlock) library.Mask {
	if c.in == nil {
		return library.None
	}
	return c.in[b.Index]
}

func newGuards(s *state) *guards {
	g := &guards{s: s}
	for _, b := range s.fn.Blocks {
		if len(b.Instrs) > 0 {
			if branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && mayCheck(branch.Cond) {
				g.branches = append(g.branches, b)
			}
		}
	}
	return g
}

// related tells, for a value that is checked, for what the check makes the
// data at hand harmless, given that the value itself passes it.
type related func(v ssa.Value) library.Mask

// mayCheck reports whether a condition can say anything of text at all.
func mayCheck(cond ssa.Value) bool {
	c, ok := cond.(*ssa.BinOp)
	if !ok {
		return true
	}
	if c.Op != token.EQL && c.Op != token.NEQ {
		return false
	}
	if lenOf(c.X) != nil {
		return true
	}
	b, ok := c.X.Type().Underlying().(*types.Basic)
	return !ok || b.Info()&(types.IsString|types.IsBoolean) != 0
}

// forget drops what was computed from labels that have since grown.
func (g *guards) forget() { clear(g.memo) }

// cleared returns for what the checks before a block make a label harmless.
func (g *guards) cleared(t taint, block *ssa.BasicBlock) library.Mask {
	if block == nil {
		return library.None
	}
	mask := library.None
	if t.label.origin >= 0 {
		mask = g.entrustedAt(block)
	}
	if !g.concerns(t) {
		return mask
	}
	return mask | g.checks(t).at(block)
}

// clearedOnEdge is cleared for what flows from one block into the next.
func (g *guards) clearedOnEdge(t taint, from, to *ssa.BasicBlock) library.Mask {
	if !g.concerns(t) {
		return library.None
	}
	c := g.checks(t)
	return c.at(from) | c.edges[[2]*ssa.BasicBlock{from, to}]
}

// concerns reports whether any check speaks of what the data came through.
func (g *guards) concerns(t taint) bool {
	if len(g.branches) == 0 {
		return false
	}
	if g.subjects == nil {
		g.collect()
	}
	if len(g.subjects) == 0 {
		return false
	}
	key := guardKey{t.slot, t.read}
	known, ok := g.concern[key]
	if !ok {
		for _, c := range chain(t) {
			known = known || g.subjects[g.s.first(c)]
		}
		g.concern[key] = known
	}
	return known
}

// collect asks every branch what it checks.
func (g *guards) collect() {
	g.subjects, g.concern = map[cell]bool{}, map[guardKey]bool{}
	var record func(v ssa.Value, depth int)
	record = func(v ssa.Value, depth int) {
		g.subjects[g.s.first(g.s.canon(v))] = true
		if depth > maxViews {
			return
		}
		for _, view := range g.s.views(v) {
			record(view.of, depth+1)
		}
	}
	rel := func(v ssa.Value) library.Mask {
		record(v, 0)
		return library.None
	}
	for _, b := range g.branches {
		for _, succ := range b.Succs {
			g.edge(b, succ, rel)
		}
	}
}

// maxViews bounds how many views of views are looked through.
const maxViews = 6

func (g *guards) checks(t taint) checked {
	key := guardKey{t.slot, t.read}
	c, ok := g.memo[key]
	if !ok {
		c = g.solve(g.about(chain(t)))
		if g.memo == nil {
			g.memo = map[guardKey]checked{}
		}
		g.memo[key] = c
	}
	return c
}

// about relates checked values to the data that came through the cells.
func (g *guards) about(cells []cell) related {
	for i, c := range cells {
		cells[i] = g.s.first(c)
	}
	var rel func(v ssa.Value, depth int) library.Mask
	rel = func(v ssa.Value, depth int) library.Mask {
		c := g.s.first(g.s.canon(v))
		for _, have := range cells {
			if have == c {
				return library.All
			}
		}
		if depth > maxViews {
			return library.None
		}
		var mask library.Mask
		for _, view := range g.s.views(v) {
			mask |= rel(view.of, depth+1) & view.mask
		}
		return mask
	}
	return func(v ssa.Value) library.Mask { return rel(v, 0) }
}

// at returns for what data is harmless on entry to a block.
func (g *guards) at(block *ssa.BasicBlock, rel related) library.Mask { return g.solve(rel).at(block) }

// solve carries what branches say forward to all blocks: what holds on every
// way into a block holds in it.
func (g *guards) solve(rel related) checked {
	edges := map[[2]*ssa.BasicBlock]library.Mask{}
	for _, b := range g.branches {
		for _, succ := range b.Succs {
			if m := g.edge(b, succ, rel); m != 0 {
				edges[[2]*ssa.BasicBlock{b, succ}] |= m
			}
		}
	}
	if len(edges) == 0 {
		return checked{}
	}
	in := make([]library.Mask, len(g.s.fn.Blocks))
	for i := range in {
		in[i] = library.All
	}
	in[0] = library.None
	if rec := g.s.fn.Recover; rec != nil {
		in[rec.Index] = library.None
	}
	for changed := true; changed; {
		changed = false
		for _, b := range g.s.fn.Blocks[1:] {
			if len(b.Preds) == 0 {
				continue
			}
			m := library.All
			for _, p := range b.Preds {
				m &= in[p.Index] | edges[[2]*ssa.BasicBlock{p, b}]
			}
			if m != in[b.Index] {
				in[b.Index], changed = m, true
			}
		}
	}
	return checked{in, edges}
}

// edge returns for what a branch makes data harmless.
func (g *guards) edge(from, to *ssa.BasicBlock, rel related) library.Mask {
	branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if !ok || from.Succs[0] == from.Succs[1] {
		return library.None
	}
	return g.condition(branch.Cond, to == from.Succs[0], rel, map[ssa.Value]bool{})
}

// condition returns for what data is harmless where a condition has a value.
func (g *guards) condition(cond ssa.Value, truth bool, rel related, seen map[ssa.Value]bool) library.Mask {
	if seen[cond] {
		return library.All // a loop adds nothing to what the other ways say
	}
	seen[cond] = true
	defer delete(seen, cond)
	switch c := cond.(type) {
	case *ssa.Const:
		if c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value) != truth {
			return library.All
		}
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return g.condition(c.X, !truth, rel, seen)
		}
	case *ssa.BinOp:
		return g.comparison(c, truth, rel)
	case *ssa.Call:
		return g.boolCall(c, 0, truth, rel)
	case *ssa.Lookup:
		if truth && !c.CommaOk {
			return rel(c.Index)
		}
	case *ssa.Extract:
		return g.extract(c, truth, rel)
	case *ssa.Phi:
		m := library.All
		for i, e := range c.Edges {
			here := g.condition(e, truth, rel, seen)
			if here != library.All {
				here |= g.into(c.Block().Preds[i], c.Block(), rel, seen)
			}
			m &= here
		}
		return m
	}
	return library.None
}

// into returns for what data is harmless on an edge that leads to a phi, from
// the branches that dominate it.
func (g *guards) into(from, to *ssa.BasicBlock, rel related, seen map[ssa.Value]bool) library.Mask {
	m := library.None
	for b := from; b != nil; {
		if n := len(b.Instrs); n > 0 {
			if branch, ok := b.Instrs[n-1].(*ssa.If); ok && b.Succs[0] != b.Succs[1] {
				if b == from {
					m |= g.condition(branch.Cond, to == b.Succs[0], rel, seen)
				}
			}
		}
		parent := b.Idom()
		if parent != nil && len(b.Preds) == 1 && b.Preds[0] == parent {
			if branch, ok := parent.Instrs[len(parent.Instrs)-1].(*ssa.If); ok && parent.Succs[0] != parent.Succs[1] {
				m |= g.condition(branch.Cond, b == parent.Succs[0], rel, seen)
			}
		}
		b = parent
	}
	return m
}

// comparison handles x == y: who equals what is not from outside is harmless.
func (g *guards) comparison(c *ssa.BinOp, truth bool, rel related) library.Mask {
	if c.Op != token.EQL && c.Op != token.NEQ {
		return library.None
	}
	equal := (c.Op == token.EQL) == truth
	for _, pair := range [][2]ssa.Value{{c.X, c.Y}, {c.Y, c.X}} {
		x, y := pair[0], pair[1]
		if isNil(y) {
			return g.nilCheck(x, equal, rel)
		}
		if of := lenOf(x); of != nil {
			return g.counted(of, y, equal, rel)
		}
		if b, ok := y.(*ssa.Const); ok && b.Value != nil && b.Value.Kind() == constant.Bool {
			return g.condition(x, equal == constant.BoolVal(b.Value), rel, map[ssa.Value]bool{})
		}
		if !isString(x.Type()) || !equal {
			continue
		}
		if text, ok := constText(y); ok {
			return g.equalsConst(x, text, rel)
		}
		if m := rel(x); m != 0 && g.s.own(x, y) {
			return m
		}
	}
	return library.None
}

// equalsConst says what it means that a value equals a constant. An empty host
// means that an address stays on this site.
func (g *guards) equalsConst(x ssa.Value, text string, rel related) library.Mask {
	if text == "" {
		if c := g.s.canon(x); strings.HasSuffix(c.path, ".Host") || g.s.isCallTo(x, "net/url.URL.Hostname") {
			return rel(x) & library.Redirects
		}
		if len(g.s.views(x)) > 0 {
			return library.None // a part that is empty says nothing of the rest
		}
	}
	return rel(x)
}

func (s *state) isCallTo(v ssa.Value, name string) bool {
	call, ok := v.(*ssa.Call)
	return ok && s.calleeName(call.Common()) == name
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// nilCheck handles err == nil and ip != nil.
func (g *guards) nilCheck(x ssa.Value, isNil bool, rel related) library.Mask {
	index := 0
	v := plain(x)
	if e, ok := v.(*ssa.Extract); ok {
		index, v = e.Index, e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return library.None
	}
	if m, ok := g.matched(call, !isNil, rel); ok {
		return m
	}
	want := "set"
	if isNil {
		want = "ok"
	}
	return g.promised(call, index, want, rel)
}

func (g *guards) boolCall(call *ssa.Call, index int, truth bool, rel related) library.Mask {
	name := g.s.calleeName(call.Common())
	args := operands(call.Common())
	if m, ok := g.textCheck(name, args, truth, rel); ok {
		return m
	}
	want := "false"
	if truth {
		want = "true"
	}
	return g.promised(call, index, want, rel)
}

// promised asks what the library data and summaries say of a call's result.
func (g *guards) promised(call *ssa.Call, index int, want string, rel related) library.Mask {
	c := call.Common()
	at := site{args: operands(c), name: g.s.calleeName(c)}
	if hasReceiver(c) {
		at.recv = 1
	}
	var m library.Mask
	if f := g.s.e.lib.Func(at.name); f != nil {
		for _, guard := range f.Guards {
			if guard.Result != want {
				continue
			}
			for _, v := range at.operand(guard.Port) {
				m |= guard.Mask & rel(v)
			}
		}
		return m
	}
	if sum := g.s.e.callee(c); sum != nil {
		for _, guard := range sum.Guards {
			if guard.Want == want && guard.Result == index && guard.Param < len(at.args) {
				m |= guard.Mask & rel(at.args[guard.Param])
			}
		}
	}
	return m
}

func (g *guards) extract(e *ssa.Extract, truth bool, rel related) library.Mask {
	switch t := e.Tuple.(type) {
	case *ssa.Lookup:
		if truth && e.Index == 1 {
			return rel(t.Index)
		}
		if truth && e.Index == 0 {
			return rel(t.Index)
		}
	case *ssa.Call:
		return g.boolCall(t, e.Index, truth, rel)
	}
	return library.None
}
