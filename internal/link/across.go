package link

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// Across finds the receivers of flows in other parts of a model that is made of
// several: part tells for an id which one it came with, 0 for all of them. Only a
// name that is the same everywhere counts (an ARN, a URL, a host name), and only
// where one element has it.
func Across(sys *model.System, part func(id string) int) {
	a := &across{index: sys.Index(), part: part, named: map[string]*model.Element{}, hosts: map[string][]string{}}
	for _, e := range sys.Elements {
		for _, alias := range e.Aliases {
			a.name(alias, e)
		}
	}
	for _, l := range sys.Links {
		a.hosts[l.From] = append(a.hosts[l.From], l.To)
	}
	for _, f := range sys.Flows {
		if f.To == "" || strings.HasPrefix(f.To, "external:") {
			a.follow(f)
		}
	}
}

type across struct {
	index *model.Index
	part  func(id string) int
	// named maps names to the only element that has them, nil for several.
	named map[string]*model.Element
	hosts map[string][]string // by program
}

func (a *across) name(alias string, e *model.Element) {
	name := everywhere(alias)
	if name == "" || e.RegionAssumed && regional(name) {
		return
	}
	if other, ok := a.named[name]; ok && other != e {
		e = nil
	}
	a.named[name] = e
}

// everywhere is what of a name means the same in every repository, or empty.
func everywhere(name string) string {
	name = strings.ToLower(strings.TrimSuffix(name, "/"))
	switch {
	case strings.HasPrefix(name, "arn:"):
		return name
	case strings.HasPrefix(name, "https://sqs."):
		return name // the path names the queue
	}
	if host := hostOf(name); publicHost(host) {
		return strings.ToLower(host)
	}
	return ""
}

// regional reports whether a name holds a region.
func regional(name string) bool {
	if parts := strings.SplitN(name, ":", 6); parts[0] == "arn" && len(parts) == 6 {
		return parts[3] != ""
	}
	return strings.HasSuffix(name, ".amazonaws.com") || strings.HasPrefix(name, "https://sqs.")
}

func (a *across) follow(f *model.Flow) {
	for _, given := range a.texts(f) {
		to := a.named[everywhere(given.text)]
		if to == nil || a.part(to.ID) == a.part(f.From) {
			continue
		}
		f.To, f.Basis = to.ID, "resolved"
		f.Evidence = slices.Concat(f.Evidence, given.evidence)
		return
	}
}

type given struct {
	text     string
	evidence []model.Evidence
}

// texts are what the code says of the receiver: a constant, or what the places
// that run the program set.
func (a *across) texts(f *model.Flow) []given {
	if f.Target == nil {
		return nil
	}
	if f.Target.Origin != "env" {
		return []given{{text: f.Target.Value}}
	}
	service := a.index.Service(f.From)
	if service == nil {
		return nil
	}
	var list []given
	for _, host := range append([]string{service.PartOf}, a.hosts[service.ID]...) {
		e := a.index.Elements[host]
		if e == nil {
			continue
		}
		v, _ := setting(e, model.ConfigRead{Origin: "env", Name: f.Target.Name})
		if text, ok := v.Value.Value.(string); ok && v.Value.Known() {
			list = append(list, given{text, v.Value.Evidence})
		}
	}
	return list
}
