package fragment

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// named returns where the name of what an operation works on is from: the first of
// the fields that its input sets, or the keys of a map that such a field is. Inputs
// hold lists of requests too (TransactItems, Entries), which are made in the same
// function; and some are made elsewhere and handed over.
func (r *reader) named(fn *ssa.Function, input ssa.Value, targets []string) []Place {
	if p := r.firstField(input, targets); isKnown(p) {
		return p
	}
	for _, field := range targets {
		if p := r.keys(givenField(input, field)); isKnown(p) {
			return p
		}
	}
	for _, field := range targets {
		if p := r.inRequests(fn, input, field); isKnown(p) {
			return p
		}
	}
	if p, ok := literal(input).(*ssa.Parameter); ok {
		return everySetting(p.Type(), targets)
	}
	return []Place{{Kind: "unknown"}}
}

func isKnown(list []Place) bool {
	return len(list) > 1 || len(list) == 1 && list[0].Kind != "unknown"
}

// keys returns where the keys of a literal of a map are from.
func (r *reader) keys(v ssa.Value) []Place {
	made, ok := v.(*ssa.MakeMap)
	if !ok {
		return nil
	}
	var list []Place
	for _, ref := range *made.Referrers() {
		if up, ok := ref.(*ssa.MapUpdate); ok && isText(up.Key.Type()) {
			list = append(list, r.places(up.Key, depth)...)
		}
	}
	return unique(list)
}

// inRequests returns where a field is from that the function sets in parts of an
// input: types of the same package, or of the package types below it.
func (r *reader) inRequests(fn *ssa.Function, input ssa.Value, field string) []Place {
	home := declaredIn(input.Type())
	var list []Place
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			st, ok := instr.(*ssa.Store)
			if !ok || !isText(st.Val.Type()) {
				continue
			}
			fa, ok := st.Addr.(*ssa.FieldAddr)
			if !ok || !strings.HasSuffix(fieldName(fa.X.Type(), fa.Field), "."+field) {
				continue
			}
			if strings.HasSuffix(typeName(fa.X.Type()), "Input") {
				continue // of another operation
			}
			if at := declaredIn(fa.X.Type()); at == home || at == home+"/types" {
				list = append(list, r.places(st.Val, depth)...)
			}
		}
	}
	return unique(list)
}

// declaredIn is the path of the package that declares a type.
func declaredIn(t types.Type) string {
	name := typeName(t)
	if dot := strings.LastIndexByte(name, '.'); dot >= 0 {
		return name[:dot]
	}
	return ""
}

// everySetting names the fields of an input that was made elsewhere: whatever any
// function sets them to.
func everySetting(t types.Type, targets []string) []Place {
	owner := typeName(t)
	p, ok := t.Underlying().(*types.Pointer)
	if !ok || owner == "" {
		return []Place{{Kind: "unknown"}}
	}
	for _, field := range targets {
		if obj, _, _ := types.LookupFieldOrMethod(p, true, nil, field); obj != nil {
			return []Place{{Kind: "field", Name: owner + "." + field}}
		}
	}
	return []Place{{Kind: "unknown"}}
}
