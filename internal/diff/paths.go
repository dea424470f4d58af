package diff

import (
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// paths tells which starts and ends are joined now and were not, and the other
// way round. Several ways with one start and one end count once, the shortest.
func (c *comparer) paths() {
	before, after := shortest(c.before.Paths), shortest(c.after.Paths)
	for _, p := range c.after.Paths {
		if after[wayOf(p)] == p && before[wayOf(p)] == nil {
			c.add(pathChange(p, "path_opened", Worse, "a way opens "))
		}
	}
	for _, p := range c.before.Paths {
		if before[wayOf(p)] == p && after[wayOf(p)] == nil {
			c.add(pathChange(p, "path_closed", Better, "a way is closed "))
		}
	}
}

func wayOf(p *model.Path) string { return strings.Join([]string{p.Start, p.End, p.Gains}, "\x00") }

func shortest(paths []*model.Path) map[string]*model.Path {
	found := map[string]*model.Path{}
	for _, p := range paths {
		if known := found[wayOf(p)]; known == nil || len(p.Steps) < len(known.Steps) {
			found[wayOf(p)] = p
		}
	}
	return found
}

func pathChange(p *model.Path, kind string, effect Effect, verb string) Change {
	change := Change{Kind: kind, Effect: effect, On: p.End, Owners: p.Owners}
	change.Sentence = verb + "from " + plain.End(p.Start) + " to " + plain.Goal(p)
	var told []string
	for i := range p.Steps {
		if s := &p.Steps[i]; s.Sentence != "" {
			told = append(told, strings.TrimSuffix(plain.Line(s.Sentence), "."))
		}
		if change.Location.IsZero() {
			change.Location = p.Steps[i].Location
		}
	}
	if len(told) > 0 {
		change.Sentence += ": " + strings.Join(told, "; then ")
	}
	change.Sentence += "."
	return change
}
