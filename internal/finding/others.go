package finding

import (
	"fmt"
	"slices"
	"strings"
)

// named is how many ends of further paths are named.
const named = 3

// sameData notes a further place that what comes in at one place reaches.
const sameData = "the same data"

// reached says where else the data of a finding in code gets.
func reached(f *Finding) string {
	var at []string
	for _, e := range f.Related {
		if e.Note == sameData {
			at = append(at, line(e.Location))
		}
	}
	if len(at) == 0 {
		return ""
	}
	rest := ""
	switch more := len(at) - named; {
	case more == 1:
		at, rest = at[:named], " and one more place"
	case more > 1:
		at, rest = at[:named], fmt.Sprintf(" and %d more places", more)
	}
	return " The same data is used in the same way at " + strings.Join(at, ", ") + rest + "."
}

// others says where the further paths of a finding lead.
func others(f *Finding) string {
	if len(f.Others) == 0 {
		return ""
	}
	text := fmt.Sprintf(" %d more ways from there are closed by the same change", len(f.Others))
	if len(f.Others) == 1 {
		text = " One more way from there is closed by the same change"
	}
	var ends []string
	for _, p := range f.Others {
		if p.End != f.Path.End {
			ends = append(ends, p.End)
		}
	}
	slices.Sort(ends)
	ends = slices.Compact(ends)
	if len(ends) == 0 {
		return text + "."
	}
	rest := ""
	if more := len(ends) - named; more > 0 {
		ends, rest = ends[:named], fmt.Sprintf(" and %d more", more)
	}
	return text + ": to " + strings.Join(ends, ", ") + rest + "."
}
