package terraform

import "github.com/zclconf/go-cty/cty"

// view is how an evaluation sees the values that an expression refers to.
type view int

const (
	plainly view = iota // as Plain gives them
	filled              // with Holes for texts that are not known
)

func (w view) of(v cty.Value) cty.Value {
	if w == filled {
		return fill(v)
	}
	return Plain(v)
}

// seen is the view of a value that was just got. Large values are referred to
// often, so each view is made once.
func (l *lazy) seen(w view, v cty.Value) cty.Value {
	if l == nil || !l.done {
		return w.of(v)
	}
	if l.views[w] == cty.NilVal {
		l.views[w] = w.of(l.value)
	}
	return l.views[w]
}
