package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// edge makes the edge of an attempt that succeeded.
func (a *attempt) edge(to position) *edge {
	e := &edge{from: a.from, to: to, also: unique(a.also), certain: a.certain, rests: a.rests, assumes: a.t.assumes(), gained: a.gained}
	e.plain = (a.from.what == identity || a.from.what == scoped) && to.what != admin && slices.ContainsFunc(a.t.Needs, func(n need) bool { return n.Content != "" })
	e.amounts = a.t.Amounts
	e.step = model.Step{
		From: a.from.name(), To: to.name(), Technique: a.t.ID, Actions: unique(a.actions), Sentence: a.sentence(),
		Ease: a.t.Ease, Assumes: unique(a.assumes), Attack: a.t.Attack, Facts: a.facts, Evidence: a.evidence,
	}
	if to.what == admin && a.Identities[a.gained] != nil {
		e.step.From = a.gained // it is that identity which becomes administrator
	}
	e.over = []string{a.target.id()}
	if r := a.graph.role(a.target.element); to.what == host && r != nil {
		e.runsAs = r.ID
	}
	if a.target.element != nil {
		if h := a.host(a.target.element); h != nil {
			e.over = append(e.over, h.ID)
		}
	}
	if a.target.weakness != nil {
		a.overWeakness(e)
	}
	if a.target.via != nil {
		e.over = append(e.over, a.target.via.ID)
	}
	if a.from.what == admin && a.several {
		e.certain = false
		e.step.Assumes = append(e.step.Assumes, "the account that is administered is the one that manages "+a.target.id())
	}
	if a.elsewhere() {
		e.certain = false
		e.step.Assumes = append(e.step.Assumes, "both configurations are applied to the same account")
	}
	if a.target.secret != nil {
		e.step.Location = a.target.secret.location
		e.rests = append(e.rests, ground{
			id: a.from.id + "#" + a.target.id(), change: "keep the credentials of " + a.target.id() + " out of " + a.from.id, location: a.target.secret.location,
		})
	}
	if f := a.target.flow; f != nil {
		e.step.Evidence = append(e.step.Evidence, f.Evidence...)
		e.certain = e.certain && f.Basis != "inferred"
	}
	if r := a.target.reached; r != nil {
		a.overNetwork(e, r)
	}
	e.step.Evidence = unique(e.step.Evidence)
	if e.step.Location.IsZero() {
		e.step.Location = a.location(e)
	}
	if e.step.Actions == nil {
		e.step.Actions = []string{}
	}
	return e
}

func (a *attempt) overWeakness(e *edge) {
	w := a.target.weakness
	e.step.Weakness, e.step.Location = w.ID, w.Location
	e.rests = append(e.rests, ground{id: w.ID, change: "mend the code of " + a.target.id(), location: w.Location})
	if a.exposure(a.target.element).Level == model.ExposureAuthenticated {
		e.step.Ease = min(e.step.Ease, 3)
	}
	if w.EntryPoint == "" {
		e.certain = false
		e.step.Assumes = append(e.step.Assumes, "a request reaches "+a.target.id())
	}
}

// elsewhere reports whether actor and target stand in different configurations,
// which may or may not belong to one account.
func (a *attempt) elsewhere() bool {
	actor := a.Identities[a.from.id]
	if a.from.what != identity || actor == nil {
		return false
	}
	if a.target.identity != nil {
		return a.target.identity.Root != actor.Root
	}
	return a.target.element.Root != actor.Root
}

// location is the line behind a step: of the first evidence, or of what the
// step is about.
func (a *attempt) location(e *edge) model.Location {
	for _, ev := range e.step.Evidence {
		if !ev.IsZero() {
			return ev.Location
		}
	}
	if a.target.element != nil {
		return a.target.element.Location
	}
	return a.target.identity.Location
}

// sentence fills the technique's sentence with the names that the user wrote.
func (a *attempt) sentence() string {
	role, host := "", a.from.id
	if r := a.role(); r != nil {
		role = r.ID
	}
	if a.target.element != nil {
		if h := a.host(a.target.element); h != nil {
			host = h.ID
		}
	}
	target := a.target.id()
	if target == a.from.id {
		target = "itself"
	}
	via := ""
	switch {
	case a.target.via != nil:
		via = a.target.via.ID
	case a.target.flow != nil:
		via = a.target.flow.From
	}
	return strings.NewReplacer(
		"{who}", a.from.whose(), "{actor}", a.from.name(), "{self}", a.from.id, "{target}", target,
		"{role}", role, "{host}", host, "{holder}", a.target.holder, "{via}", via,
	).Replace(a.told(a.t.Says)) + "."
}

// everyone is how sentences begin that start outside.
const everyone = "Anyone on the internet"

// told limits everyone to those whom the target lets in.
func (a *attempt) told(says string) string {
	rest, ok := strings.CutPrefix(says, everyone)
	e := a.target.element
	switch {
	case !ok || e == nil:
	case a.from.what == partner:
		return "Anyone at the addresses that " + a.runner(e) + " lets in" + rest
	case a.exposure(e).Level == model.ExposureAuthenticated:
		return "Anyone with a login" + rest
	}
	return says
}

// runner names what runs e, or e.
func (a *attempt) runner(e *model.Element) string {
	if h := a.host(e); h != nil {
		return h.ID
	}
	return e.ID
}

// unique drops repetitions and keeps the order.
func unique[T comparable](list []T) []T {
	var out []T
	for _, v := range list {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
