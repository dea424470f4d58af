package link

import (
	"net/netip"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// foreign makes elements of the systems of others that code sends data to which
// matters: one for each host that the code names, and one for each service of
// which the data knows that somebody else runs it.
func (j *joiner) foreign(sys *model.System) {
	made := map[string]*model.Element{}
	for _, f := range sys.Flows {
		name := foreignName(f)
		if f.To != "" || len(f.Data) == 0 || name == "" {
			continue
		}
		id := "external:" + name
		if made[id] == nil {
			made[id] = &model.Element{ID: id, Kind: "external.saas", Technology: name, Name: name}
			if len(f.Evidence) > 0 {
				made[id].Location = f.Evidence[0].Location
			}
			sys.Elements = append(sys.Elements, made[id])
		}
		f.To, f.Basis = id, "resolved"
	}
}

// foreignName is what a system of others is called; empty where the receiver may
// be one's own.
func foreignName(f *model.Flow) string {
	if f.Target == nil {
		return ""
	}
	if w, _ := known(); slices.Contains(w.Foreign, f.Target.Service) {
		return f.Target.Service
	}
	host := hostOf(f.Target.Value)
	if f.Target.Origin != "constant" || !publicHost(host) {
		return ""
	}
	return host
}

// publicHost reports whether a host name is one of the internet's and not of a
// network of one's own, a machine or an example.
func publicHost(host string) bool {
	if _, err := netip.ParseAddr(host); err == nil || !strings.Contains(host, ".") || strings.ContainsAny(host, "%{}$ ") {
		return false
	}
	w, _ := known()
	last := host[strings.LastIndexByte(host, '.')+1:]
	return !slices.Contains(w.Own, last)
}
