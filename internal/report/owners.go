package report

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// ownerRow says how much of the open risk is one owner's.
type ownerRow struct {
	Name   string
	Counts []int // by level, in the order of levels
	Paths  string
}

// ownerRows lists the owners, those with the highest risks first.
func ownerRows(v *overview) []ownerRow {
	byName := map[string]*ownerRow{}
	paths := map[string][]string{}
	for _, f := range v.open() {
		for _, o := range f.Owners {
			name := plain.Line(o)
			row := byName[name]
			if row == nil {
				row = &ownerRow{Name: name, Counts: make([]int, len(levels()))}
				byName[name] = row
			}
			if i := slices.Index(levels(), f.Rating.Level); i >= 0 {
				row.Counts[i]++
			}
			if n := v.number[f.ID]; n > 0 {
				paths[name] = append(paths[name], fmt.Sprint(n))
			}
		}
	}
	rows := make([]ownerRow, 0, len(byName))
	for name, row := range byName {
		row.Paths = strings.Join(paths[name], ", ")
		rows = append(rows, *row)
	}
	slices.SortFunc(rows, func(a, b ownerRow) int {
		if c := slices.Compare(b.Counts, a.Counts); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	return rows
}

// unownedNamed bounds how many folders are named.
const unownedNamed = 5

// unowned says once which parts nobody owns, by the folder of the findings
// there, so that no finding has to; empty where each has an owner. A low one
// does not need its owner today.
func unowned(v *overview) string {
	inFolder := map[string]int{}
	owned := false
	for _, f := range v.open() {
		switch {
		case len(f.Owners) > 0:
			owned = true
		case f.Rating.Level != risk.Low && !f.Location.IsZero():
			inFolder[path.Dir(f.Location.File)]++
		}
	}
	switch {
	case len(inFolder) == 0:
		return ""
	case !owned:
		return "Nobody owns what was found: name owners in CODEOWNERS or in threat-context.yaml, and each finding says whom to ask."
	}
	return "Nobody owns " + folders(inFolder) + ": name owners in CODEOWNERS or in threat-context.yaml."
}

// folders lists those with the most findings first.
func folders(count map[string]int) string {
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	var parts []string
	for i, name := range names {
		if i == unownedNamed {
			parts = append(parts, plain.Count(len(names)-i, "more folder"))
			break
		}
		shown := name + "/"
		if name == "." {
			shown = "the top folder"
		}
		parts = append(parts, plain.Line(shown)+" ("+plain.Count(count[name], "finding")+")")
	}
	return strings.Join(parts, ", ")
}
