package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// maxPasses bounds the passes over a function until nothing changes.
const maxPasses = 24

// maxWork bounds what is spent on one function, in slots looked at: a function
// of tens of thousands of lines, or one that recurs with many others, is left
// with what was found by then.
const maxWork = 256 << 10

// run analyses the function until nothing changes and then looks for sinks. It
// adds what it finds to the summary and reports whether that grew.
func (s *state) run(sum *Summary) bool {
	s.sum = sum
	s.seeds()
	for range maxPasses {
		s.changed = false
		s.pass()
		if !s.changed || s.work > maxWork {
			break
		}
	}
	if s.changed {
		s.e.bound(s.fn, tooMuchWork)
	}
	s.final = true
	s.changed = false
	s.pass()
	return s.outputs()
}

func (s *state) pass() {
	s.guards.forget()
	s.passed = map[passing]bool{}
	for _, m := range s.mentions {
		s.mayCall(m.block, m.pos, m.fn, nil)
	}
	for _, b := range s.fn.Blocks {
		for _, instr := range b.Instrs {
			s.step(b, instr)
		}
	}
}

func (s *state) step(b *ssa.BasicBlock, instr ssa.Instruction) {
	switch i := instr.(type) {
	case *ssa.Store:
		s.store(b, i)
	case *ssa.Phi:
		s.phi(i)
	case *ssa.BinOp:
		if i.Op == token.ADD && isString(i.Type()) {
			s.joined(cell{i, ""}, pieces(i), b, i.Pos(), "joined to a text")
		}
	case *ssa.UnOp:
		s.unary(b, i)
	case *ssa.Field:
		s.sourceField(i, fieldOwner(i.X.Type(), i.Field), i.Pos())
	case *ssa.MapUpdate:
		at := s.canon(i.Map)
		if key, ok := constText(i.Key); ok {
			at.path += keyPart(key)
			s.storeEntry(at, key, i.Value, b, i.Pos())
			return
		}
		s.storeTo(cell{at.root, at.path + ".*keys"}, i.Key, b, i.Pos(), "")
		s.storeTo(at, i.Value, b, i.Pos(), "")
	case *ssa.Lookup:
		s.lookup(b, i)
	case *ssa.Next:
		s.next(b, i)
	case *ssa.Send:
		s.storeTo(s.canon(i.Chan), i.X, b, i.Pos(), "")
	case *ssa.Panic:
		s.copyTo(cell{s.panics, ""}, i.X, b, i.Pos(), "")
	case *ssa.Select:
		s.selected(b, i)
	case *ssa.ChangeType:
		s.converted(b, i)
	case *ssa.Convert:
		s.converted(b, i)
	case *ssa.MakeClosure:
		s.closure(b, i)
	case ssa.CallInstruction:
		s.call(b, i)
	case *ssa.Return:
		s.returned(b, i)
	}
}

func (s *state) store(b *ssa.BasicBlock, i *ssa.Store) {
	if !carries(i.Val.Type()) || s.e.silent(i.Val.Type()) {
		return
	}
	at, from := s.canon(i.Addr), s.canon(i.Val)
	if at != from {
		s.storeTo(at, i.Val, b, i.Pos(), "")
	}
	if fa, ok := i.Addr.(*ssa.FieldAddr); ok && s.final {
		owner := fieldOwner(fa.X.Type(), fa.Field)
		for _, kind := range s.e.lib.SinkField(owner).Kinds() {
			s.sink(b, kind, i.Val, i.Pos(), "stored in "+short(owner))
		}
	}
}

func (s *state) phi(i *ssa.Phi) {
	if !carries(i.Type()) {
		return
	}
	for n, edge := range i.Edges {
		for _, t := range s.read(edge) {
			mask := t.mask &^ s.guards.clearedOnEdge(t, i.Block().Preds[n], i.Block())
			s.put(cell{i, t.path}, t.label, mask, &t, i.Pos(), "")
		}
		if _, isConst := edge.(*ssa.Const); !isConst {
			s.sendBack(cell{i, ""}, s.canon(edge), plain(edge).Type(), i.Pos())
		}
	}
}

func (s *state) unary(b *ssa.BasicBlock, i *ssa.UnOp) {
	switch i.Op {
	case token.ARROW:
		at := cell{i, ""}
		if i.CommaOk {
			at.path = "#0"
		}
		s.copyTo(at, i.X, b, i.Pos(), "")
	case token.MUL:
		switch x := i.X.(type) {
		case *ssa.FieldAddr:
			s.sourceField(i, fieldOwner(x.X.Type(), x.Field), i.Pos())
		case *ssa.Global:
			s.sourceField(i, variableName(x), usedAt(i))
		}
	}
}

// sourceField notes that reading a field brings data in from outside.
func (s *state) sourceField(v ssa.Value, owner string, pos token.Pos) {
	if owner == "" {
		return
	}
	source := s.e.lib.Field(owner)
	if source == nil || s.holds(v) {
		return
	}
	s.put(s.canon(v), s.from(source, pos), source.Mask, nil, pos, "")
}

// holds reports whether a value holds data from outside already.
func (s *state) holds(v ssa.Value) bool {
	for _, t := range s.read(v) {
		if t.label.end.Kind == Outside {
			return true
		}
	}
	return false
}

func (s *state) lookup(b *ssa.BasicBlock, i *ssa.Lookup) {
	from := s.canon(i.X)
	at := cell{i, ""}
	if i.CommaOk {
		at.path = "#0"
	}
	key, isConst := constText(i.Index)
	if isConst {
		from.path += keyPart(key)
	}
	for _, t := range s.readCell(from) {
		path := t.path
		if !isConst {
			path = element(path)
		}
		if path == ".*keys" {
			continue
		}
		s.put(cell{at.root, at.path + path}, t.label, t.mask&^s.guards.cleared(t, b), &t, i.Pos(), "")
	}
	if m, ok := i.X.Type().Underlying().(*types.Map); ok {
		s.sendBack(at, from, m.Elem(), i.Pos())
	}
}

func (s *state) next(b *ssa.BasicBlock, i *ssa.Next) {
	if i.IsString {
		return
	}
	for _, t := range s.read(i.Iter) {
		at := cell{i, "#2" + element(t.path)}
		if t.path == ".*keys" || t.path == "" {
			s.put(cell{i, "#1"}, t.label, t.mask, &t, i.Pos(), "")
		}
		if t.path != ".*keys" {
			s.put(at, t.label, t.mask&^s.guards.cleared(t, b), &t, i.Pos(), "")
		}
	}
}

func (s *state) selected(b *ssa.BasicBlock, i *ssa.Select) {
	received := 2
	for _, st := range i.States {
		if st.Send != nil {
			s.storeTo(s.canon(st.Chan), st.Send, b, st.Pos, "")
			continue
		}
		s.copyTo(cell{i, "#" + strconv.Itoa(received)}, st.Chan, b, st.Pos, "")
		received++
	}
}

// converted looks at conversions to types that promise their text is harmless.
func (s *state) converted(b *ssa.BasicBlock, v ssa.Value) {
	if !s.final {
		return
	}
	var x ssa.Value
	switch v := v.(type) {
	case *ssa.ChangeType:
		x = v.X
	case *ssa.Convert:
		x = v.X
	}
	to := typeName(v.Type())
	mask := s.e.lib.SinkType(to)
	if mask == 0 || typeName(x.Type()) == to {
		return
	}
	for _, kind := range mask.Kinds() {
		s.sink(b, kind, x, v.Pos(), "taken for "+short(to))
	}
}

func (s *state) returned(b *ssa.BasicBlock, r *ssa.Return) {
	if !s.final {
		return
	}
	for n, v := range r.Results {
		if !carries(v.Type()) || s.e.silent(v.Type()) {
			continue
		}
		for _, t := range s.read(v) {
			mask := t.mask &^ s.guards.cleared(t, b)
			if mask != 0 {
				s.flow(t, End{Kind: Result, Index: n, Path: t.path}, mask)
			}
		}
	}
}

// flow adds to the summary that a label leaves the function at an end.
func (s *state) flow(t taint, to End, mask library.Mask) {
	f := Flow{From: t.label.end, To: to, Mask: mask}
	if t.label.origin >= 0 {
		f.Origin = s.originOf(t)
		if f.Origin.Trust != library.Anyone && !staysClose(to) {
			return
		}
	}
	if s.sum.addFlow(f) {
		s.changed = true
	}
}

// outputs adds to the summary what the function leaves in its parameters, and
// what its results promise. It reports whether the summary grew.
func (s *state) outputs() bool {
	for n, p := range s.fn.Params {
		s.written(p, End{Kind: Param, Index: n})
	}
	for n, p := range s.fn.FreeVars {
		s.written(p, End{Kind: Free, Index: n})
	}
	for _, root := range s.globalsSeen() {
		s.written(root, End{Kind: Global, Name: s.e.globalNames[root]})
	}
	s.written(s.panics, End{Kind: Panic})
	if s.guards.promises(s.sum) {
		s.changed = true
	}
	return s.changed
}

func (s *state) written(root ssa.Value, to End) {
	for _, slot := range s.cells[root] {
		if end := slot.label.end; slot.from == nil && !slot.written || end.Kind == to.Kind && end.Index == to.Index && end.Name == to.Name {
			continue
		}
		to.Path = slot.at.path
		s.flow(taint{label: slot.label, mask: slot.mask, slot: slot, read: slot.at}, to, slot.mask)
	}
}

// globalsSeen lists the variables of packages that the function looks at.
func (s *state) globalsSeen() []ssa.Value {
	var list []ssa.Value
	for root := range s.cells {
		if s.e.globalNames[root] != "" {
			list = append(list, root)
		}
	}
	slices.SortFunc(list, func(a, b ssa.Value) int { return strings.Compare(s.e.globalNames[a], s.e.globalNames[b]) })
	return list
}
