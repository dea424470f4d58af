package fragment

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// resolvers records the methods of what a function hands out to answer calls:
// each field of a GraphQL schema that is resolved by one.
func (r *reader) resolvers(from string, fn *ssa.Function) {
	spec, methods := taint.Resolved(fn, r.lib.Resolvers())
	for _, m := range methods {
		r.out.Entries = append(r.out.Entries, Entry{
			Kind: spec.Kind, Method: spec.Methods[fn.Name()], Pattern: "/" + fn.Name() + "/" + m.Name(), Handler: taint.QualifiedName(m),
			In: from, At: r.at(m.Pos()), HandlerAt: r.at(m.Pos()),
		})
	}
}

// gateway records a generated function that serves HTTP and passes each request
// on: a way in, and a call.
func (r *reader) gateway(from string, c *ssa.CallCommon, obj *types.Func) {
	for _, g := range r.lib.Gateways() {
		name, ok := middle(g.Name, obj.Name())
		if !ok || g.Target >= len(arguments(c)) || !r.takes(c, library.Service{Takes: g.Takes}) {
			continue
		}
		at, handler := r.at(c.Pos()), taint.QualifiedName(obj)
		r.out.Entries = append(r.out.Entries, Entry{Kind: "http", Pattern: "/" + name + "/*", Handler: handler, In: from, At: at, HandlerAt: at})
		r.out.Calls = append(r.out.Calls, Call{
			Func: handler, Service: g.Protocol, Protocol: g.Protocol, Target: r.target(c, library.Port{Index: g.Target}),
			At: at, Encryption: r.transport(c, nil),
		})
	}
}
