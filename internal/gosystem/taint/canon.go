package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// canon returns the cell that a value names: an address and what is loaded
// from it are the same cell, so that what is stored through one name of a
// variable is seen through the others.
func (s *state) canon(v ssa.Value) cell {
	if c, ok := s.canons[v]; ok {
		return c
	}
	s.canons[v] = cell{v, ""} // ends cycles
	c := s.resolve(v)
	s.canons[v] = c
	return c
}

func (s *state) part(v ssa.Value, path string) cell {
	c := s.canon(v)
	return cell{c.root, c.path + path}
}

func (s *state) resolve(v ssa.Value) cell {
	switch v := v.(type) {
	case *ssa.Global:
		if t := v.Type().Underlying().(*types.Pointer).Elem(); opaque(t) || s.e.silent(t) {
			return cell{v, ""}
		}
		return cell{s.e.globalRoot(globalName(v)), ""}
	case *ssa.FieldAddr:
		return s.part(v.X, "."+fieldName(v.X.Type(), v.Field))
	case *ssa.Field:
		return s.part(v.X, "."+fieldName(v.X.Type(), v.Field))
	case *ssa.IndexAddr:
		return s.canon(v.X)
	case *ssa.Index:
		return s.canon(v.X)
	case *ssa.Slice:
		return s.canon(v.X)
	case *ssa.SliceToArrayPointer:
		return s.canon(v.X)
	case *ssa.MakeInterface:
		return s.canon(v.X)
	case *ssa.ChangeInterface:
		return s.canon(v.X)
	case *ssa.ChangeType:
		return s.canon(v.X)
	case *ssa.MultiConvert:
		return s.canon(v.X)
	case *ssa.Convert:
		if carries(v.X.Type()) && carries(v.Type()) {
			return s.canon(v.X)
		}
	case *ssa.Range:
		return s.canon(v.X)
	case *ssa.TypeAssert:
		if !v.CommaOk {
			return s.canon(v.X)
		}
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return s.load(v)
		}
	case *ssa.Extract:
		return s.extract(v)
	}
	return cell{v, ""}
}

// opaque reports whether a variable of a package with the type is not followed
// from function to function: an error such as io.EOF is compared, and what was
// written to a writer is not read from it.
func opaque(t types.Type) bool { return isError(t) || typeName(t) == "io.Writer" }

func (s *state) extract(v *ssa.Extract) cell {
	if t, ok := v.Tuple.(*ssa.TypeAssert); ok && v.Index == 0 {
		return s.canon(t.X)
	}
	return cell{v.Tuple, "#" + strconv.Itoa(v.Index)}
}

// load resolves a variable that is assigned once to what it is assigned.
func (s *state) load(v *ssa.UnOp) cell {
	if alloc, ok := v.X.(*ssa.Alloc); ok {
		if stored := onlyValue(alloc); stored != nil {
			return s.canon(stored)
		}
	}
	return s.canon(v.X)
}

// onlyValue returns the one value that a local variable ever holds, or nil.
func onlyValue(alloc *ssa.Alloc) ssa.Value {
	var value ssa.Value
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != alloc || value != nil {
				return nil
			}
			value = ref.Val
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if writesBinding(ref, alloc) {
				return nil
			}
		default:
			return nil
		}
	}
	return value
}

func writesBinding(mc *ssa.MakeClosure, v ssa.Value) bool {
	fn := mc.Fn.(*ssa.Function)
	for i, b := range mc.Bindings {
		if b != v || i >= len(fn.FreeVars) {
			continue
		}
		for _, ref := range *fn.FreeVars[i].Referrers() {
			switch ref.(type) {
			case *ssa.UnOp, *ssa.DebugRef:
			default:
				return true
			}
		}
	}
	return false
}

// first returns the cell under which all answers of the same question go.
func (s *state) first(c cell) cell {
	if call, ok := c.root.(*ssa.Call); ok {
		c.root = s.sameCall(call)
	}
	return c
}

// sameCall returns the first call in the function that gives the same answer:
// r.FormValue("x") is the same wherever it is called again.
func (s *state) sameCall(call *ssa.Call) ssa.Value {
	name := s.calleeName(call.Common())
	f := s.e.lib.Func(name)
	if f == nil || (f.Source == nil && !selects(name)) {
		return call
	}
	var key strings.Builder
	key.WriteString(name)
	for _, arg := range operands(call.Common()) {
		key.WriteByte('|')
		if c, ok := arg.(*ssa.Const); ok {
			key.WriteString(c.String())
			continue
		}
		c := s.first(s.canon(arg))
		key.WriteString(c.root.Name() + ":" + c.path)
	}
	if first, ok := s.calls[key.String()]; ok {
		return first
	}
	s.calls[key.String()] = call
	return call
}

// selects reports whether a function picks a part of what it is given and
// changes nothing.
func selects(name string) bool {
	switch name {
	case "net/url.URL.Query", "net/url.Values.Get", "net/http.Header.Get", "net/http.Request.Cookie",
		"net/url.URL.Hostname", "net/url.URL.String", "path/filepath.Base", "path/filepath.Clean", "strings.TrimSpace", "strings.ToLower":
		return true
	}
	return false
}

func fieldName(t types.Type, i int) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || i >= st.NumFields() {
		return strconv.Itoa(i)
	}
	return st.Field(i).Name()
}

// fieldOwner returns Type.Field with the type's full name, for a field access.
func fieldOwner(t types.Type, i int) string {
	name := typeName(t)
	if name == "" {
		return ""
	}
	return name + "." + fieldName(t, i)
}

// constText returns the text of a string constant.
func constText(v ssa.Value) (string, bool) {
	c, ok := plain(v).(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// operands returns the receiver, if any, and the arguments of a call.
func operands(c *ssa.CallCommon) []ssa.Value { return ssabuild.Operands(c) }

// hasReceiver reports whether the first of a call's operands is a receiver.
func hasReceiver(c *ssa.CallCommon) bool { return ssabuild.HasReceiver(c) }

// elements returns what a call with variadic arguments is given for them, one
// by one; ok is false for a slice handed on as it is.
func elements(v ssa.Value) ([]ssa.Value, bool) { return ssabuild.Elements(v) }
