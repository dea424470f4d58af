package finding

import (
	"fmt"
	"slices"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// The extreme answers to the question what something is worth.
const (
	noHarm     = 0
	severeHarm = 4
)

// suppose rates findings as if the owners of all the given places had said that
// any harm to them is as bad as the number says. The system stays as it is. Ways to
// what would be worth nothing are left out; those that only severe data would make
// worth looking for are not counted.
func suppose(sys *model.System, asked []string, harm int) *risk.Rater {
	other := *sys
	other.Elements = slices.Clone(sys.Elements)
	other.DataAssets = slices.Clone(sys.DataAssets)
	ids := map[string][]string{} // by place
	for i, e := range other.Elements {
		place, ok := placeAmong(asked, e.ID)
		if !ok {
			continue
		}
		changed := *e
		changed.Stores, changed.Process = slices.Clone(e.Stores), slices.Clone(e.Process)
		other.Elements[i] = &changed
		ids[place] = append(ids[place], e.ID)
	}
	answer := map[string]string{} // the data that an answer makes, by place
	for _, place := range asked {
		answer[place] = businesscontext.Suppose(&other, place, ids[place], harm)
	}
	other.Paths = nil
	for _, p := range sys.Paths {
		place, ok := placeAmong(asked, p.End)
		switch {
		case !ok:
			other.Paths = append(other.Paths, p)
		case harm > noHarm:
			changed := *p
			changed.Data = []string{answer[place]}
			other.Paths = append(other.Paths, &changed)
		}
	}
	return risk.New(other.Index(), &other)
}

// placeAmong returns which of the places, which are sorted, an element is of.
func placeAmong(asked []string, id string) (string, bool) {
	for _, place := range []string{businesscontext.Base(id), businesscontext.Place(id)} {
		if _, found := slices.BinarySearch(asked, place); found {
			return place, true
		}
	}
	return "", false
}

// outcome says what the extreme answers would make of a finding, and how many
// levels they are apart at most from what it is now.
func outcome(f *Finding, none, severe risk.Rating) (model.Outcome, int) {
	now := height(f.Rating.Level)
	moved := max(now-height(none.Level), height(severe.Level)-now, 0)
	return model.Outcome{Finding: f.ID, Title: f.Title, Now: said(f.Rating), IfNone: said(none), IfSevere: said(severe)}, moved
}

func said(r risk.Rating) string {
	if r.Level == risk.None {
		return "none"
	}
	return fmt.Sprintf("%s %.1f", r.Level, r.Score)
}

func height(l risk.Level) int {
	return slices.Index([]risk.Level{risk.None, risk.Low, risk.Medium, risk.High, risk.Critical}, l)
}
