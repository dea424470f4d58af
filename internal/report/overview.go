package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// levels in the order in which they are shown.
func levels() []risk.Level {
	return []risk.Level{risk.Critical, risk.High, risk.Medium, risk.Low}
}

// overview is a report sorted into the parts that every reader wants in the
// same order: paths, findings by level, latent ones, accepted ones.
type overview struct {
	*finding.Report
	Paths    []*finding.Finding
	Groups   []group
	Latent   []*finding.Finding
	Accepted []*finding.Finding
	// number is the place of a path finding in Paths, from 1, by finding id.
	number map[string]int
	worst  map[strike]int
}

// group holds the open findings of one level that are no paths.
type group struct {
	Level    risk.Level
	Findings []*finding.Finding
}

func newOverview(r *finding.Report) *overview {
	if r.System == nil {
		whole := *r
		whole.System = &model.System{}
		r = &whole
	}
	v := &overview{Report: r, number: map[string]int{}}
	byLevel := map[risk.Level][]*finding.Finding{}
	for _, f := range byRisk(r.Findings) {
		switch {
		case f.Accepted():
			v.Accepted = append(v.Accepted, f)
		case f.Path != nil:
			v.Paths = append(v.Paths, f)
			v.number[f.ID] = len(v.Paths)
		case f.Rating.Latent:
			v.Latent = append(v.Latent, f)
		default:
			byLevel[f.Rating.Level] = append(byLevel[f.Rating.Level], f)
		}
	}
	for _, l := range levels() {
		if len(byLevel[l]) > 0 {
			v.Groups = append(v.Groups, group{l, byLevel[l]})
		}
	}
	v.worst = worstAt(v.Groups)
	return v
}

// at lists the open findings of a level that are no paths.
func (v *overview) at(level risk.Level) []*finding.Finding {
	for _, g := range v.Groups {
		if g.Level == level {
			return g.Findings
		}
	}
	return nil
}

// pathsOf lists the paths of a level.
func (v *overview) pathsOf(level risk.Level) []*finding.Finding {
	return slices.DeleteFunc(slices.Clone(v.Paths), func(f *finding.Finding) bool { return f.Rating.Level != level })
}

// milderPaths lists those that do not come before all else.
func (v *overview) milderPaths(level risk.Level) []*finding.Finding {
	if level == risk.Critical || level == risk.High {
		return nil
	}
	return v.pathsOf(level)
}

// saidByPath reports whether a finding is the only step of a path that starts
// where the finding is and is shown above: the reader has just read it.
func (v *overview) saidByPath(f *finding.Finding) bool {
	return slices.ContainsFunc(v.Paths, func(p *finding.Finding) bool {
		return height(p.Rating.Level) >= height(f.Rating.Level) && len(p.Path.Steps) == 1 && p.Path.Start == f.Match.On && place(p) == place(f)
	})
}

// said reports whether a reader has just read what a finding says.
func (v *overview) said(f *finding.Finding) bool { return v.saidByPath(f) || v.saidWorse(f) }

// closedAbove reports whether a worse path from the same start, shown above, is
// closed by the very same changes: where else it leads adds nothing to do.
func (v *overview) closedAbove(f *finding.Finding) bool {
	return len(f.Path.ChokePoints) > 0 && slices.ContainsFunc(v.Paths, func(p *finding.Finding) bool {
		return height(p.Rating.Level) > height(f.Rating.Level) && p.Path.Start == f.Path.Start &&
			slices.EqualFunc(p.Path.ChokePoints, f.Path.ChokePoints, func(a, b model.ChokePoint) bool {
				return a.Change == b.Change && a.Location == b.Location
			})
	})
}

// repeated counts the findings that stand above already, of the levels that are
// listed.
func (v *overview) repeated() int {
	n := 0
	for _, f := range v.milderPaths(risk.Medium) {
		if v.closedAbove(f) {
			n++
		}
	}
	for _, g := range v.Groups {
		for _, f := range g.Findings {
			if g.Level != risk.Low && v.said(f) {
				n++
			}
		}
	}
	return n
}

// byRisk orders findings by score, latent ones last; equal ones stay in order.
func byRisk(all []*finding.Finding) []*finding.Finding {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b *finding.Finding) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(b.Rating.Score, a.Rating.Score))
	})
	return sorted
}

func rank(f *finding.Finding) int {
	if f.Rating.Latent {
		return 1
	}
	return 0
}

// open are the findings that nobody accepted.
func (v *overview) open() []*finding.Finding {
	all := slices.Clone(v.Paths)
	for _, g := range v.Groups {
		all = append(all, g.Findings...)
	}
	return append(all, v.Latent...)
}

// counts says how many open findings there are: "1 critical, 2 high".
func counts(findings []*finding.Finding) string {
	n := map[risk.Level]int{}
	for _, f := range findings {
		n[f.Rating.Level]++
	}
	var parts []string
	for _, l := range levels() {
		if n[l] > 0 {
			parts = append(parts, plain.Number(n[l])+" "+string(l))
		}
	}
	return strings.Join(parts, ", ")
}

// lost are the gaps of which a part is missing altogether, and inexact the
// others.
func (v *overview) lost() (lost, inexact []*model.Gap) {
	for _, g := range v.System.Gaps {
		if g.Severity == "error" {
			lost = append(lost, g)
		} else {
			inexact = append(inexact, g)
		}
	}
	return lost, inexact
}

// openQuestions are those that nobody has answered.
func openQuestions(sys *model.System) []*model.Question {
	return slices.DeleteFunc(questions(sys), func(q *model.Question) bool { return q.Answer != "" })
}

// questions are ordered by how much an answer could move.
func questions(sys *model.System) []*model.Question {
	sorted := slices.Clone(sys.Questions)
	slices.SortStableFunc(sorted, func(a, b *model.Question) int {
		return cmp.Or(cmp.Compare(b.Effect, a.Effect), cmp.Compare(a.ID, b.ID))
	})
	return sorted
}

// place says where a finding is: file:line, or the element where no line is
// known.
func place(f *finding.Finding) string {
	if p := plain.Place(f.Location); p != "" {
		return p
	}
	if len(f.Instances) > 0 {
		return plain.Line(f.Instances[0])
	}
	return plain.Line(f.Match.On)
}
