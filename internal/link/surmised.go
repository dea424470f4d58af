package link

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// surmised are the flows of what runs a program that nobody can read: another
// language, or an image from elsewhere. What its settings name it is taken to talk
// to. Where the program is known its calls say it.
func (j *joiner) surmised(sys *model.System) []*model.Flow {
	placed, have := map[string]bool{}, map[pair]bool{}
	for _, hosts := range j.runs {
		for _, h := range hosts {
			placed[h.ID] = true
		}
	}
	for _, f := range sys.Flows {
		have[pair{f.From, f.To}] = true
	}
	var list []*model.Flow
	for _, host := range sys.Elements {
		if !host.RunsCode() || placed[host.ID] {
			continue
		}
		for _, v := range host.Environment {
			for _, to := range j.namedBy(host, v) {
				key := pair{host.ID, to.ID}
				if have[key] || to == host {
					continue
				}
				have[key] = true
				list = append(list, surmisedFlow(host, to, v))
			}
		}
	}
	return list
}

// namedBy lists what a setting leads to: what it refers to, or what answers under
// the host name in it where that is one element of the same root.
func (j *joiner) namedBy(host *model.Element, v model.EnvVar) []*model.Element {
	var list []*model.Element
	for _, id := range v.RefersTo {
		if to := j.index.Elements[id]; to != nil && talksBack(to) {
			list = append(list, to)
		}
	}
	text, _ := v.Value.Value.(string)
	if len(list) > 0 || hostOf(text) == "" {
		return list
	}
	found := slices.DeleteFunc(j.called("http", text), func(e *model.Element) bool { return e.Root != host.Root || e == host })
	return found
}

// talksBack reports whether a program can talk to an element.
func talksBack(e *model.Element) bool {
	family, _, _ := strings.Cut(e.Kind, ".")
	return slices.Contains([]string{"gateway", "queue", "store", "stream", "topic"}, family) && e.Kind != "store.registry" && e.Kind != "store.block"
}

func surmisedFlow(from, to *model.Element, v model.EnvVar) *model.Flow {
	unknown := model.Fact{State: model.Unknown}
	f := &model.Flow{
		ID: from.ID + " -> " + to.ID + " by " + v.Name, From: from.ID, To: to.ID, Basis: "inferred",
		Target: &model.Target{Origin: "env", Name: v.Name},
		Authn:  unknown, Authz: unknown, Encryption: unknown, Evidence: v.Value.Evidence,
	}
	if text, _ := v.Value.Value.(string); strings.HasPrefix(text, "https://") {
		f.Encryption = model.Fact{Value: "tls", State: model.Known, Evidence: v.Value.Evidence}
	}
	return f
}
