package policy

import (
	"cmp"
	"context"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/policies"
)

// DefaultTimeout is how long one policy may take where nobody says otherwise.
// The slowest built-in one takes less than a tenth of it on 10,000 elements.
const DefaultTimeout = 5 * time.Second

// Options choose policies and limit them.
type Options struct {
	// User is the directory of the user's own policies; nil for none.
	User fs.FS
	// Only and Skip choose threats by id (OBJ-005) or area (OBJ), whatever the
	// letter case. An empty Only means all.
	Only, Skip []string
	// Timeout limits each policy; zero is DefaultTimeout.
	Timeout time.Duration
	// Kept remembers policies from one evaluation to the next; nil for none.
	Kept *Kept
}

// Result is what the policies found.
type Result struct {
	// Threats is the metadata of every threat that was asked about, by id.
	Threats []*model.Threat
	// Matches are sorted by threat, then by what they are on.
	Matches []model.Match
	// Gaps name the policies that could not be used, and why.
	Gaps []*model.Gap
}

// Evaluate runs the chosen policies over the system. The error is for a
// cancelled context only; what is wrong with a policy is a gap.
func Evaluate(ctx context.Context, sys *model.System, o Options) (*Result, error) {
	sources, gaps := o.Kept.load(o.User)
	sources = slices.DeleteFunc(sources, func(s *source) bool { return s.threat != nil && !o.chosen(s.threat.ID) })
	have := tally(sys)
	needed, idle := split(sources, have)
	// What policies see is made while they are compiled: each takes one core.
	ready := make(chan *evaluator, 1)
	if asks(needed) {
		go func() { ready <- newEvaluator(sys, cmp.Or(o.Timeout, DefaultTimeout)) }()
	}
	compiler, needed, more := o.Kept.compile(needed)
	gaps = append(gaps, more...)

	r := &Result{Threats: threatsOf(append(slices.Clone(idle), needed...)), Matches: []model.Match{}}
	if asks(needed) {
		e := <-ready
		e.compiler = compiler
		matches, failed := e.all(ctx, needed)
		r.Matches = append(r.Matches, matches...)
		gaps = append(gaps, failed...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	sortMatches(r.Matches)
	sortGaps(gaps)
	r.Gaps = gaps
	return r, nil
}

// Threats returns the metadata of the built-in threats, by id.
func Threats() ([]*model.Threat, error) {
	sources, gaps := loadFrom(policies.FS(), builtIn)
	if len(gaps) > 0 {
		return nil, gapError{gaps[0]}
	}
	return threatsOf(sources), nil
}

type gapError struct{ *model.Gap }

func (e gapError) Error() string { return e.What + ": " + e.Why }

// chosen reports whether the options let a threat through.
func (o Options) chosen(id string) bool {
	named := func(list []string) bool {
		return slices.ContainsFunc(list, func(s string) bool {
			area, _, _ := strings.Cut(id, "-")
			return strings.EqualFold(s, id) || strings.EqualFold(s, area)
		})
	}
	return (len(o.Only) == 0 || named(o.Only)) && !named(o.Skip)
}

func threatsOf(sources []*source) []*model.Threat {
	list := []*model.Threat{}
	for _, s := range sources {
		if s.threat != nil {
			list = append(list, s.threat)
		}
	}
	slices.SortFunc(list, func(a, b *model.Threat) int { return strings.Compare(a.ID, b.ID) })
	return list
}

func asks(sources []*source) bool {
	return slices.ContainsFunc(sources, func(s *source) bool { return s.threat != nil })
}

func sortMatches(list []model.Match) {
	slices.SortFunc(list, func(a, b model.Match) int {
		return cmp.Or(
			strings.Compare(a.Threat, b.Threat),
			strings.Compare(a.On, b.On),
			strings.Compare(a.Weakness, b.Weakness),
			strings.Compare(a.Grant, b.Grant),
			strings.Compare(a.EntryPoint, b.EntryPoint),
			strings.Compare(a.Flow, b.Flow),
			strings.Compare(a.Policy, b.Policy),
			cmp.Compare(a.Rule, b.Rule),
			strings.Compare(a.Path, b.Path),
			slices.Compare(a.Because, b.Because),
			slices.Compare(flat(a.Values), flat(b.Values)),
			slices.Compare(a.Reaches, b.Reaches),
		)
	})
}

func flat(values map[string]string) []string {
	var list []string
	for _, k := range slices.Sorted(maps.Keys(values)) {
		list = append(list, k, values[k])
	}
	return list
}

func sortGaps(gaps []*model.Gap) {
	slices.SortStableFunc(gaps, func(a, b *model.Gap) int {
		return cmp.Or(a.Location.Compare(b.Location), strings.Compare(a.What, b.What), strings.Compare(a.Why, b.Why))
	})
}
