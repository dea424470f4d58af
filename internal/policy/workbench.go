package policy

import (
	"context"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/threatvet/threatvet/internal/model"
)

// Own reads the user's policies and compiles them beside the built-in ones. It
// returns their threats by id, and what is wrong with them.
func Own(user fs.FS) ([]*model.Threat, []*model.Gap) {
	sources, gaps := load(user)
	_, kept, more := compile(sources)
	gaps = append(gaps, more...)
	sortGaps(gaps)
	mine := func(file string) bool { return strings.HasPrefix(file, usersIn) }
	threats := slices.DeleteFunc(threatsOf(kept), func(t *model.Threat) bool { return !mine(t.File) })
	return threats, slices.DeleteFunc(gaps, func(g *model.Gap) bool { return !mine(g.Location.File) })
}

// Coverage says which lines of a policy no test has reached.
type Coverage struct {
	File    string
	Percent float64
	Missed  []Lines
}

// Lines are from the first to the last, both included.
type Lines struct{ First, Last int }

// CoveredTests runs tests as Tests does, and says for each policy of the tree,
// in order of file, what they reach.
func CoveredTests(ctx context.Context, tree fs.FS) ([]TestResult, []Coverage, error) {
	modules, err := testModules(tree)
	if err != nil {
		return nil, nil, err
	}
	reached := cover.New()
	results, err := run(ctx, tester.NewRunner().SetCoverageQueryTracer(reached), modules)
	if err != nil {
		return nil, nil, err
	}
	report := reached.Report(modules)
	var list []Coverage
	for _, name := range slices.Sorted(maps.Keys(report.Files)) {
		if _, err := fs.Stat(tree, name); err != nil || strings.HasSuffix(name, "_test.rego") {
			continue
		}
		c := Coverage{File: name, Percent: report.Files[name].Coverage}
		for _, r := range report.Files[name].NotCovered {
			c.Missed = append(c.Missed, Lines{r.Start.Row, r.End.Row})
		}
		list = append(list, c)
	}
	return results, list, nil
}
