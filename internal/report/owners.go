package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/report/plain"
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
