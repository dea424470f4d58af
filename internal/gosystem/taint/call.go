package taint

import (
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// site is a call under analysis.
type site struct {
	block  *ssa.BasicBlock
	pos    token.Pos
	common *ssa.CallCommon
	args   []ssa.Value // the receiver first
	recv   int         // 1 where there is a receiver, else 0
	result ssa.Value   // nil for go and defer
	name   string      // of the callee, where known
	// closure is the function value that is called, receiver what stands for
	// the first argument.
	closure, receiver *cell
	deferred          bool
}

func (s *state) call(b *ssa.BasicBlock, instr ssa.CallInstruction) {
	c := instr.Common()
	if builtin, ok := c.Value.(*ssa.Builtin); ok {
		s.builtin(b, instr, builtin.Name())
		return
	}
	at := site{block: b, pos: instr.Pos(), common: c, args: operands(c), name: s.calleeName(c)}
	if hasReceiver(c) {
		at.recv = 1
	}
	if v := instr.Value(); v != nil {
		at.result = v
	}
	_, at.deferred = instr.(*ssa.Defer)
	switch {
	case s.knownCall(at):
	case c.IsInvoke():
		s.invoke(at)
	case c.StaticCallee() != nil:
		s.unknown(at)
	default:
		s.dynamic(at)
	}
}

// knownCall handles calls of what data describes, of other packages with
// summaries, and of functions of this package.
func (s *state) knownCall(at site) bool {
	if f := s.e.lib.Func(at.name); f != nil {
		s.described(at, f)
		if f.Described {
			return true
		}
		s.unknown(at)
		return true
	}
	callee := at.common.StaticCallee()
	if callee == nil {
		return false
	}
	if origin := callee.Origin(); origin != nil {
		callee = origin
	}
	if mc, ok := at.common.Value.(*ssa.MakeClosure); ok {
		at.closure = &cell{mc, ""}
	}
	sum := s.e.known(callee)
	if sum == nil {
		return false
	}
	s.apply(at, sum, callee.Name())
	return true
}

func (s *state) calleeName(c *ssa.CallCommon) string {
	if c.IsInvoke() {
		return s.e.nameOf(c.Method)
	}
	if f := c.StaticCallee(); f != nil {
		if origin := f.Origin(); origin != nil {
			f = origin
		}
		if obj, ok := f.Object().(*types.Func); ok {
			return s.e.nameOf(obj)
		}
	}
	return ""
}

// operand returns the values that stand at a place of a call.
func (at site) operand(p library.Port) []ssa.Value {
	i := p.Index + at.recv
	if p.Index == library.Receiver {
		i = 0
		if at.recv == 0 {
			return nil
		}
	}
	if i < 0 || i >= len(at.args) {
		return nil
	}
	if !p.Rest {
		return at.args[i : i+1]
	}
	return at.args[i:]
}

// described applies what the library says of a call.
func (s *state) described(at site, f *library.Func) {
	if f.Source != nil {
		s.comesFrom(at, f.Source)
	}
	note := "passed through " + short(at.name)
	for _, flow := range f.Flows {
		s.describedFlow(at, flow, note)
	}
	if s.final {
		for _, k := range f.Sinks {
			s.describedSink(at, k)
		}
	}
}

// comesFrom notes what a call brings in from outside.
func (s *state) comesFrom(at site, source *library.Source) {
	if source.Written != nil {
		for _, v := range at.operand(*source.Written) {
			s.write(s.canon(v), s.from(source, at.pos), source.Mask, nil, at.pos, "")
		}
		return
	}
	if at.result != nil {
		s.put(s.resultCell(at.result, source.Result, ""), s.from(source, at.pos), source.Mask, nil, at.pos, "")
	}
}

func (s *state) describedFlow(at site, flow library.Flow, note string) {
	var to cell
	switch {
	case flow.To.Result:
		if at.result == nil || !s.resultCarries(at.result, flow.To.Index) {
			return
		}
		to = s.resultCell(at.result, flow.To.Index, "")
	default:
		ops := at.operand(flow.To)
		if len(ops) == 0 {
			return
		}
		to = s.writtenCell(ops[0])
	}
	if flow.To.Result && s.special(at, to) {
		return
	}
	for _, v := range at.operand(flow.From) {
		from := s.canon(v)
		from.path += flow.From.Path
		for _, t := range s.readCell(from) {
			mask := t.mask &^ flow.Except &^ s.guards.cleared(t, at.block) &^ s.exempt(at, v) &^ s.meant(at, t)
			if flow.To.Result {
				s.put(to, t.label, mask, &t, at.pos, note)
			} else {
				s.write(to, t.label, mask, &t, at.pos, note)
			}
		}
	}
}

// writtenCell returns what a callee writes into: the variable behind a pointer,
// or behind the pointers of a variadic list.
func (s *state) writtenCell(v ssa.Value) cell {
	if list, ok := elements(v); ok && len(list) > 0 {
		return s.canon(list[0])
	}
	return s.canon(v)
}

// special handles the few library calls whose effect depends on what their
// constant arguments are. It reports whether it did.
func (s *state) special(at site, to cell) bool {
	switch at.name {
	case "fmt.Sprintf", "fmt.Errorf":
		list, ok := formatted(at.args[0], at.args[1])
		if !ok {
			return false
		}
		s.joined(to, list, at.block, at.pos, "put into a text")
		return true
	}
	return false
}

// exempt returns for what a library call with these constant arguments makes
// its argument harmless.
func (s *state) exempt(at site, v ssa.Value) library.Mask {
	switch at.name {
	case "regexp.Regexp.FindString", "regexp.Regexp.FindStringSubmatch", "regexp.Regexp.FindAllString", "regexp.Regexp.FindAllStringSubmatch", "regexp.Regexp.Find", "regexp.Regexp.FindSubmatch":
		if call, ok := at.result.(*ssa.Call); ok {
			return foundMask(call, strings.Contains(at.name, "FindAll"))
		}
	case "strings.Map", "bytes.Map":
		return mappedMask(functionOf(plain(at.args[0])))
	case "strings.ReplaceAll", "strings.Replace":
		if old, ok := constText(at.args[1]); ok && strings.Contains(old, "\n") && v == at.args[0] {
			return lineKinds
		}
	case "strings.Replacer.Replace":
		if replaces(at.args[0], "\n") {
			return lineKinds
		}
	case "path.Clean", "path/filepath.Clean":
		list := pieces(v)
		if strings.HasPrefix(list[0].text, "/") || rooted(v) {
			return library.Of(library.PathTraversal, library.ArchiveTraversal)
		}
	case "path.Join", "path/filepath.Join":
		// Join("/", x) cannot climb above the root.
		if list, ok := elements(at.args[0]); ok && len(list) > 0 {
			if first, ok := constText(list[0]); ok && first == "/" {
				return library.Of(library.PathTraversal, library.ArchiveTraversal) | optionKind
			}
			if len(s.read(list[0])) == 0 {
				return optionKind
			}
		}
	}
	return library.None
}

func rooted(v ssa.Value) bool {
	call, ok := plain(v).(*ssa.Call)
	if !ok || !calleeIs(call.Common(), "path/filepath.Join") && !calleeIs(call.Common(), "path.Join") {
		return false
	}
	list, ok := elements(call.Call.Args[0])
	if !ok || len(list) == 0 {
		return false
	}
	first, ok := constText(list[0])
	return ok && first == "/"
}

// replaces reports whether a strings.Replacer, made where it can be seen,
// replaces the given text.
func replaces(v ssa.Value, old string) bool {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = globalValue(load.X)
	}
	call, ok := v.(*ssa.Call)
	if !ok || !calleeIs(call.Common(), "strings.NewReplacer") {
		return false
	}
	list, ok := elements(call.Call.Args[0])
	for i := 0; ok && i < len(list); i += 2 {
		if text, isConst := constText(list[i]); isConst && text == old {
			return true
		}
	}
	return false
}

// globalValue returns what the package's initialisation stores in a variable,
// if that is one thing.
func globalValue(addr ssa.Value) ssa.Value {
	g, ok := addr.(*ssa.Global)
	if !ok || g.Pkg == nil {
		return nil
	}
	init := g.Pkg.Func("init")
	if init == nil {
		return nil
	}
	var value ssa.Value
	for _, b := range init.Blocks {
		for _, instr := range b.Instrs {
			if st, ok := instr.(*ssa.Store); ok && st.Addr == g {
				if value != nil {
					return nil
				}
				value = st.Val
			}
		}
	}
	return value
}

// resultCell returns the cell of a call's n-th result.
func (s *state) resultCell(v ssa.Value, n int, path string) cell {
	if _, isTuple := v.Type().(*types.Tuple); isTuple {
		return cell{v, "#" + strconv.Itoa(n) + path}
	}
	return cell{v, path}
}

func resultType(v ssa.Value, n int) types.Type {
	t, ok := v.Type().(*types.Tuple)
	if !ok {
		if n == 0 {
			return v.Type()
		}
		return nil
	}
	if n >= t.Len() {
		return nil
	}
	return t.At(n).Type()
}

func (s *state) resultCarries(v ssa.Value, n int) bool {
	t := resultType(v, n)
	if t != nil && s.e.silent(t) {
		return false
	}
	// Of a type that was made up for a package nobody has nothing is known.
	return t != nil && (carries(t) || strings.Contains(typeName(t), "$"))
}

// unknown applies the default to a call of which nothing is known: text that
// goes in comes out.
func (s *state) unknown(at site) {
	s.handedFunctions(at)
	if at.result == nil {
		return
	}
	n := 1
	if t, ok := at.result.Type().(*types.Tuple); ok {
		n = t.Len()
	}
	note := "passed through " + short(at.name)
	if at.name == "" {
		note = "passed through a function value"
	}
	for i := range n {
		t := resultType(at.result, i)
		if t == nil || !carries(t) || isError(t) || isAnswer(t) || !isText(t) && isLookup(at) {
			continue
		}
		s.throughUnknown(at, s.resultCell(at.result, i, ""), note)
	}
}

// isLookup reports whether a call asks something behind an interface that
// nobody sees, such as a store: what it returns is found by what it is given, not
// made of it.
func isLookup(at site) bool { return at.common.IsInvoke() && len(at.common.Args) > 0 }

func (s *state) throughUnknown(at site, to cell, note string) {
	for _, arg := range at.args {
		text := isText(plain(arg).Type())
		for _, t := range s.read(arg) {
			if t.path != "" && !text || !text && t.label.end.Kind != Outside {
				continue
			}
			s.put(to, t.label, t.mask&^s.guards.cleared(t, at.block), &t, at.pos, note)
		}
	}
}

func (s *state) builtin(b *ssa.BasicBlock, instr ssa.CallInstruction, name string) {
	c := instr.Common()
	switch name {
	case "append":
		if v := instr.Value(); v != nil {
			s.copyTo(cell{v, ""}, c.Args[0], b, instr.Pos(), "")
			for _, arg := range c.Args[1:] {
				s.share(cell{v, ""}, s.canon(arg), elementType(arg), false, b, instr.Pos(), "")
			}
		}
	case "copy":
		s.share(s.canon(c.Args[0]), s.canon(c.Args[1]), elementType(c.Args[1]), true, b, instr.Pos(), "")
	case "min", "max":
		if v := instr.Value(); v != nil && isString(v.Type()) {
			for _, arg := range c.Args {
				s.copyTo(cell{v, ""}, arg, b, instr.Pos(), "")
			}
		}
	case "recover":
		if v := instr.Value(); v != nil {
			s.put(cell{v, ""}, label{end: End{Kind: Recovered}, origin: -1}, library.All, nil, instr.Pos(), "")
		}
	}
}

// short drops the directories of a full name: net/http.Get becomes http.Get.
func short(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }
