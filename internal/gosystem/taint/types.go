package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// typeName returns the full name of a named type, behind pointers and aliases,
// without version and type arguments; other types have none.
func typeName(t types.Type) string {
	for {
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return library.PlainPath(n.Obj().Pkg().Path()) + "." + n.Obj().Name()
}

// funcName returns the full name of a function as the library writes it.
func funcName(f *types.Func) string {
	if f == nil || f.Pkg() == nil {
		return ""
	}
	return library.PlainPath(f.Pkg().Path()) + "." + localName(f)
}

// localName returns the name of a function within its package: F or T.M.
func localName(f *types.Func) string {
	recv := f.Signature().Recv()
	if recv == nil {
		return f.Name()
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name() + "." + f.Name()
	}
	return "." + f.Name()
}

// carries reports whether a value of the type can carry text from outside.
func carries(t types.Type) bool { return carriesDepth(t, 0) }

func carriesDepth(t types.Type, depth int) bool {
	if depth > 4 {
		return true
	}
	switch typeName(t) {
	case "time.Time", "net/http.ResponseWriter", "database/sql.DB", "sync.Mutex", "sync.RWMutex", "sync.WaitGroup":
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0 || u.Kind() == types.UnsafePointer
	case *types.Pointer:
		return carriesDepth(u.Elem(), depth+1)
	case *types.Slice:
		return isByte(u.Elem()) || carriesDepth(u.Elem(), depth+1)
	case *types.Array:
		return isByte(u.Elem()) || carriesDepth(u.Elem(), depth+1)
	case *types.Chan:
		return carriesDepth(u.Elem(), depth+1)
	case *types.Map:
		return carriesDepth(u.Elem(), depth+1) || carriesDepth(u.Key(), depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			if carriesDepth(f.Type(), depth+1) {
				return true
			}
		}
		return false
	case *types.Tuple:
		return true
	}
	return true
}

// silent reports whether what values of a type are given never comes out of them
// again, as with a logger: whoever holds one holds nothing from outside.
func (e *engine) silent(t types.Type) bool {
	quiet, ok := e.quiet[t]
	if !ok {
		name := typeName(t)
		quiet = name != "" && e.lib.Silent(name)
		e.quiet[t] = quiet
	}
	return quiet
}

// isAnswer reports whether values of a type are what another server answers: that
// is not made of what it was asked.
func isAnswer(t types.Type) bool { return typeName(t) == "net/http.Response" }

func isByte(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
}

// isText reports whether a type is text itself or a plain collection of it:
// what an unknown function is taken to hand on.
func isText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isByte(u.Elem()) || isText(u.Elem())
	case *types.Array:
		return isByte(u.Elem()) || isText(u.Elem())
	case *types.Map:
		return isText(u.Elem())
	case *types.Pointer:
		_, basic := u.Elem().Underlying().(*types.Basic)
		return basic && isText(u.Elem())
	case *types.Interface:
		return u.NumMethods() == 0 || typeName(t) == "io.Reader" || typeName(t) == "io.ReadCloser"
	case *types.TypeParam:
		return true
	}
	return false
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// answers reports whether a value is written to whoever sent a request.
func answers(v ssa.Value) bool {
	v = plain(v)
	t := v.Type()
	if typeName(t) == "net/http.ResponseWriter" {
		return true
	}
	header := lookupMethod(t, "Header")
	return header != nil && lookupMethod(t, "WriteHeader") != nil && lookupMethod(t, "Write") != nil
}

func lookupMethod(t types.Type, name string) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	f, _ := obj.(*types.Func)
	return f
}

// plain removes interface wrappings and renamings of a value.
func plain(v ssa.Value) ssa.Value {
	for {
		switch w := v.(type) {
		case *ssa.MakeInterface:
			v = w.X
		case *ssa.ChangeInterface:
			v = w.X
		case *ssa.ChangeType:
			v = w.X
		default:
			return v
		}
	}
}
