package attackpath

import (
	"net/url"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// trustingTargets are the elements that trust what is served under a name of the
// position's element.
func (g *graph) trustingTargets(p position, t *Technique) []target {
	named := g.Elements[p.id]
	if named == nil {
		return nil
	}
	var list []target
	for _, e := range g.sys.Elements {
		if e.ID != p.id && fits(e, t) && trustsNameOf(e, named) {
			list = append(list, target{element: e})
		}
	}
	return list
}

// trustsNameOf reports whether one of the addresses that e trusts lies under a
// name of the other element.
func trustsNameOf(e, named *model.Element) bool {
	names := named.Fact("host_names").Strings()
	return slices.ContainsFunc(e.Fact("trusted_addresses").Strings(), func(address string) bool {
		host := hostOf(address)
		return slices.ContainsFunc(names, func(name string) bool { return covers(host, name) })
	})
}

// hostOf returns the host name of an address with or without a scheme.
func hostOf(address string) string {
	if _, rest, found := strings.Cut(address, "://"); found {
		address = rest
	}
	u, err := url.Parse("//" + address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// covers reports whether a host name, in which a star stands for any part of a
// name, is or covers another. A star alone is not trust in a name.
func covers(pattern, host string) bool {
	before, after, starred := strings.Cut(pattern, "*")
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if !starred {
		return pattern != "" && pattern == host
	}
	return strings.Contains(after, ".") && strings.HasPrefix(host, before) && strings.HasSuffix(host, after) && len(host) >= len(before)+len(after)
}
