package iam

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Identity resolves the name of somebody who holds rights: the id of an
// identity, or of an element that runs as one; internet or any-account; or a
// name that policies and bindings use for somebody outside. If there is none,
// near holds the nearest names.
func (x *Explainer) Identity(name string) (id string, near []string) {
	if x.index.Identities[name] != nil || name == Internet || name == AnyoneOut {
		return name, nil
	}
	if e := x.index.Elements[name]; e != nil && e.RunsAs != "" {
		return e.RunsAs, nil
	}
	known := sortedKeys(x.index.Identities)
	for _, g := range x.sys.Grants {
		known = append(known, g.Identity)
	}
	for _, t := range x.aws.things {
		for _, o := range x.aws.outsiders(t.id) {
			known = append(known, o.id)
		}
	}
	return Among(name, known)
}

// Target resolves the name of something that rights can be had on.
func (x *Explainer) Target(name string) (id string, near []string) {
	known := append(sortedKeys(x.byID), Account)
	for _, g := range x.sys.Grants {
		known = append(known, g.On)
	}
	if id, near = Among(name, known); id == "" && x.index.Elements[name] != nil {
		return name, nil
	}
	return id, near
}

// Among finds a name; one that ends like it and is the only such one will do. If
// there is none, near holds the nearest names.
func Among(name string, known []string) (id string, near []string) {
	slices.Sort(known)
	known = slices.Compact(known)
	if slices.Contains(known, name) {
		return name, nil
	}
	for _, k := range known {
		if strings.HasSuffix(k, "."+name) || strings.HasSuffix(k, ":"+name) || strings.HasSuffix(k, "/"+name) {
			near = append(near, k)
		}
	}
	if len(near) == 1 {
		return near[0], nil
	}
	if len(near) == 0 {
		near = nearest(name, known)
	}
	return "", near[:min(len(near), maxNear)]
}

const maxNear = 3

// nearest lists the names that differ least, if they differ little.
func nearest(name string, known []string) []string {
	distance := map[string]int{}
	var near []string
	for _, k := range known {
		d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(k))
		if last := k[strings.LastIndexByte(k, '.')+1:]; last != k {
			d = min(d, levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(last)))
		}
		if d <= max(2, len(name)/4) {
			distance[k] = d
			near = append(near, k)
		}
	}
	slices.SortStableFunc(near, func(a, b string) int { return distance[a] - distance[b] })
	return near
}
