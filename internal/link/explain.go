package link

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// Between lists the links and flows that join two elements, either way round. A
// handler counts as its program, and what runs a program does not: that is a link
// of its own.
func Between(sys *model.System, a, b string) (links []*model.Link, flows []*model.Flow) {
	x := sys.Index()
	joins := func(from, to string) bool {
		return isPartOf(x, from, a) && isPartOf(x, to, b) || isPartOf(x, from, b) && isPartOf(x, to, a)
	}
	for _, l := range sys.Links {
		if joins(l.From, l.To) || joins(l.From, l.RefersTo) {
			links = append(links, l)
		}
	}
	for _, f := range sys.Flows {
		if f.To != "" && joins(f.From, f.To) {
			flows = append(flows, f)
		}
	}
	return links, flows
}

// isPartOf reports whether an element is another, or a handler of it.
func isPartOf(x *model.Index, id, whole string) bool {
	if id == whole {
		return true
	}
	s := x.Service(id)
	return s != nil && s.ID == whole
}

// Comparison says why a program is taken to run somewhere, or is not.
type Comparison struct {
	// Shared are the settings that the program reads and the place sets, Missing
	// those that only the program reads, Extra those that only the place sets.
	Shared, Missing, Extra []string
	// Rivals are the programs that fit the place at least as well.
	Rivals []string
}

// Compare compares a program with a place that could run it.
func Compare(sys *model.System, program, place string) (Comparison, bool) {
	j := &joiner{index: sys.Index()}
	service, host := j.index.Elements[program], j.index.Elements[place]
	if service == nil || host == nil || service.Kind != "go.service" || !host.RunsCode() {
		return Comparison{}, false
	}
	c := Comparison{}
	wanted := reads(service)
	for _, v := range host.Environment {
		switch {
		case common(v.Name):
		case slices.Contains(wanted, v.Name):
			c.Shared = append(c.Shared, v.Name)
		default:
			c.Extra = append(c.Extra, v.Name)
		}
	}
	for _, name := range wanted {
		if !slices.Contains(c.Shared, name) {
			c.Missing = append(c.Missing, name)
		}
	}
	own := j.compare(service, host).score()
	for _, rival := range j.index.ByKind["go.service"] {
		if rival != service && j.compare(rival, host).score() >= max(own, 0) {
			c.Rivals = append(c.Rivals, rival.ID)
		}
	}
	slices.Sort(c.Shared)
	slices.Sort(c.Extra)
	return c, true
}
