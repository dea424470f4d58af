package finding

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Questions lists what the sources cannot tell and an owner could: what the data
// is worth where findings rest on an assumption, and facts that are unknown on
// one element while the same fact makes a threat on another of its kind. Those
// whose answer moves the most levels come first.
func Questions(sys *model.System, found []*Finding, c *businesscontext.Context) []*model.Question {
	q := &asker{sys: sys, x: sys.Index(), about: map[string]*model.Question{}}
	q.worth(found)
	q.unknown(found)
	list := slices.Collect(maps.Values(q.about))
	slices.SortFunc(list, func(a, b *model.Question) int {
		return cmp.Or(cmp.Compare(b.Effect, a.Effect), strings.Compare(a.About, b.About), strings.Compare(a.Text, b.Text))
	})
	taken := map[string]bool{}
	for _, question := range list {
		question.ID = questionID(question, taken)
		slices.Sort(question.Changes)
		question.Changes = slices.Compact(question.Changes)
		if c != nil {
			question.Answer = c.Answers[question.ID]
		}
	}
	return list
}

type asker struct {
	sys   *model.System
	x     *model.Index
	about map[string]*model.Question
}

// worth asks what is kept where nobody has said and a level depends on it.
func (q *asker) worth(found []*Finding) {
	for _, f := range found {
		if !f.Rating.Assumed || f.Path != nil {
			continue
		}
		for _, on := range f.Instances {
			e := q.x.Elements[on]
			if e == nil {
				continue
			}
			text := fmt.Sprintf("What is kept or handled in %s, and how bad would it be if strangers read it, if someone changed it, or if it were lost?", Printable(businesscontext.Base(on)))
			q.ask("worth "+businesscontext.Base(on), businesscontext.Base(on), text, e.Owners, f.ID, moves(f))
		}
	}
}

// moves counts the levels that an answer can move a finding by: from its own to
// none, or up to what severe data would make it.
func moves(f *Finding) int {
	order := []risk.Level{risk.None, risk.Low, risk.Medium, risk.High, risk.Critical}
	at := slices.Index(order, f.Rating.Level)
	top := slices.Index(order, risk.Highest(f.Rating.Likelihood, f.Threat.SafetyNet))
	return max(at, top-at)
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
			base := businesscontext.Base(e.ID)
			for _, id := range threats {
				q.ask("fact "+base+" "+name, base, factQuestion(base, name, e.Facts[name].Reason), e.Owners, id, 1)
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

func (q *asker) ask(key, about, text string, owners []string, changes string, effect int) {
	question := q.about[key]
	if question == nil {
		question = &model.Question{About: about, Text: text}
		q.about[key] = question
	}
	if question.Owner == "" && len(owners) > 0 {
		question.Owner = owners[0]
	}
	if !slices.Contains(question.Changes, changes) {
		question.Changes = append(question.Changes, changes)
		question.Effect += effect
	}
}

// questionID stays the same as long as the question does.
func questionID(q *model.Question, taken map[string]bool) string {
	print := digest(q.About, q.Text)
	for n := 4; ; n++ {
		if id := "Q-" + print[:n]; !taken[id] || n == len(print) {
			taken[id] = true
			return id
		}
	}
}
