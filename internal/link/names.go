package link

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// byName finds the receiver of a call that code names by a constant: a queue,
// table, bucket or topic of that name, or what answers under a host name.
func (j *joiner) byName(f *model.Flow) {
	service := j.index.Service(f.From)
	if service == nil {
		return
	}
	b := newBranch(f)
	j.byText(service, nil, b, f.Target.Service, f.Target.Value, nil)
	j.more = append(j.more, b.more...)
}

// byText leads a flow to what answers under a name. The same name may stand for
// one element in each of several environments: where the program is known to run
// counts first. What is left of several, or is not where the program runs, is only
// inferred.
func (j *joiner) byText(service, host *model.Element, b *branch, kind, text string, evidence []model.Evidence) {
	found := j.called(kind, text)
	near := slices.DeleteFunc(slices.Clone(found), func(e *model.Element) bool { return !j.beside(service, host, e) })
	basis := "inferred"
	if len(near) > 0 {
		found = near
	}
	if len(near) == 1 {
		basis = "resolved"
	}
	for _, e := range found {
		b.lead(e.ID, basis, evidence)
		j.named = append(j.named, naming{service: service, to: e, name: text, flow: b.open, sure: basis == "resolved" && !plainWord(text), host: isHost(text)})
	}
}

// beside reports whether a program is known to run in the root of an element: at
// one host, or where that is not said at any.
func (j *joiner) beside(service, host, e *model.Element) bool {
	if host != nil {
		return host.Root == e.Root
	}
	return slices.ContainsFunc(j.runs[service.ID], func(h *model.Element) bool { return h.Root == e.Root })
}

// naming is a name that code and infrastructure both know.
type naming struct {
	service, to *model.Element
	name        string
	flow        model.Flow
	sure, host  bool
}

// nameLinks are the links that follow from names on both sides, each once.
func (j *joiner) nameLinks() []*model.Link {
	var links []*model.Link
	have := map[string]bool{}
	for _, n := range j.named {
		l := &model.Link{
			ID: n.service.ID + " " + n.to.ID + " name " + n.name, Kind: "name", From: n.service.ID, To: n.to.ID, Via: n.name,
			Strength: "weak", RefersTo: n.to.ID,
		}
		if n.host {
			l.Kind = "host"
		}
		if n.sure {
			l.Strength = "strong"
		}
		if have[l.ID] {
			continue
		}
		have[l.ID] = true
		if len(n.flow.Evidence) > 0 {
			at := n.flow.Evidence[0]
			at.Note = "named"
			l.Evidence = append(l.Evidence, at)
		}
		l.Evidence = append(l.Evidence, model.Evidence{Location: n.to.Location, Address: n.to.ID, Note: "name"})
		links = append(links, l)
	}
	return links
}

// called lists the elements that can answer calls to a service and are called so.
func (j *joiner) called(service, text string) []*model.Element {
	if text == "" {
		return nil
	}
	if j.byAlias == nil {
		j.indexNames()
	}
	name := text
	if host := hostOf(text); host != "" {
		name = host
	}
	var found []*model.Element
	for _, e := range j.byAlias[strings.ToLower(name)] {
		for _, to := range j.behindName(e, 0) {
			if answers(service, to) && !slices.Contains(found, to) {
				found = append(found, to)
			}
		}
	}
	return found
}

// indexNames maps each name, and the host of each address, to the elements that have it.
func (j *joiner) indexNames() {
	j.byAlias = map[string][]*model.Element{}
	j.registered = map[string][]*model.Element{}
	for _, id := range slices.Sorted(maps.Keys(j.index.Elements)) {
		e := j.index.Elements[id]
		for _, ref := range e.References {
			if to := j.index.Elements[ref.To]; to != nil && to.Kind == "dns.record" && e.RunsCode() && !slices.Contains(j.registered[to.ID], e) {
				j.registered[to.ID] = append(j.registered[to.ID], e)
			}
		}
		for _, alias := range e.Aliases {
			for _, name := range []string{alias, hostOf(alias)} {
				name = strings.ToLower(strings.TrimSuffix(name, "."))
				if name != "" && !slices.Contains(j.byAlias[name], e) {
					j.byAlias[name] = append(j.byAlias[name], e)
				}
			}
		}
	}
}

// maxAliases bounds chains of names, which sources could tie into a ring.
const maxAliases = 4

// behindName is what answers under the name of an element: itself, or what a record
// in the domain name system leads to, or what registers itself under it.
func (j *joiner) behindName(e *model.Element, depth int) []*model.Element {
	if e.Kind != "dns.record" || depth >= maxAliases {
		return []*model.Element{e}
	}
	var list []*model.Element
	for _, ref := range e.References {
		if to := j.index.Elements[ref.To]; to != nil && to.Kind != "dns.zone" {
			list = append(list, j.behindName(to, depth+1)...)
		}
	}
	return append(list, j.registered[e.ID]...)
}

// hostOf is the host of an address, or of a host with a port; empty for what is
// neither.
func hostOf(text string) string {
	if strings.Contains(text, "://") {
		u, err := url.Parse(text)
		if err != nil {
			return ""
		}
		return strings.ToLower(u.Hostname())
	}
	host, port, found := strings.Cut(text, ":")
	if !found || port == "" || strings.Trim(port, "0123456789") != "" || strings.ContainsAny(host, "/ ") {
		return ""
	}
	return strings.ToLower(host)
}

// isHost reports whether a name is a host's and not that of a queue or a table.
func isHost(text string) bool {
	return hostOf(text) != "" || strings.Count(text, ".") > 1 && !strings.ContainsAny(text, "/: ")
}

// plainWord reports whether a name is a word that many things are called by.
func plainWord(name string) bool {
	if host := hostOf(name); host != "" {
		name = host
	}
	return !strings.ContainsAny(name, "-_./:0123456789") || len(name) < 6
}
