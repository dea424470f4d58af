package attackpath

import (
	"fmt"
	"slices"
	"strings"
)

// pending is a technique that one identity has begun on a target: for what is
// left, another one makes a call.
type pending struct {
	technique *Technique
	target    target
	to        position
	left      []need
}

// begin makes the edge to what is done when only calls are left that another
// identity may make.
func (a *attempt) begin(to position) *edge {
	if to.what == admin {
		return nil
	}
	var asked []string
	for _, n := range a.left {
		asked = append(asked, strings.Join(append(slices.Clone(n.Actions), n.Any...), ", "))
	}
	id := fmt.Sprintf("%s %s %s", a.t.ID, a.target.id(), strings.Join(asked, "; "))
	if a.pending[id] == nil {
		a.pending[id] = &pending{technique: a.t, target: a.target, to: to, left: a.left}
	}
	e := a.edge(to)
	e.to = position{begun, id}
	e.step.Sentence = strings.TrimSuffix(e.step.Sentence, ".") + ", once another identity does the rest."
	return e
}

// joinHands tries what was begun with every identity that is held.
func (w *walk) joinHands(p position) {
	switch p.what {
	case identity:
		w.actors = append(w.actors, p)
		for _, b := range w.begun {
			w.take(w.end(b, p))
		}
	case begun:
		w.begun = append(w.begun, p)
		for _, actor := range w.actors {
			w.take(w.end(p, actor))
		}
	}
}

// end makes the edge by which an identity makes the calls that are left of what
// was begun, or returns nil.
func (g *graph) end(b, actor position) *edge {
	key := [2]string{b.id, actor.id}
	if e, tried := g.ended[key]; tried {
		return e
	}
	g.ended[key] = g.tryEnd(g.pending[b.id], b, actor)
	return g.ended[key]
}

func (g *graph) tryEnd(p *pending, b, actor position) *edge {
	a := &attempt{graph: g, t: p.technique, from: actor, target: p.target, also: []position{b}, certain: true, gained: p.to.id}
	a.actor = a.principal()
	if a.actor.ID == "" || p.to == actor {
		return nil
	}
	for _, n := range p.left {
		if !a.need(n) {
			return nil
		}
	}
	e := a.edge(p.to)
	e.step.Sentence = fmt.Sprintf("%s does the rest, with %s, and so has what was begun with %s.", actor.name(), strings.Join(e.step.Actions, " and "), p.target.id())
	return e
}
