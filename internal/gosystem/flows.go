package gosystem

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/gosystem/fragment"
	"github.com/threatvet/threatvet/internal/model"
)

// flows makes a flow of each call that reaches another system, from each
// handler that leads to it, or from the service where none does.
func (a *assembler) flows() {
	connections := a.connections()
	for _, name := range slices.Sorted(maps.Keys(a.frags)) {
		for _, c := range a.frags[name].Calls {
			at, ok := a.location(c.At)
			if !ok {
				continue
			}
			target := a.target(c)
			for _, from := range a.callers(c.Func, name) {
				t := target
				if c.Runs {
					t = connections[a.serviceOf(from)+" "+c.Service]
				}
				a.addFlow(from, c, t, at)
			}
		}
	}
}

func (a *assembler) addFlow(from string, c fragment.Call, t *model.Target, at model.Location) {
	if t == nil {
		t = &model.Target{Origin: "unknown", Service: c.Service}
	}
	copied := *t
	f := &model.Flow{
		ID:   fmt.Sprintf("%s -> %s %s:%d", from, c.Operation, at.File, at.Line),
		From: from, Target: &copied, Protocol: c.Protocol, Operation: c.Operation, Basis: "inferred",
		Authn: model.Fact{State: model.Unknown}, Authz: model.Fact{State: model.Unknown}, Encryption: encryption(c, t, at),
		Evidence: []model.Evidence{{Location: at, Note: "call", Address: c.Func}},
	}
	for _, name := range c.Carries {
		if a.typed[name] {
			f.Data = append(f.Data, "go:"+name)
		}
	}
	if c.Operation == "" {
		f.ID = fmt.Sprintf("%s -> %s %s:%d", from, c.Service, at.File, at.Line)
	}
	for _, have := range a.sys.Flows {
		if have.ID == f.ID {
			return
		}
	}
	a.sys.Flows = append(a.sys.Flows, f)
}

// encryption is known where the address says it.
func encryption(c fragment.Call, t *model.Target, at model.Location) model.Fact {
	evidence := []model.Evidence{{Location: at, Note: "call"}}
	switch {
	case c.Encryption != "":
		return model.Fact{Value: c.Encryption, State: model.Known, Evidence: evidence}
	case c.Protocol == "https" || strings.HasPrefix(t.Value, "https://"):
		return model.Fact{Value: "tls", State: model.Known, Evidence: evidence}
	case strings.HasPrefix(t.Value, "http://"):
		return model.Fact{Value: "none", State: model.Known, Evidence: evidence}
	}
	return model.Fact{State: model.Unknown}
}

// callers returns the handlers that lead to a function, or the services.
func (a *assembler) callers(fn, pkg string) []string {
	var list []string
	for _, e := range a.entries {
		if a.graph.reach(e.Handler)[fn] && !slices.Contains(list, e.point.Element) {
			list = append(list, e.point.Element)
		}
	}
	if len(list) > 0 {
		slices.Sort(list)
		return list
	}
	for _, p := range a.programs {
		if p.reach[fn] {
			list = append(list, "go:"+p.pkg)
		}
	}
	if len(list) == 0 {
		list = append(list, a.owner(fn, pkg))
	}
	return list
}

func (a *assembler) serviceOf(id string) string {
	if e := a.elements[id]; e != nil && e.PartOf != "" {
		return e.PartOf
	}
	return id
}

// connections maps service and kind of store to the one target that the
// program connects to; where there are several, nothing is said.
func (a *assembler) connections() map[string]*model.Target {
	found := map[string]*model.Target{}
	several := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(a.frags)) {
		for _, c := range a.frags[name].Calls {
			if c.Runs {
				continue
			}
			t := a.target(c)
			for _, p := range a.programs {
				if !p.reach[c.Func] {
					continue
				}
				k := "go:" + p.pkg + " " + c.Service
				if have := found[k]; have != nil && !same(have, t) {
					several[k] = true
				}
				found[k] = t
			}
		}
	}
	for k := range several {
		delete(found, k)
	}
	return found
}

// target says how code names the other end of a call.
func (a *assembler) target(c fragment.Call) *model.Target {
	t := &model.Target{Origin: "unknown", Service: c.Service}
	leaves := a.values.leaves(c.Target)
	var text []string
	for _, l := range leaves {
		if l.kind == "const" {
			text = append(text, l.name)
		}
	}
	if c.Service == "http" {
		t.Service = a.serviceAt(strings.Join(text, ""), t.Service)
	}
	if len(leaves) > 0 && leaves[0].kind == "const" && namesHost(leaves[0].name) {
		t.Origin, t.Value = "constant", leaves[0].name
		return t
	}
	for _, kind := range []string{"request", "env", "flag", "file", "const"} {
		i := slices.IndexFunc(leaves, func(l leaf) bool { return l.kind == kind && (kind != "const" || l.name != "") })
		if i < 0 {
			continue
		}
		t.Origin, t.Name = kind, leaves[i].name
		t.Others = others(leaves, kind, t.Name)
		switch kind {
		case "const":
			t.Origin, t.Name, t.Value = "constant", "", longest(text)
		case "env", "flag":
			t.Value = scheme(text)
		}
		return t
	}
	return t
}

// others are the names of further settings that a value is made of.
func others(leaves []leaf, kind, first string) []string {
	if kind != "env" && kind != "flag" {
		return nil
	}
	var names []string
	for _, l := range leaves {
		if l.kind == kind && l.name != first {
			names = append(names, l.name)
		}
	}
	return names
}

// same reports whether two calls name the other end alike.
func same(a, b *model.Target) bool {
	return a.Origin == b.Origin && a.Name == b.Name && a.Value == b.Value && a.Service == b.Service && slices.Equal(a.Others, b.Others)
}

// namesHost reports whether an address begins with a whole host, so that what
// follows cannot change where it leads.
func namesHost(address string) bool {
	_, rest, _ := strings.Cut(address, "://")
	host, _, whole := strings.Cut(rest, "/")
	return whole && host != "" && !strings.Contains(host, "%")
}

func (a *assembler) serviceAt(text, service string) string {
	for _, name := range slices.Sorted(maps.Keys(a.words.Hosts)) {
		for _, part := range a.words.Hosts[name] {
			if strings.Contains(text, part) {
				return name
			}
		}
	}
	return service
}

func longest(list []string) string {
	best := ""
	for _, s := range list {
		if len(s) > len(best) {
			best = s
		}
	}
	return best
}

// scheme returns the scheme that stands before a name that is not constant.
func scheme(text []string) string {
	for _, t := range text {
		if t == "https://" || t == "http://" {
			return t
		}
	}
	return ""
}
