package fragment

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// carried lists the types of the program whose values a call sends, where these
// hold data that matters: the whole value, or a field that holds it. What a value is
// made of is followed within the function, through what turns it into text or bytes.
func (r *reader) carried(c *ssa.CallCommon) []string {
	w := &cargo{seen: map[ssa.Value]bool{}}
	for _, a := range arguments(c) {
		w.value(a, maxCargo)
	}
	slices.Sort(w.types)
	return slices.Compact(w.types)
}

// maxCargo bounds the way from a call back to what it sends.
const maxCargo = 12

type cargo struct {
	seen  map[ssa.Value]bool
	types []string
}

func (w *cargo) value(v ssa.Value, left int) {
	if v == nil || left == 0 || w.seen[v] {
		return
	}
	w.seen[v] = true
	if name := sensitiveType(v.Type()); name != "" {
		w.types = append(w.types, name)
		return
	}
	if x := inner(v); x != nil {
		w.value(x, left-1)
		return
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		w.field(v.X.Type(), v.Field)
	case *ssa.Field:
		w.field(v.X.Type(), v.Field)
	case *ssa.UnOp:
		w.value(v.X, left-1)
	case *ssa.Extract:
		w.value(v.Tuple, left-1)
	case *ssa.Slice:
		w.value(v.X, left-1)
	case *ssa.BinOp:
		w.value(v.X, left-1)
		w.value(v.Y, left-1)
	case *ssa.Phi:
		for _, e := range v.Edges {
			w.value(e, left-1)
		}
	case *ssa.Alloc:
		w.stored(v, left-1)
	case *ssa.Call:
		w.call(v, left-1)
	}
}

// field counts a field that holds such data; of others the rest of the value stays.
func (w *cargo) field(owner types.Type, index int) {
	name, st := structOf(owner)
	if st != nil && name != "" && categoryOf(st.Field(index)) != "" {
		w.types = append(w.types, name)
	}
}

// stored follows what a variable, a literal or its parts are set to.
func (w *cargo) stored(a ssa.Value, left int) {
	if left <= 0 || a.Referrers() == nil {
		return
	}
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == a {
				w.value(ref.Val, left-1)
			}
		case *ssa.FieldAddr:
			if ref.X == a {
				w.stored(ref, left-1)
			}
		case *ssa.IndexAddr:
			if ref.X == a {
				w.stored(ref, left-1)
			}
		}
	}
}

// call follows the arguments of a function of others, which turns them into what it
// returns. What the program's own functions make of theirs is not known here.
func (w *cargo) call(v *ssa.Call, left int) {
	fn := v.Call.StaticCallee()
	if fn == nil || fn.Pkg == v.Parent().Pkg || len(fn.Blocks) > 0 && !ssabuild.IsStandard(pathOf(fn)) {
		return
	}
	for _, a := range arguments(&v.Call) {
		w.value(a, left)
	}
}

func pathOf(fn *ssa.Function) string {
	if fn.Object() == nil || fn.Object().Pkg() == nil {
		return ""
	}
	return fn.Object().Pkg().Path()
}

// sensitiveType is the name of a struct type that has fields with data that
// matters, also behind pointers and in lists.
func sensitiveType(t types.Type) string {
	for range 3 {
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		}
	}
	name, st := structOf(t)
	if st == nil || name == "" {
		return ""
	}
	for f := range st.Fields() {
		if categoryOf(f) != "" {
			return name
		}
	}
	return ""
}

// structOf is the name and the fields of a struct type, also behind a pointer. The
// name is that which types of the program are known by.
func structOf(t types.Type) (string, *types.Struct) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	n, named := types.Unalias(t).(*types.Named)
	if !ok || !named || n.Obj().Pkg() == nil {
		return "", nil
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name(), st
}
