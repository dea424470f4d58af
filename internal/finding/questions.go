package finding

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
)

// Questions lists what the sources cannot tell and an owner could: what the data
// is worth where findings rest on an assumption, and facts that are unknown on
// one element while the same fact makes a threat on another of its kind. Those
// whose answer moves the most levels come first.
func Questions(sys *model.System, found []*Finding, c *businesscontext.Context) []*model.Question {
	q := &asker{sys: sys, x: sys.Index(), about: map[string]*model.Question{}, keys: map[*model.Question]string{}, spoken: spokenOf(sys)}
	q.worth(found)
	q.unknown(found)
	list := slices.Collect(maps.Values(q.about))
	slices.SortFunc(list, func(a, b *model.Question) int {
		return cmp.Or(cmp.Compare(b.Effect, a.Effect), strings.Compare(a.About, b.About), strings.Compare(a.Text, b.Text))
	})
	taken := map[string]bool{}
	for _, question := range list {
		key := q.keys[question]
		question.ID = businesscontext.QuestionID(key, taken)
		taken[question.ID] = true
		slices.Sort(question.Changes)
		question.Changes = slices.Compact(question.Changes)
		question.Answer = c.AnswerTo(key)
	}
	return list
}

type asker struct {
	sys   *model.System
	x     *model.Index
	about map[string]*model.Question // by key
	keys  map[*model.Question]string
	// spoken are the blocks of which owners have rated a part.
	spoken map[string]bool
}

// worth asks how bad harm would be where nobody has said and a level depends on
// it. Only what an answer would move is asked.
func (q *asker) worth(found []*Finding) {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b *Finding) int { return cmp.Compare(b.Rating.Score, a.Rating.Score) })
	about := map[*Finding]string{}
	var asked []string
	for _, f := range found {
		e := q.x.Elements[f.Rating.AssumedOf]
		if !f.Rating.Assumed || f.Path != nil || e == nil {
			continue
		}
		if s := q.x.Service(e.ID); s != nil {
			e = s // people speak of programs, not of functions
		}
		about[f] = q.place(e.ID)
		asked = append(asked, about[f])
	}
	if len(asked) == 0 {
		return
	}
	slices.Sort(asked)
	asked = slices.Compact(asked)
	none, severe := suppose(q.sys, asked, noHarm), suppose(q.sys, asked, severeHarm)
	for _, f := range found {
		place, ok := about[f]
		if !ok {
			continue
		}
		o, moved := outcome(f, none.Rate(f.Threat, f.Match), severe.Rate(f.Threat, f.Match))
		if moved > 0 {
			e := q.named(place)
			q.ask(businesscontext.WorthKey(place), place, worthQuestion(e.Kind, Printable(place)), e.Owners, f.ID, moved, o)
		}
	}
}

// place is what to ask about: the whole block that an element is of, unless owners
// have spoken of a part of it.
func (q *asker) place(id string) string {
	if base := businesscontext.Base(id); !q.spoken[base] {
		return base
	}
	return businesscontext.Place(id)
}

// spokenOf lists the blocks of which owners have said what a part holds.
func spokenOf(sys *model.System) map[string]bool {
	spoken := map[string]bool{}
	for _, d := range sys.DataAssets {
		if d.Declared {
			for _, id := range d.FoundIn {
				spoken[businesscontext.Base(id)] = true
			}
		}
	}
	return spoken
}

// named returns the first element that a place stands for.
func (q *asker) named(place string) *model.Element {
	if e := q.x.Elements[place]; e != nil {
		return e
	}
	for _, e := range q.sys.Elements {
		if businesscontext.Place(e.ID) == place || businesscontext.Base(e.ID) == place {
			return e
		}
	}
	return &model.Element{}
}

// worthQuestion asks in the words that fit a kind of element.
func worthQuestion(kind, name string) string {
	area, _, _ := strings.Cut(kind, ".")
	switch area {
	case "go", "compute", "k8s", "ci":
		return "How bad would it be if strangers took over " + name + ", or if it did not work?"
	case "gateway", "network", "dns":
		return "How bad would it be if strangers got at what lies behind " + name + ", or if nobody could reach it?"
	case "log":
		return "How bad would it be if what " + name + " records were false or gone?"
	case "identity", "identity_provider":
		return "How bad would it be if a stranger acted as " + name + "?"
	}
	return "What is kept in " + name + ", and how bad would it be if strangers read it, if someone changed it, or if it were lost?"
}

// unknown asks for facts that the sources leave open.
func (q *asker) unknown(found []*Finding) {
	matters := map[string][]string{} // threats, by kind of element and fact
	for _, f := range found {
		e := q.x.Elements[f.Match.On]
		if e == nil {
			continue
		}
		for _, fact := range f.Match.Because {
			key := e.Kind + " " + fact
			if !slices.Contains(matters[key], f.ThreatID) {
				matters[key] = append(matters[key], f.ThreatID)
			}
		}
	}
	for _, e := range q.sys.Elements {
		for _, name := range slices.Sorted(maps.Keys(e.Facts)) {
			threats := matters[e.Kind+" "+name]
			if e.Facts[name].State != model.Unknown || len(threats) == 0 {
				continue
			}
			place := businesscontext.Base(e.ID)
			for _, id := range threats {
				q.ask(businesscontext.FactKey(place, name), place, factQuestion(place, name, e.Facts[name].Reason), e.Owners, id, 1)
			}
		}
	}
}

func factQuestion(on, name, reason string) string {
	meaning := strings.ReplaceAll(name, "_", " ")
	if w, ok := model.Words().Fact(name); ok {
		meaning = strings.TrimSuffix(w.About, ".")
	}
	text := fmt.Sprintf("Is this so for %s: %s?", Printable(on), meaning)
	if reason != "" {
		text += " The sources do not tell: " + Printable(strings.TrimSuffix(reason, ".")) + "."
	}
	return text
}

func (q *asker) ask(key, about, text string, owners []string, changes string, effect int, outcomes ...model.Outcome) {
	question := q.about[key]
	if question == nil {
		question = &model.Question{About: about, Text: text}
		q.about[key] = question
		q.keys[question] = key
	}
	if question.Owner == "" && len(owners) > 0 {
		question.Owner = owners[0]
	}
	if !slices.Contains(question.Changes, changes) {
		question.Changes = append(question.Changes, changes)
		question.Effect += effect
		question.Outcomes = append(question.Outcomes, outcomes...)
	}
}
