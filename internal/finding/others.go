package finding

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// named is how many ends of further paths are named.
const named = 3

// sameData notes a further place that what comes in at one place reaches.
const sameData = "the same data"

// sameThing notes a further place of what is told once of a program or a package.
const sameThing = "the same here"

// scope names the program or the package of which a finding is told once; empty
// for findings that are told of each place.
func (a *assembler) scope(f *Finding) string {
	w := a.Index.Weaknesses[f.Match.Weakness]
	if f.Threat == nil || w == nil {
		return ""
	}
	switch f.Threat.OncePer {
	case "package":
		return "package " + path.Dir(f.Location.File)
	case "program":
		for e := a.Index.Elements[w.Element]; e != nil && e.PartOf != e.ID; e = a.Index.Elements[e.PartOf] {
			if e.Kind == "go.service" {
				return "program " + e.ID
			}
		}
	}
	return ""
}

// reached says where else the data of a finding in code gets, or where else it is
// the same.
func reached(f *Finding) string {
	return elsewhere(f, sameData, " The same data is used in the same way at ") + elsewhere(f, sameThing, " It is the same at ")
}

func elsewhere(f *Finding, note, begin string) string {
	var at []string
	for _, e := range f.Related {
		if e.Note == note {
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
	return begin + strings.Join(at, ", ") + rest + "."
}

// others says where the further paths of a finding start and lead.
func others(f *Finding) string {
	var starts, ends []string
	same := 0
	for _, p := range f.Others {
		if p.Start != f.Path.Start {
			starts = append(starts, p.Start)
			continue
		}
		same++
		if p.End != f.Path.End {
			ends = append(ends, p.End)
		}
	}
	return fromThere(same, ends) + fromElsewhere(starts)
}

// fromThere tells of the further ways from the same start.
func fromThere(ways int, ends []string) string {
	if ways == 0 {
		return ""
	}
	text := fmt.Sprintf(" %d more ways from there are closed by the same change", ways)
	if ways == 1 {
		text = " One more way from there is closed by the same change"
	}
	if len(ends) == 0 {
		return text + "."
	}
	return text + ": to " + some(ends) + "."
}

// fromElsewhere tells of the starts that the same block makes.
func fromElsewhere(starts []string) string {
	if len(starts) == 0 {
		return ""
	}
	return " The same way is open from " + some(starts) + "."
}

// some names the first of a list, and counts the rest.
func some(list []string) string {
	slices.Sort(list)
	list = slices.Compact(list)
	rest := ""
	if more := len(list) - named; more > 0 {
		list, rest = list[:named], fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(list, ", ") + rest
}
