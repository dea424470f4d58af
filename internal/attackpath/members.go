package attackpath

import (
	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// apart reports whether an identity lies in an account of its own, as the role of
// an organisation's member does that the sources of the managing account make.
func (w *world) apart(id string) bool {
	e := w.Elements[id]
	return e != nil && e.Fact("other_account").True()
}

// rulesApart reports whether an identity is administrator of an account of its
// own.
func (w *world) rulesApart(id string) bool {
	return w.apart(id) && w.decider.AdministersOwn(id) == iam.Allowed
}

// administration is the end of who has come to be administrator by an identity.
func (w *world) administration(id string) position {
	if w.apart(id) {
		return position{otherAccount, id}
	}
	return position{what: admin}
}

func (g *graph) administersApart(p position) *edge {
	at := g.Elements[p.id]
	e := &edge{from: p, to: position{otherAccount, p.id}, certain: true, plain: true}
	e.step = model.Step{
		From: p.id, To: p.id, Technique: "admin", Actions: []string{"*"}, Ease: 4, Location: at.Location,
		Sentence: p.id + " is administrator of an account of its own.", Attack: []string{"T1078.004"},
	}
	return e
}

// inSeveral reports whether the sources set up identities in more than one
// account, or in configurations that may be applied to more than one.
func (w *world) inSeveral() bool {
	type place struct{ account, root string }
	places := map[place]bool{}
	for _, id := range w.sys.Identities {
		if id.ARN != "" && !w.apart(id.ID) {
			places[place{iam.AccountOf(id.ARN), id.Root}] = true
		}
	}
	return len(places) > 1
}
