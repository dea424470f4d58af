package taint

import (
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// Finding is data from outside that reaches a dangerous place.
type Finding struct {
	Kind library.Kind
	What string // where the data is from
	// Pos is where the data is in this package last; Hops lead from the source
	// to the dangerous place, which may lie in another package.
	Pos  token.Pos
	Hops []Hop
	Func *ssa.Function // that the data enters
	// Trust says who decides the data.
	Trust library.Trust
}

// Place returns a position for a hop, or NoPos where its file is not known.
func (h Hop) Place() token.Pos { return h.pos }

// describedSink looks at one sink of a described call.
func (s *state) describedSink(at site, k library.Sink) {
	note := "used by " + short(at.name)
	for _, v := range at.operand(k.Port) {
		for _, part := range s.dangerous(at, k, v) {
			path := k.Port.Path
			c := s.canon(part)
			c.path += path
			if !couldBe(k.Kind, part) {
				continue
			}
			for _, t := range s.readCell(c) {
				if k.When == "elsewhere" && s.refusedThere(at, t) || k.When == "shell" && s.trust(t.label) != library.Anyone {
					continue
				}
				if t.path != "" && !isText(plain(part).Type()) && k.Kind != library.LogInjection && k.Kind != library.XSS {
					continue
				}
				s.reach(at.block, k.Kind, t, []Hop{s.hop(at.pos, note)})
			}
		}
	}
}

// refusedThere reports whether data is the path of the very request that a call
// answers, in which the call itself refuses "..".
func (s *state) refusedThere(at site, t taint) bool {
	read := t.firstRead()
	return strings.HasSuffix(read.path, ".URL.Path") && len(at.args) > 1 && read.root == s.canon(at.args[1]).root
}

// couldBe reports whether a value of the type is dangerous for the kind: only
// text can be a query, a path, a command.
func couldBe(kind library.Kind, v ssa.Value) bool {
	switch kind {
	case library.SQLInjection, library.PathTraversal, library.ArchiveTraversal, library.CommandInjection, library.ArgumentInjection:
		// What a map holds is bound by its keys, it is no text of its own.
		_, keyed := plain(v).Type().Underlying().(*types.Map)
		return !keyed && isText(plain(v).Type())
	}
	return true
}

// dangerous returns the values at a sink's place that meet its condition.
func (s *state) dangerous(at site, k library.Sink, v ssa.Value) []ssa.Value {
	switch k.When {
	case "", "elsewhere":
		if k.Port.Rest {
			if list, ok := elements(v); ok {
				return list
			}
		}
		return []ssa.Value{v}
	case "first":
		// Only the first of a list is text of its own; the rest fills its holes.
		if list, ok := elements(v); ok {
			return list[:min(1, len(list))]
		}
		return []ssa.Value{v}
	case "writer":
		writer := at.args[0]
		if at.recv == 1 && len(at.args) > 1 && !strings.HasSuffix(at.name, ".Write") {
			writer = at.args[1]
		}
		if !answers(writer) || s.plainAnswer(at) {
			return nil
		}
		return printedParts(at, k, v)
	case "format":
		return printedParts(at, k, v)
	case "sent":
		if s.servedOnly(at.result) {
			return nil
		}
		return []ssa.Value{v}
	case "kept":
		if s.dropped(at) {
			return nil
		}
		return []ssa.Value{v}
	case "shell":
		return shellParts(at, v)
	case "option":
		return slices.DeleteFunc(optionParts(at, v), s.startsWithSlash)
	case "location":
		if name, ok := constText(at.args[1]); ok && strings.EqualFold(name, "Location") && v == at.args[2] && s.redirects() {
			return []ssa.Value{v}
		}
		return nil
	}
	return nil
}

// printedParts returns the values that a printing call writes as they are.
func printedParts(at site, k library.Sink, v ssa.Value) []ssa.Value {
	list, variadic := elements(v)
	if !variadic {
		return []ssa.Value{v}
	}
	format := formatOperand(at)
	if format == nil {
		return list
	}
	parts, ok := formatted(format, v)
	if !ok {
		return list
	}
	var out []ssa.Value
	for _, p := range parts {
		if p.value != nil && !printed(p.verb).Has(k.Kind) {
			out = append(out, p.value)
		}
	}
	return out
}

// formatOperand returns the format string of a call that ends in f.
func formatOperand(at site) ssa.Value {
	if !strings.HasSuffix(at.name, "f") || len(at.args) < 2 {
		return nil
	}
	return at.args[len(at.args)-2]
}

// shells are programs that take another program's text as an argument.
var shells = map[string]bool{
	"sh": true, "bash": true, "dash": true, "zsh": true, "ksh": true, "ash": true, "busybox": true,
	"cmd": true, "cmd.exe": true, "powershell": true, "powershell.exe": true, "pwsh": true,
	"python": true, "python3": true, "perl": true, "ruby": true, "node": true, "php": true,
}

// runners are programs whose arguments are another program and its arguments.
var runners = map[string]bool{"ssh": true, "sudo": true, "su": true, "env": true, "xargs": true, "nohup": true, "eval": true, "docker": false}

// shellParts returns the arguments of a program that are run as program text.
func shellParts(at site, v ssa.Value) []ssa.Value {
	program := at.args[len(at.args)-2]
	name, ok := constText(program)
	if !ok {
		return nil
	}
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if !shells[name] && !runners[name] {
		return nil
	}
	list, ok := elements(v)
	if !ok {
		return []ssa.Value{v}
	}
	if runners[name] {
		return list
	}
	for i, arg := range list {
		text, ok := constText(arg)
		if ok && (text == "-c" || text == "-e" || text == "-lc" || text == "-ec" || strings.EqualFold(text, "/c") || strings.EqualFold(text, "-command")) {
			if strings.HasPrefix(name, "cmd") || strings.HasPrefix(name, "p") && strings.Contains(name, "w") {
				return list[i+1:]
			}
			return list[i+1 : min(i+2, len(list))]
		}
	}
	return list
}

// sink looks whether a value that an instruction uses is from outside.
func (s *state) sink(b *ssa.BasicBlock, kind library.Kind, v ssa.Value, pos token.Pos, note string) {
	for _, t := range s.read(v) {
		if t.path == "" {
			s.reach(b, kind, t, []Hop{s.hop(pos, note)})
		}
	}
}

// reach reports that a label reaches a dangerous place, or notes it in the
// summary where the label is an input.
func (s *state) reach(b *ssa.BasicBlock, kind library.Kind, t taint, tail []Hop) {
	if !t.mask.Has(kind) || s.guards.cleared(t, b).Has(kind) {
		return
	}
	hops := limitHops(append(s.trace(t), tail...))
	if t.label.origin < 0 {
		s.byCaller(kind, t, tail)
		if s.sum.addSink(Sink{From: t.label.end, Kind: kind, Hops: hops}) {
			s.changed = true
		}
		return
	}
	from := s.origins[t.label.origin]
	s.found = append(s.found, Finding{Kind: kind, What: from.What, Pos: tail[0].pos, Hops: hops, Func: s.fn, Trust: from.Trust})
}

// lastPlace returns the last place of a trace that is in this package.
func lastPlace(hops []Hop) token.Pos {
	pos := token.NoPos
	for i := len(hops) - 1; i >= 0 && !pos.IsValid(); i-- {
		pos = hops[i].pos
	}
	return pos
}

// plainAnswer reports whether, before a call, the answer's content type is set
// to one that browsers do not take for a page, or to what the callers say:
// nothing proves that it is a page's then.
func (s *state) plainAnswer(at site) bool {
	for _, b := range s.fn.Blocks {
		for _, instr := range b.Instrs {
			if instr.Pos() == at.pos && b == at.block {
				break
			}
			kind := contentType(instr)
			if kind == nil {
				continue
			}
			if _, given := plain(kind).(*ssa.Parameter); given || b.Dominates(at.block) && isPlainType(kind) {
				return true
			}
		}
	}
	return false
}

// contentType returns what an instruction sets the answer's content type to, or
// nil.
func contentType(instr ssa.Instruction) ssa.Value {
	call, ok := instr.(*ssa.Call)
	if !ok {
		return nil
	}
	f := call.Call.StaticCallee()
	if f == nil || f.Signature.Recv() == nil || typeName(f.Signature.Recv().Type()) != "net/http.Header" || f.Name() != "Set" {
		return nil
	}
	if name, ok := constText(call.Call.Args[1]); !ok || !strings.EqualFold(name, "Content-Type") {
		return nil
	}
	return call.Call.Args[2]
}

func isPlainType(v ssa.Value) bool {
	kind, ok := constText(v)
	kind = strings.ToLower(kind)
	return ok && !strings.Contains(kind, "html") && !strings.Contains(kind, "svg") && !strings.Contains(kind, "xml")
}
