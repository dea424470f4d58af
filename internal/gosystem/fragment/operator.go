package fragment

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// A function lets only the operator's own through where it goes on, or says
// yes, only for whoever brings a secret that the program was given itself: other
// nodes of the same installation, a monitoring system, an administrator's script.
// A secret that is looked up for the caller, such as a user's, is not the
// program's own.

// outcome is how a function ends: with true, or without an error, or, as a
// handler, by going on to what it is there for.
type outcome uint8

const (
	says     outcome = iota // the last result is true
	succeeds                // the last result, an error, is nil
	goesOn
)

// operators notes the functions that let only the operator's own through.
func (r *reader) operators() {
	c := &ownCheck{memo: map[checkKey]bool{}}
	for _, fn := range r.fns {
		if handles(fn) && c.only(fn, goesOn, 0) {
			r.out.Operators = append(r.out.Operators, taint.FunctionName(fn))
		}
	}
	slices.Sort(r.out.Operators)
	r.out.Operators = slices.Compact(r.out.Operators)
}

// handles reports whether a function is given a request.
func handles(fn *ssa.Function) bool {
	return slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return isRequest(p.Type()) })
}

func isRequest(t types.Type) bool {
	name := gocode.TypeName(t)
	return name == "net/http.Request" || slices.Contains(gocode.Contexts, name)
}

type checkKey struct {
	fn   *ssa.Function
	want outcome
}

type ownCheck struct{ memo map[checkKey]bool }

// maxChecks bounds how many functions deep a check is looked for.
const maxChecks = 6

// only reports whether a function comes to an outcome only behind a check of
// the program's own secret.
func (c *ownCheck) only(fn *ssa.Function, want outcome, depth int) bool {
	key := checkKey{fn, want}
	if known, ok := c.memo[key]; ok || depth > maxChecks || len(fn.Blocks) == 0 {
		return known
	}
	c.memo[key] = false // for a function that calls itself
	behind := c.behind(fn, depth)
	met, only := false, true
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		counts := want == goesOn && doesWork(b) || want != goesOn && c.ends(b, want, depth)
		met = met || counts
		only = only && (!counts || behind[b.Index])
	}
	c.memo[key] = met && only
	return met && only
}

// behind marks the blocks that only the operator's own get to.
func (c *ownCheck) behind(fn *ssa.Function, depth int) []bool {
	marks := make([]bool, len(fn.Blocks))
	for _, b := range fn.Blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || b.Succs[0] == b.Succs[1] {
			continue
		}
		for i, succ := range b.Succs {
			if len(succ.Preds) != 1 || !c.proves(branch.Cond, i == 0, depth) {
				continue
			}
			for _, other := range fn.Blocks {
				marks[other.Index] = marks[other.Index] || succ.Dominates(other)
			}
		}
	}
	return marks
}

// ends reports whether a block returns the outcome, other than by what a check
// of the same kind says.
func (c *ownCheck) ends(b *ssa.BasicBlock, want outcome, depth int) bool {
	ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	if want == says {
		if k, ok := last.(*ssa.Const); ok && k.Value != nil {
			return k.Value.String() == "true"
		}
		return !c.proves(last, true, depth)
	}
	k, ok := last.(*ssa.Const)
	return ok && k.IsNil() || !ok && !c.succeeded(last, depth) && !isMadeError(last)
}

// isMadeError reports whether a value is an error that cannot be nil: of a
// variable of a package, or made on the spot.
func isMadeError(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return true
	case *ssa.UnOp:
		_, ok := v.X.(*ssa.Global)
		return ok
	case *ssa.Call:
		f := callee(v.Common())
		return f != nil && (f.FullName() == "errors.New" || f.FullName() == "fmt.Errorf")
	case *ssa.Extract, *ssa.Phi:
		return refusedBefore(v)
	}
	return false
}

// refusedBefore reports whether an error is only returned where it is not nil.
func refusedBefore(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if ok && (cmp.Op == token.NEQ || cmp.Op == token.EQL) && isNilConst(cmp.Y) {
			return true
		}
	}
	return false
}

// doesWork reports whether a block of a handler does what the handler is there
// for: it calls something that is neither part of the check nor an answer to
// those who fail it.
func doesWork(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		call, ok := instr.(ssa.CallInstruction)
		if !ok {
			continue
		}
		f := callee(call.Common())
		if f == nil {
			continue
		}
		switch f.Name() {
		case "ServeHTTP", "Next":
			return true
		}
		if recv := f.Signature().Recv(); recv != nil && readsRequest(gocode.TypeName(recv.Type()), f.Name()) {
			return true
		}
	}
	return false
}

// readsRequest reports whether a method reads what a request brings apart from
// its headers.
func readsRequest(recv, method string) bool {
	switch recv {
	case "net/http.Request":
		return slices.Contains([]string{"FormValue", "PostFormValue", "PathValue", "ParseForm", "ParseMultipartForm", "FormFile", "MultipartReader"}, method)
	case "net/url.Values":
		return method == "Get"
	}
	return slices.Contains(gocode.Contexts, recv) && (strings.HasPrefix(method, "Bind") || strings.HasPrefix(method, "ShouldBind") || strings.HasPrefix(method, "Param") || method == "Query" || method == "FormValue")
}

// proves reports whether a condition with that outcome says that the caller
// has the program's own secret.
func (c *ownCheck) proves(cond ssa.Value, truth bool, depth int) bool {
	switch v := cond.(type) {
	case *ssa.UnOp:
		return v.Op == token.NOT && c.proves(v.X, !truth, depth)
	case *ssa.BinOp:
		return c.compares(v, truth, depth)
	case *ssa.Call:
		return truth && (comparesSecret(v) || c.calls(v, says, depth))
	case *ssa.Extract:
		call, ok := v.Tuple.(*ssa.Call)
		return ok && truth && c.calls(call, says, depth)
	case *ssa.Phi:
		return c.joins(v, truth, depth)
	}
	return false
}

// joins handles a && b and a || b, of which the constant edges are those that
// leave early.
func (c *ownCheck) joins(v *ssa.Phi, truth bool, depth int) bool {
	if depth > maxChecks {
		return false
	}
	for i, e := range v.Edges {
		if k, ok := e.(*ssa.Const); ok && k.Value != nil {
			if (k.Value.String() == "true") != truth {
				continue
			}
			from := v.Block().Preds[i]
			branch, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
			if !ok || !c.proves(branch.Cond, from.Succs[0] == v.Block(), depth+1) {
				return false
			}
			continue
		}
		if !c.proves(e, truth, depth+1) {
			return false
		}
	}
	return true
}

func (c *ownCheck) compares(v *ssa.BinOp, truth bool, depth int) bool {
	if v.Op != token.EQL && v.Op != token.NEQ {
		return false
	}
	equal := (v.Op == token.EQL) == truth
	if isNilConst(v.Y) {
		return equal && c.succeeded(v.X, depth)
	}
	if k, ok := v.Y.(*ssa.Const); ok {
		call, isCall := v.X.(*ssa.Call)
		return isCall && k.Value != nil && k.Value.String() == "1" && equal && comparesSecret(call)
	}
	return equal && isOwnAndOther(v.X, v.Y)
}

// succeeded reports whether an error is that of a check.
func (c *ownCheck) succeeded(err ssa.Value, depth int) bool {
	if e, ok := err.(*ssa.Extract); ok {
		err = e.Tuple
	}
	call, ok := err.(*ssa.Call)
	return ok && c.calls(call, succeeds, depth)
}

func (c *ownCheck) calls(call *ssa.Call, want outcome, depth int) bool {
	fn := call.Call.StaticCallee()
	if fn == nil {
		return false
	}
	results := fn.Signature.Results()
	if results.Len() == 0 || isErrorType(results.At(results.Len()-1).Type()) != (want == succeeds) {
		return false
	}
	return c.only(fn, want, depth+1)
}

func isErrorType(t types.Type) bool { return types.Identical(t, types.Universe.Lookup("error").Type()) }

func isNilConst(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.IsNil()
}

// comparesSecret reports whether a call of the standard library compares
// something with the program's own secret.
func comparesSecret(call *ssa.Call) bool {
	f := callee(call.Common())
	if f == nil || len(call.Call.Args) != 2 {
		return false
	}
	switch f.FullName() {
	case "crypto/subtle.ConstantTimeCompare", "crypto/hmac.Equal", "bytes.Equal":
		return isOwnAndOther(call.Call.Args[0], call.Call.Args[1])
	}
	return false
}

func isOwnAndOther(x, y ssa.Value) bool {
	_, constX := x.(*ssa.Const)
	_, constY := y.(*ssa.Const)
	return !constX && !constY && isOwnSecret(x, 0) != isOwnSecret(y, 0)
}

// isOwnSecret reports whether a value is a secret of the program itself: a
// variable of a package, or a field of one or of the handler's own value, that
// is named like one, or a text made of nothing else.
func isOwnSecret(v ssa.Value, n int) bool {
	if n > 8 {
		return false
	}
	if x := inner(v); x != nil {
		return isOwnSecret(x, n+1)
	}
	switch v := v.(type) {
	case *ssa.UnOp:
		root, names := chain(v.X)
		return v.Op == token.MUL && root && slices.ContainsFunc(names, namesSecret)
	case *ssa.BinOp:
		return v.Op == token.ADD && (isOwnSecret(v.X, n+1) && isConst(v.Y) || isConst(v.X) && isOwnSecret(v.Y, n+1))
	case *ssa.Call:
		return isOwnText(v, n)
	}
	return false
}

func isConst(v ssa.Value) bool { _, ok := v.(*ssa.Const); return ok }

// isOwnText handles a format of nothing but the secret, its hash, and a setting
// of the environment.
func isOwnText(call *ssa.Call, n int) bool {
	f := callee(call.Common())
	if f == nil {
		return false
	}
	args := call.Call.Args
	switch f.FullName() {
	case "fmt.Sprintf":
		list, ok := ssabuild.Elements(args[1])
		return ok && len(list) == 1 && isOwnSecret(list[0], n+1)
	case "os.Getenv":
		k, ok := args[0].(*ssa.Const)
		return ok && k.Value != nil && namesSecret(strings.Trim(k.Value.String(), `"`))
	}
	return false
}

// chain returns the names on the way to a field, and whether the way begins at
// a variable of a package or at the value that handles requests.
func chain(v ssa.Value) (own bool, names []string) {
	for {
		switch x := v.(type) {
		case *ssa.Global:
			return true, append(names, x.Name())
		case *ssa.FieldAddr:
			names = append(names, fieldNameOf(x))
			v = x.X
		case *ssa.UnOp:
			v = x.X
		case *ssa.FreeVar:
			return len(names) > 0, names
		case *ssa.Parameter:
			fn := x.Parent()
			return len(names) > 0 && fn.Signature.Recv() != nil && fn.Params[0] == x && handles(fn), names
		default:
			return false, nil
		}
	}
}

func fieldNameOf(fa *ssa.FieldAddr) string {
	t := fa.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	return t.Field(fa.Field).Name()
}

// namesSecret reports whether a name is that of a secret, or of what holds one.
func namesSecret(name string) bool {
	return gocode.IsCredential(name) || gocode.IsToken(name) || gocode.HasWord(name, "cred", "creds", "credential", "credentials", "secret", "token", "apikey")
}
