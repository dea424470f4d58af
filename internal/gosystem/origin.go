package gosystem

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
)

// values knows, over all packages, where values are from.
type values struct {
	assigns map[string][]fragment.Assign
}

func key(p fragment.Place) string { return p.Kind + " " + p.Name }

func newValues(frags map[string]*fragment.Fragment) *values {
	v := &values{assigns: map[string][]fragment.Assign{}}
	for _, name := range slices.Sorted(maps.Keys(frags)) {
		for _, a := range frags[name].Assigns {
			v.assigns[key(a.To)] = append(v.assigns[key(a.To)], a)
		}
	}
	return v
}

// leaf is where a value begins: env, flag, file, const, request or unknown.
type leaf struct {
	kind, name string
	at         fragment.At
}

// maxSteps bounds the work for one value.
const maxSteps = 400

// leaves follows places to where their values begin.
func (v *values) leaves(places []fragment.Place) []leaf {
	w := &walk{values: v, seen: map[string]bool{}, left: maxSteps}
	w.all(places, fragment.At{}, nil)
	return w.found
}

type walk struct {
	*values
	seen  map[string]bool
	left  int
	found []leaf
}

// call is a call whose arguments stand for the parameters of its callee.
type callContext struct {
	name string
	args [][]fragment.Place
	up   *callContext
}

func (w *walk) all(places []fragment.Place, at fragment.At, c *callContext) {
	for _, p := range places {
		w.one(p, at, c)
	}
}

func (w *walk) one(p fragment.Place, at fragment.At, c *callContext) {
	if w.left--; w.left < 0 {
		return
	}
	switch p.Kind {
	case "env", "flag", "file":
		if p.Name != "" {
			w.setting(leaf{p.Kind, p.Name, at})
			return
		}
		for _, names := range p.Args {
			for _, l := range w.constants(names, c) {
				w.setting(leaf{p.Kind, l.name, cmp.Or(l.at, at)})
			}
		}
	case "const", "request", "unknown":
		w.add(leaf{p.Kind, p.Name, at})
	case "param":
		fn, index := split(p.Name)
		if c != nil && c.name == fn && index < len(c.args) && c.args[index] != nil {
			w.all(c.args[index], at, c.up)
			return
		}
		w.assigned(p, nil)
	case "result":
		fn, _ := split(p.Name)
		w.assigned(p, &callContext{name: fn, args: p.Args, up: c})
	default:
		w.assigned(p, nil)
	}
}

func (w *walk) assigned(p fragment.Place, c *callContext) {
	k := key(p)
	if c == nil {
		if w.seen[k] {
			return
		}
		w.seen[k] = true
	} else {
		for up := c.up; up != nil; up = up.up {
			if up.name == c.name {
				return
			}
		}
	}
	list := w.assigns[k]
	if len(list) == 0 {
		w.add(leaf{kind: "unknown"})
	}
	for _, a := range list {
		w.all(a.From, a.At, c)
	}
}

func (w *walk) constants(places []fragment.Place, c *callContext) []leaf {
	inner := &walk{values: w.values, seen: map[string]bool{}, left: w.left}
	inner.all(places, fragment.At{}, c)
	return slices.DeleteFunc(inner.found, func(l leaf) bool { return l.kind != "const" })
}

// setting adds a setting by the names that it is bound to, or by its own.
func (w *walk) setting(l leaf) {
	bound := w.assigns[key(fragment.Place{Kind: l.kind, Name: l.name})]
	if len(bound) == 0 {
		w.add(l)
	}
	for _, a := range bound {
		for _, p := range a.From {
			w.add(leaf{p.Kind, p.Name, a.At})
		}
	}
}

func (w *walk) add(l leaf) {
	for _, have := range w.found {
		if have.kind == l.kind && have.name == l.name {
			return
		}
	}
	w.found = append(w.found, l)
}

func split(name string) (fn string, index int) {
	i := strings.LastIndexByte(name, '#')
	if i < 0 {
		return name, -1
	}
	n, err := strconv.Atoi(name[i+1:])
	if err != nil {
		return name, -1
	}
	return name[:i], n
}
