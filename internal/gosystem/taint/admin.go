package taint

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// entrusted is what administrators of a program may decide anyway: whom it
// calls, where it keeps its files, where it sends people, what its log says, whom
// it looks for in a directory. Running commands or queries of their own goes beyond that.
var entrusted = library.Of(library.RequestForgery, library.PathTraversal, library.OpenRedirect, library.RedirectPart, library.LogInjection, library.HeaderInjection, library.LDAPInjection)

// entrustedAt returns for what requests are harmless in a block because a check
// before it lets only administrators through.
func (g *guards) entrustedAt(b *ssa.BasicBlock) library.Mask {
	if g.trusted == nil {
		g.findTrusted()
	}
	if b != nil && g.trusted[b.Index] {
		return entrusted
	}
	return library.None
}

func (g *guards) findTrusted() {
	blocks := g.s.fn.Blocks
	g.trusted = make([]bool, len(blocks))
	for _, b := range blocks {
		if len(b.Instrs) == 0 {
			continue
		}
		branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok || b.Succs[0] == b.Succs[1] {
			continue
		}
		for i, succ := range b.Succs {
			if len(succ.Preds) == 1 && administrates(branch.Cond, i == 0, 0) {
				for _, other := range blocks {
					g.trusted[other.Index] = g.trusted[other.Index] || succ.Dominates(other)
				}
			}
		}
	}
}

// administrates reports whether a condition with that outcome says that the
// caller is an administrator: what it looks at is named so.
func administrates(cond ssa.Value, truth bool, depth int) bool {
	if depth > maxViews {
		return false
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return administrates(c.X, !truth, depth+1)
		}
		return truth && namesAdministrator(c)
	case *ssa.BinOp:
		return comparesAdministrator(c, truth)
	case *ssa.Call, *ssa.Extract, *ssa.Field:
		return truth && namesAdministrator(c)
	}
	return false
}

// comparesAdministrator handles role == "admin", err == nil and user != nil.
func comparesAdministrator(c *ssa.BinOp, truth bool) bool {
	if c.Op != token.EQL && c.Op != token.NEQ {
		return false
	}
	equal := (c.Op == token.EQL) == truth
	for _, pair := range [][2]ssa.Value{{c.X, c.Y}, {c.Y, c.X}} {
		if isNil(pair[1]) {
			return equal == isError(pair[0].Type()) && namesAdministrator(pair[0])
		}
		if text, ok := constText(pair[1]); ok && gocode.HasWord(text, administrators...) {
			return equal
		}
	}
	return false
}

var administrators = []string{"admin", "administrator", "superuser", "superusers", "sysadmin", "root"}

// namesAdministrator reports whether a value is a field, or what a function
// returns, that is named after administrators.
func namesAdministrator(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Extract:
		return namesAdministrator(v.Tuple)
	case *ssa.Call:
		var f *types.Func
		if f = calledFunc(v.Common()); f == nil {
			return false
		}
		return gocode.HasWord(f.Name(), administrators...)
	case *ssa.UnOp:
		if fa, ok := v.X.(*ssa.FieldAddr); ok {
			return namedSo(fieldOwner(fa.X.Type(), fa.Field))
		}
	case *ssa.Field:
		return namedSo(fieldOwner(v.X.Type(), v.Field))
	}
	return false
}

func namedSo(field string) bool {
	return gocode.HasWord(field[strings.LastIndexByte(field, '.')+1:], administrators...)
}
