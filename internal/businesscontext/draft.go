package businesscontext

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Draft writes a context file to begin with: the services and the places of
// data that the model holds, and what is assumed of them, for people to correct.
func Draft(sys *model.System) []byte {
	var b bytes.Buffer
	b.WriteString("# yaml-language-server: $schema=" + SchemaID + `
# What people who know the business say about this system. The places are from the
# sources, the ratings are guesses: take away the # before a line that you have
# checked or corrected, and delete what you do not know. Lines that stay comments
# change nothing.
# How bad something is: none, minor, noticeable, serious or severe.
version: 1
`)
	draftServices(&b, sys)
	draftData(&b, sys)
	b.WriteString(`
# Threats that someone has decided to live with for a while (at most a year):
# accept:
#   - threat: NET-003
#     on: aws_security_group.example
#     reason: why that is all right
#     owner: "@team"
#     until: 2027-01-31
`)
	return b.Bytes()
}

func draftServices(b *bytes.Buffer, sys *model.System) {
	var list []*model.Element
	for _, e := range sys.Elements {
		if e.Kind == "go.service" {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(x, y *model.Element) int { return strings.Compare(x.ID, y.ID) })
	if len(list) == 0 {
		b.WriteString("\nservices:\n  - name: This system\n    # what: one sentence on what it is for\n    # if_down: serious\n")
		return
	}
	b.WriteString("\nservices:\n")
	for _, e := range list {
		fmt.Fprintf(b, "  - name: %s\n    # what: one sentence on what it is for\n", scalar(cmp.Or(e.Name, e.ID)))
		if len(e.Owners) > 0 {
			fmt.Fprintf(b, "    owner: %s\n", scalar(strings.Join(e.Owners, ", ")))
		}
		fmt.Fprintf(b, "    where: [%s]\n    # if_down: serious   # how bad it is when it does not work\n", scalar(e.ID))
	}
}

func draftData(b *bytes.Buffer, sys *model.System) {
	inferred := map[string]*model.DataAsset{}
	for _, d := range sys.DataAssets {
		for _, id := range d.FoundIn {
			inferred[id] = d
		}
	}
	places := map[string]*model.Element{}
	var names []string
	for _, e := range sys.Elements {
		if !strings.HasPrefix(e.Kind, "store.") && !slices.Contains([]string{"queue", "topic", "stream"}, e.Kind) {
			continue
		}
		name := Place(e.ID)
		if places[name] == nil {
			places[name] = e
			names = append(names, name)
		}
	}
	slices.Sort(names)
	more := len(names) - mostPlaces
	if more > 0 {
		slices.SortStableFunc(names, func(x, y string) int {
			return cmp.Compare(weight(inferred[places[y].ID]), weight(inferred[places[x].ID]))
		})
		names = names[:mostPlaces]
		slices.Sort(names)
	}
	if len(names) > 0 {
		b.WriteString("\ndata:\n")
	}
	titles := map[string]bool{}
	for _, name := range names {
		draftPlace(b, name, titles, inferred[places[name].ID])
	}
	if more > 0 {
		fmt.Fprintf(b, "  # %d more places keep data; those are here that seem to matter most.\n", more)
	}
}

// mostPlaces is how many places of data a draft holds: what people read through.
const mostPlaces = 25

// weight orders places by what is assumed of them.
func weight(d *model.DataAsset) int {
	if d == nil {
		return 0
	}
	return d.Confidentiality + d.Integrity + d.Availability
}

// draftPlace says nothing yet: every line that would rate is a comment, so that a
// draft that nobody has read changes no finding.
func draftPlace(b *bytes.Buffer, name string, titles map[string]bool, d *model.DataAsset) {
	title, kinds := "What is kept in "+name, ""
	exposed, changed, lost := 2, 2, 2
	if d != nil {
		exposed, changed, lost = d.Confidentiality, d.Integrity, d.Availability
		known := slices.DeleteFunc(slices.Clone(d.Categories), func(k string) bool { return !slices.Contains(Kinds(), k) })
		kinds = strings.Join(known, ", ")
		if d.Name != "" && !titles[d.Name] {
			title = d.Name
		}
	}
	titles[title] = true
	word := func(n int) string { return Impacts()[max(0, min(n, 4))] }
	fmt.Fprintf(b, "  - name: %s\n    found_in: [%s]\n", scalar(title), scalar(name))
	fmt.Fprintf(b, "    # kinds: [%s]   # of %s\n    # records: 2 million\n", kinds, strings.Join(Kinds(), ", "))
	fmt.Fprintf(b, "    # if_exposed: %s   # how bad it is when strangers can read it\n", word(exposed))
	fmt.Fprintf(b, "    # if_changed: %s   # how bad it is when someone changes it unnoticed\n", word(changed))
	fmt.Fprintf(b, "    # if_lost: %s   # how bad it is when it is gone\n", word(lost))
}

// scalar writes a text so that YAML reads it as it is.
func scalar(s string) string { return "'" + strings.ReplaceAll(printable(s), "'", "''") + "'" }

// printable takes out what could end a line and begin another.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}
