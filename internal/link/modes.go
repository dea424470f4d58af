package link

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// A program with sub-commands runs in several places, each started with words of
// its own. Of the settings that it reads somewhere, each mode reads its own: the
// package that reads a setting tells which. Where a package lacks what it is given
// elsewhere, it is not what runs there.

// aside reports whether the package that reads a setting is not what runs at a
// host, although the setting is given there.
func (j *joiner) aside(service, host *model.Element, read model.ConfigRead) bool {
	pkg := packageOf(read.Function)
	if pkg == "" {
		return false
	}
	for _, other := range j.runs[service.ID] {
		if other == host || !startedApart(host, other) {
			continue
		}
		for _, r := range service.Reads {
			if packageOf(r.Function) != pkg {
				continue
			}
			_, there := setting(other, r)
			if _, here := setting(host, r); there && !here {
				return true
			}
		}
	}
	return false
}

// startedApart reports whether two places are known to start their program with
// different words.
func startedApart(a, b *model.Element) bool {
	x, y := a.Fact("arguments"), b.Fact("arguments")
	first, _ := x.Value.([]string)
	second, _ := y.Value.([]string)
	return x.Known() && y.Known() && !slices.Equal(first, second)
}

// packageOf is the import path of the package that a function belongs to:
// example.com/x/web of example.com/x/web.(*Server).Avatar.
func packageOf(function string) string {
	slash := strings.LastIndexByte(function, '/') + 1
	dot := strings.IndexByte(function[slash:], '.')
	if dot < 0 {
		return ""
	}
	return function[:slash+dot]
}

// givers are the places that give a program the setting by which a flow's target
// is named. Where the flow's own package reads it, places of other modes do not
// count.
func (j *joiner) givers(service *model.Element, f *model.Flow, name string) []*model.Element {
	var given, own []*model.Element
	from := ""
	if len(f.Evidence) > 0 {
		from = packageOf(f.Evidence[0].Address)
	}
	for _, host := range j.runs[service.ID] {
		if _, ok := setting(host, model.ConfigRead{Origin: "env", Name: name}); !ok {
			continue
		}
		given = append(given, host)
		for _, read := range service.Reads {
			if read.Name == name && packageOf(read.Function) == from && !j.aside(service, host, read) {
				own = append(own, host)
				break
			}
		}
	}
	if len(own) > 0 {
		return own
	}
	return given
}
