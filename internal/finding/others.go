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
