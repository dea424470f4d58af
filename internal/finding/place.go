package finding

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// places returns the line to change and the further places that belong to it,
// ordered along the chain of where the value came from.
func (a *assembler) places(m model.Match, p *model.Path) (model.Location, []model.Evidence) {
	var all []model.Evidence
	for _, fact := range m.Because {
		all = append(all, callerFirst(a.fact(m.On, fact))...)
	}
	if w := a.Index.Weaknesses[m.Weakness]; w != nil {
		all = append(all, model.Evidence{Location: w.Location, Address: w.Element, Note: "weakness"})
	}
	if e := a.Index.Elements[m.On]; e != nil && m.Rule >= 0 && m.Rule < len(e.Rules) && a.ruleCounts(m) {
		all = append(all, e.Rules[m.Rule].Evidence...)
	}
	if g := a.Index.Grants[m.Grant]; g != nil {
		all = append(all, g.Evidence...)
	}
	if d := a.Index.Policies[m.Policy]; d != nil {
		all = append(all, d.Evidence...)
	}
	if f := a.Index.Flows[m.Flow]; f != nil {
		all = append(all, f.Evidence...)
	}
	all = append(all, pathPlaces(p)...)
	if e := a.Index.Entries[m.EntryPoint]; e != nil {
		all = append(all, model.Evidence{Location: e.Location, Address: e.Element, Note: "entry point"})
	}
	all = append(all, a.header(m.On)...)
	return oneLine(all)
}

// ruleCounts guards against the zero value of Match.Rule, which is an index: a
// match that rests on something else does not mean the first rule.
func (a *assembler) ruleCounts(m model.Match) bool {
	return m.Rule > 0 || len(m.Because) == 0 && m.Weakness == "" && m.Grant == "" && m.Policy == "" && m.Flow == ""
}

// oneLine takes the first place for the finding's own, cut to one line, and the
// others as related, each once.
func oneLine(all []model.Evidence) (model.Location, []model.Evidence) {
	all = slices.DeleteFunc(all, func(e model.Evidence) bool { return e.IsZero() })
	if len(all) == 0 {
		return model.Location{}, nil
	}
	at := all[0].Location
	if at.EndLine > at.Line {
		at.EndLine, at.EndColumn = at.Line, 0
	}
	var related []model.Evidence
	for _, e := range all[1:] {
		same := func(o model.Evidence) bool { return o.File == e.File && o.Line == e.Line }
		if (e.File != at.File || e.Line != at.Line) && !slices.ContainsFunc(related, same) {
			related = append(related, e)
		}
	}
	return at, related
}

// fact returns the evidence of a fact of an element or identity.
func (a *assembler) fact(on, name string) []model.Evidence {
	if e := a.Index.Elements[on]; e != nil {
		if f, ok := e.Facts[name]; ok {
			return f.Evidence
		}
	}
	if i := a.Index.Identities[on]; i != nil {
		return i.Facts[name].Evidence
	}
	return nil
}

// pathPlaces are the places of a path: the change that breaks most, where one is
// known, then its steps.
func pathPlaces(p *model.Path) []model.Evidence {
	if p == nil {
		return nil
	}
	var list []model.Evidence
	if len(p.ChokePoints) > 0 {
		list = append(list, model.Evidence{Location: p.ChokePoints[0].Location, Address: p.ChokePoints[0].Fact, Note: p.ChokePoints[0].Change})
	}
	for _, s := range p.Steps {
		list = append(list, model.Evidence{Location: s.Location, Address: s.To, Note: s.Sentence})
	}
	return list
}

// header is the line where an element or identity begins.
func (a *assembler) header(id string) []model.Evidence {
	if e := a.Index.Elements[id]; e != nil {
		return []model.Evidence{{Location: e.Location, Address: id, Note: "block"}}
	}
	if i := a.Index.Identities[id]; i != nil {
		return []model.Evidence{{Location: i.Location, Address: id, Note: "block"}}
	}
	if e := a.Index.Entries[id]; e != nil {
		return []model.Evidence{{Location: e.Location, Address: id, Note: "entry point"}}
	}
	return nil
}
