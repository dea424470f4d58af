package taint

import (
	"go/constant"
	"go/token"
	"strings"
	"unicode"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// mappedMask returns for what text is harmless after a function has replaced or
// dropped each of its characters, which it is tried out on: all of Latin-1, and
// a few beyond.
func mappedMask(fn *ssa.Function) library.Mask {
	if fn == nil || len(fn.Blocks) == 0 || len(fn.Params) != 1 {
		return library.None
	}
	made := map[rune]bool{}
	for _, r := range tried() {
		t := &trial{param: fn.Params[0], arg: int64(r), fuel: maxTrial, made: made}
		t.run(fn.Blocks[0], nil, map[ssa.Value]constant.Value{})
		if t.failed || t.fuel <= 0 {
			return library.None
		}
	}
	holds := func(c rune) bool { return made[c] }
	return without(holds, holds)
}

func tried() []rune {
	list := []rune{0x100, 0x2028, 0x2215, 0x4e2d, 0xff0f, 0x1f600}
	for r := range rune(0x100) {
		list = append(list, r)
	}
	return list
}

// maxTrial bounds the instructions that one character may take.
const maxTrial = 4000

// trial runs a function on one character. What it knows nothing of, such as a
// captured variable, may have any value: then both ways are gone.
type trial struct {
	param  *ssa.Parameter
	arg    int64
	fuel   int
	failed bool
	made   map[rune]bool
}

func (t *trial) run(b, from *ssa.BasicBlock, env map[ssa.Value]constant.Value) {
	for _, instr := range b.Instrs {
		if t.fuel--; t.fuel <= 0 || t.failed {
			return
		}
		switch i := instr.(type) {
		case *ssa.Return:
			t.result(i.Results[0], env)
		case *ssa.Jump:
			t.run(b.Succs[0], b, env)
		case *ssa.If:
			t.branch(i, b, env)
		case *ssa.Phi:
			for n, p := range b.Preds {
				if p == from {
					env[i] = t.value(i.Edges[n], env)
				}
			}
		case *ssa.DebugRef, *ssa.Store:
		case ssa.Value:
			env[i] = t.compute(i, env)
		default:
			t.failed = true
		}
	}
}

func (t *trial) branch(i *ssa.If, b *ssa.BasicBlock, env map[ssa.Value]constant.Value) {
	cond := t.value(i.Cond, env)
	for n, succ := range b.Succs {
		if cond == nil || constant.BoolVal(cond) == (n == 0) {
			next := make(map[ssa.Value]constant.Value, len(env))
			for k, v := range env {
				next[k] = v
			}
			t.run(succ, b, next)
		}
	}
}

func (t *trial) result(v ssa.Value, env map[ssa.Value]constant.Value) {
	c := t.value(v, env)
	if c == nil {
		t.failed = true
		return
	}
	if n, ok := constant.Int64Val(c); ok && n >= 0 {
		t.made[rune(n)] = true
	}
}

// value returns what a value is, or nil where that is not known.
func (t *trial) value(v ssa.Value, env map[ssa.Value]constant.Value) constant.Value {
	switch v := v.(type) {
	case *ssa.Const:
		return v.Value
	case *ssa.Parameter:
		if v == t.param {
			return constant.MakeInt64(t.arg)
		}
	}
	return env[v]
}

func (t *trial) compute(v ssa.Value, env map[ssa.Value]constant.Value) constant.Value {
	switch v := v.(type) {
	case *ssa.Convert:
		// Small numbers are the same in all types of whole numbers.
		if x := t.value(v.X, env); x != nil && x.Kind() == constant.Int && constant.Sign(x) >= 0 && constant.BitLen(x) < 8 {
			return x
		}
	case *ssa.ChangeType:
		return t.value(v.X, env)
	case *ssa.UnOp:
		if x := t.value(v.X, env); x != nil && v.Op == token.NOT {
			return constant.UnaryOp(token.NOT, x, 0)
		}
	case *ssa.BinOp:
		return t.binary(v, env)
	case *ssa.Call:
		return t.call(v, env)
	}
	return nil
}

func (t *trial) binary(v *ssa.BinOp, env map[ssa.Value]constant.Value) constant.Value {
	x, y := t.value(v.X, env), t.value(v.Y, env)
	if x == nil || y == nil || x.Kind() != constant.Int || y.Kind() != constant.Int {
		return nil
	}
	switch v.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return constant.MakeBool(constant.Compare(x, v.Op, y))
	case token.ADD, token.SUB:
		return constant.BinaryOp(x, v.Op, y)
	}
	return nil
}

// classes are the questions that the standard library answers of a character.
var classes = map[string]func(rune) bool{
	"IsControl": unicode.IsControl, "IsDigit": unicode.IsDigit, "IsGraphic": unicode.IsGraphic, "IsLetter": unicode.IsLetter,
	"IsLower": unicode.IsLower, "IsMark": unicode.IsMark, "IsNumber": unicode.IsNumber, "IsPrint": unicode.IsPrint,
	"IsPunct": unicode.IsPunct, "IsSpace": unicode.IsSpace, "IsSymbol": unicode.IsSymbol, "IsTitle": unicode.IsTitle, "IsUpper": unicode.IsUpper,
}

var cases = map[string]func(rune) rune{"ToLower": unicode.ToLower, "ToTitle": unicode.ToTitle, "ToUpper": unicode.ToUpper}

func (t *trial) call(call *ssa.Call, env map[ssa.Value]constant.Value) constant.Value {
	f := calledFunc(call.Common())
	args := call.Call.Args
	if f == nil || f.Pkg() == nil || len(args) == 0 {
		return nil
	}
	c := t.value(args[len(args)-1], env)
	if c == nil || c.Kind() != constant.Int {
		return nil
	}
	n, _ := constant.Int64Val(c)
	switch f.Pkg().Path() {
	case "unicode":
		if is, ok := classes[f.Name()]; ok {
			return constant.MakeBool(is(rune(n)))
		}
		if to, ok := cases[f.Name()]; ok {
			return constant.MakeInt64(int64(to(rune(n))))
		}
	case "strings":
		text, ok := constText(args[0])
		switch {
		case ok && f.Name() == "ContainsRune":
			return constant.MakeBool(strings.ContainsRune(text, rune(n)))
		case ok && f.Name() == "IndexRune":
			return constant.MakeInt64(int64(strings.IndexRune(text, rune(n))))
		}
	}
	return nil
}
