package gosystem

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

// shownBounds is how many functions a gap names.
const shownBounds = 10

// bounds says, module by module, through which functions data was not followed
// to the end, so that nobody takes silence about them for safety.
func (a *assembler) bounds() {
	byRoot := map[string][]fragment.Bound{}
	for _, name := range slices.Sorted(maps.Keys(a.frags)) {
		byRoot[a.roots[name]] = append(byRoot[a.roots[name]], a.frags[name].Bounds...)
	}
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		a.boundsOf(root, byRoot[root])
	}
}

func (a *assembler) boundsOf(root string, list []fragment.Bound) {
	var named []string
	first := model.Location{}
	for _, b := range list {
		at, ok := a.location(b.At)
		if !ok || at.Line == 0 {
			continue
		}
		if len(named) == 0 {
			first = at
		}
		named = append(named, fmt.Sprintf("%s (%s:%d: %s)", shortName(b.Func), at.File, at.Line, b.Why))
	}
	if len(named) == 0 {
		return
	}
	count := fmt.Sprintf("%d functions", len(named))
	if len(named) == 1 {
		count = "1 function"
	}
	why := "the limits of the analysis were met in " + count + ", so that flows through them may be missed: " + strings.Join(named[:min(len(named), shownBounds)], "; ")
	if more := len(named) - shownBounds; more > 0 {
		why += fmt.Sprintf("; and %d more", more)
	}
	a.sys.Gaps = append(a.sys.Gaps, &model.Gap{
		Severity: "warning", What: "Go module " + root + ": data not followed to the end", Why: why,
		Do: "review what these functions do with input, or split them", Location: first,
	})
}
