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
	b.WriteString(`# What people who know the business say about this system. Every line is a guess
# from the sources: correct what is wrong, delete what you do not know.
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
		fmt.Fprintf(b, "  - name: %s\n    # what: one sentence on what it is for\n", quote(printable(cmp.Or(e.Name, e.ID))))
		if len(e.Owners) > 0 {
			fmt.Fprintf(b, "    owner: %s\n", quote(printable(strings.Join(e.Owners, ", "))))
		}
		fmt.Fprintf(b, "    where: [%s]\n    # if_down: serious\n", quote(printable(e.ID)))
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
		name := Base(e.ID)
		if places[name] == nil {
			places[name] = e
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if len(names) > 0 {
		b.WriteString("\ndata:\n")
	}
	for _, name := range names {
		draftPlace(b, name, places[name], inferred[places[name].ID])
	}
}

func draftPlace(b *bytes.Buffer, name string, e *model.Element, d *model.DataAsset) {
	title, kinds := "What is kept in "+name, "kinds: []   # "+strings.Join(Kinds(), ", ")
	exposed, changed, lost := 2, 2, 2
	if d != nil {
		exposed, changed, lost = d.Confidentiality, d.Integrity, d.Availability
		known := slices.DeleteFunc(slices.Clone(d.Categories), func(k string) bool { return !slices.Contains(Kinds(), k) })
		kinds = "kinds: [" + strings.Join(known, ", ") + "]"
	}
	word := func(n int) string { return Impacts()[max(0, min(n, 4))] }
	fmt.Fprintf(b, "  - name: %s\n    %s\n    # records: 2 million\n", quote(printable(title)), kinds)
	fmt.Fprintf(b, "    # if_exposed: %s   # how bad it is when strangers can read it\n", word(exposed))
	fmt.Fprintf(b, "    # if_changed: %s   # how bad it is when someone changes it unnoticed\n", word(changed))
	fmt.Fprintf(b, "    # if_lost: %s   # how bad it is when it is gone\n", word(lost))
	fmt.Fprintf(b, "    found_in: [%s]\n", quote(printable(Base(e.ID))))
}

// printable takes out what could end a line and begin another.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}
