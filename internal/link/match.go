package link

import (
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// match says how well a service fits a host.
type match struct {
	host *model.Element
	// shared counts the settings that one side sets and the other reads;
	// telling those of them that name another resource.
	shared, telling int
	// missing counts what the service reads and the host does not set, extra
	// the reverse.
	missing, extra int
	// named is true where both carry the same name.
	named bool
	// whole is true where a package of the service is given all that it reads,
	// and nothing is given that nobody reads.
	whole bool
	// made is what of the service the host runs.
	made made
}

func (j *joiner) compare(service, host *model.Element) match {
	m := match{host: host, named: sameName(service, host), made: j.made[pair{service.ID, host.ID}]}
	wanted := reads(service)
	for _, v := range host.Environment {
		switch {
		case common(v.Name):
		case !slices.Contains(wanted, v.Name):
			m.extra++
		default:
			m.shared++
			if len(v.RefersTo) > 0 {
				m.telling++
			}
		}
	}
	m.missing = len(wanted) - m.shared
	m.whole = m.extra == 0 && m.shared > 1 && givesAll(host, service)
	return m
}

// givesAll reports whether a package of a service reads several settings, all of
// which a host sets.
func givesAll(host, service *model.Element) bool {
	read, given := map[string][]string{}, map[string]int{}
	for _, r := range service.Reads {
		pkg := packageOf(r.Function)
		if pkg == "" || r.Origin != "env" || common(r.Name) || slices.Contains(read[pkg], r.Name) {
			continue
		}
		read[pkg] = append(read[pkg], r.Name)
		if _, ok := setting(host, r); ok {
			given[pkg]++
		}
	}
	for pkg, names := range read {
		if len(names) > 1 && given[pkg] == len(names) {
			return true
		}
	}
	return false
}

// convincing asks for a setting that names another resource, or for most of
// what the service reads, for all that one
// of its packages reads, or for the name and any setting.
func (m match) convincing() bool {
	if m.made.sure || m.made.kind != "" && (m.shared > 0 || m.missing == 0) {
		return true
	}
	return m.shared > 0 && (m.telling > 0 || m.named || m.whole || m.shared > m.missing)
}

// score orders matches: what is shared speaks for a place, what only one side
// knows speaks against it, and a shared name settles a tie.
func (m match) score() int {
	if m.shared == 0 && m.made.kind == "" {
		return -1
	}
	s := 6*m.shared + 3*m.telling - 2*m.missing - 2*m.extra
	if m.named {
		s += 5
	}
	switch {
	case m.made.sure:
		s += 100 // it is the program, whatever settings it reads
	case m.made.kind != "":
		s += 8
	}
	return s
}

// strength is strong where the evidence is more than a name.
func (m match) strength() string {
	if m.telling > 0 || m.made.sure || m.shared > 1 && (m.named || m.made.kind != "" || m.shared > m.missing) {
		return "strong"
	}
	return "weak"
}

// reads returns the names of the environment variables that a service reads
// and that can tell it from others, sorted and once each.
func reads(service *model.Element) []string {
	var names []string
	for _, r := range service.Reads {
		if r.Origin == "env" && !common(r.Name) {
			names = append(names, r.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func sameName(service, host *model.Element) bool {
	base := path.Base(service.ID)
	return slices.Contains(strings.FieldsFunc(host.ID+"."+host.Name, func(r rune) bool {
		return strings.ContainsRune(".-_/[]\"", r)
	}), base)
}
