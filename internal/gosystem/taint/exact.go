package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// noteExact marks a function literal that net/http calls for one path only: the
// pattern neither ends in a slash nor has wildcards, so the path of the request
// is what the pattern says, whoever sends it.
func (e *engine) noteExact(c *ssa.CallCommon, registers *types.Func) {
	switch e.nameOf(registers) {
	case "net/http.HandleFunc", "net/http.Handle", "net/http.ServeMux.HandleFunc", "net/http.ServeMux.Handle":
	default:
		return
	}
	args := operands(c)
	args = args[len(args)-2:]
	pattern, ok := constText(args[0])
	if !ok || !isExact(pattern) {
		return
	}
	if fn := functionOf(plain(args[1])); fn != nil && fn.Parent() != nil && usedOnce(fn) {
		e.exact[fn] = true
	}
}

// usedOnce reports whether a function literal is used in one place only.
func usedOnce(fn *ssa.Function) bool {
	uses := 0
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == fn {
				uses += max(1, len(*mc.Referrers()))
				continue
			}
			for _, op := range instr.Operands(nil) {
				if *op == fn {
					uses++
				}
			}
		}
	}
	return uses == 1
}

func isExact(pattern string) bool {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = strings.TrimSpace(path) // behind a method
	}
	return strings.HasSuffix(pattern, "/{$}") && strings.Count(pattern, "{") == 1 ||
		strings.Contains(pattern, "/") && !strings.HasSuffix(pattern, "/") && !strings.Contains(pattern, "{")
}

// isOnePath reports whether a cell that is filled by nothing but the request is
// its path, and the same for all requests.
func (s *state) isOnePath(from *slot, c cell) bool {
	p, ok := from.at.root.(*ssa.Parameter)
	if !ok || from.from != nil || from.at.path != ".URL" || !s.e.exact[s.fn] || typeName(p.Type()) != "net/http.Request" {
		return false
	}
	return c.path == ".URL.Path" || c.path == ".URL.RawPath"
}
