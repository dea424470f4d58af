package terraform

import (
	"reflect"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// trail is what following one source found: its origins in order, and the
// resources that it means.
type trail struct {
	found     []Origin
	resources []string
}

// maxOrigins is more than anybody reads of where one value comes from.
const maxOrigins = 100

// spot identifies a part of an expression where it stands.
type spot struct {
	expr  hcl.Expression
	scope *scope
	path  string
}

// follow adds the origins of a part of an expression's value. What the value
// rests on is followed once for each root and remembered: values share what
// they rest on, and going each way to it anew would take time exponential in
// its depth.
func (t *tracer) follow(s source) {
	if s.expr == nil || s.scope == nil || t.depth >= maxChain {
		return
	}
	if t.visit != nil {
		if t.visit(s) {
			t.depth++
			t.step(s)
			t.depth--
		}
		return
	}
	if t.home == nil {
		t.home = s.scope.in.eval
	}
	if t.depth == 0 || reflect.TypeOf(s.expr).Kind() != reflect.Pointer {
		t.depth++
		t.step(s)
		t.depth--
		return
	}
	at := spot{expr: s.expr, scope: s.scope, path: pathText(s.path)}
	known, ok := t.home.trails[at]
	if !ok {
		known = t.home.remember(at, s, t.depth)
	}
	t.join(known)
}

// remember follows a source for the first time. While it does so the source has
// an empty trail, which ends cycles.
func (e *evaluator) remember(at spot, s source, depth int) *trail {
	if e.trails == nil {
		e.trails = map[spot]*trail{}
	}
	e.trails[at] = &trail{}
	t := &tracer{home: e, depth: depth + 1}
	t.step(s)
	if len(t.found.list)+len(t.resources.list) > 0 {
		e.trails[at] = &trail{found: slices.Clip(t.found.list), resources: slices.Clip(t.resources.list)}
	}
	return e.trails[at]
}

// join adds what is not yet among the findings.
func (t *tracer) join(more *trail) {
	for _, o := range more.found {
		t.add(o)
	}
	for _, address := range more.resources {
		t.resources.add(address)
	}
}

func (t *tracer) add(o Origin) {
	if len(t.found.list) < maxOrigins {
		t.found.add(o)
	}
}

// pathText writes keys so that different paths have different texts.
func pathText(path []cty.Value) string {
	if len(path) == 0 {
		return ""
	}
	var text strings.Builder
	for _, key := range path {
		key, _ = key.Unmark()
		switch {
		case !key.IsKnown() || key.IsNull():
			text.WriteByte('?')
		case key.Type() == cty.String:
			text.WriteByte('"')
			text.WriteString(key.AsString())
		default:
			text.WriteString(key.GoString())
		}
		text.WriteByte(0)
	}
	return text.String()
}
