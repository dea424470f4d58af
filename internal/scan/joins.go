package scan

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// rootSources says which directories a root was evaluated from, and which other
// roots it read.
type rootSources struct {
	Key, Dir    string
	From, Reads []string
}

func sourcesOf(result *terraform.Result) []rootSources {
	var list []rootSources
	for _, r := range result.Roots {
		list = append(list, rootSources{r.Key, r.Dir, r.From, r.Reads})
	}
	return list
}

// inCode stands for all Go code among the roots: it is one program to what is
// joined to it.
const inCode = "go:"

// joins are sets of roots between which something goes in the model. A change to
// one of a set can change what is found in the others, and in no other.
type joins struct {
	parent map[string]string
}

func joined(roots []rootSources, sys *model.System) *joins {
	j := &joins{parent: map[string]string{}}
	dirs := map[string]string{}
	for _, r := range roots {
		dirs[r.Key] = r.Dir
		j.top(r.Dir)
	}
	for _, r := range roots {
		for _, key := range r.Reads {
			j.join(r.Dir, dirs[key])
		}
	}
	at := places(sys, dirs)
	for pair := range pairs(sys) {
		j.join(at[pair[0]], at[pair[1]])
	}
	return j
}

// places says in which root each element and identity stands.
func places(sys *model.System, dirs map[string]string) map[string]string {
	at := map[string]string{}
	place := func(id, root string) {
		if strings.HasPrefix(id, inCode) {
			at[id] = inCode
		} else if dir, ok := dirs[root]; ok {
			at[id] = dir
		}
	}
	for _, e := range sys.Elements {
		place(e.ID, e.Root)
	}
	for _, i := range sys.Identities {
		place(i.ID, i.Root)
	}
	return at
}

// pairs yields the ids of what the model joins.
func pairs(sys *model.System) func(yield func([2]string) bool) {
	var all [][2]string
	add := func(a string, list ...string) {
		for _, b := range list {
			all = append(all, [2]string{a, b})
		}
	}
	for _, e := range sys.Elements {
		add(e.ID, e.RunsAs, e.PartOf)
		add(e.ID, e.Exposure.Through...)
		for _, r := range e.References {
			add(e.ID, r.To)
		}
		for _, v := range e.Environment {
			add(e.ID, v.RefersTo...)
		}
		if n := e.Network; n != nil {
			add(e.ID, n.VPC)
			add(e.ID, slices.Concat(n.Subnets, n.Groups, n.Targets)...)
		}
	}
	for _, i := range sys.Identities {
		add(i.ID, slices.Concat(i.Groups, i.UsedBy)...)
	}
	for _, f := range sys.Flows {
		add(f.From, f.To)
	}
	for _, l := range sys.Links {
		add(l.From, l.To, l.RefersTo)
	}
	for _, g := range sys.Grants {
		add(g.Identity, g.On)
	}
	for _, p := range sys.Paths {
		for _, s := range p.Steps {
			add(s.From, s.To)
		}
	}
	return slices.Values(all)
}

func (j *joins) top(x string) string {
	up, ok := j.parent[x]
	if !ok {
		j.parent[x] = x
		return x
	}
	if up == x {
		return x
	}
	top := j.top(up)
	j.parent[x] = top
	return top
}

func (j *joins) join(a, b string) {
	if a != "" && b != "" {
		j.parent[j.top(a)] = j.top(b)
	}
}

// with lists the given roots and all that are joined to one of them, sorted, and
// says whether code is.
func (j *joins) with(start []string) (roots []string, code bool) {
	tops := map[string]bool{}
	for _, r := range start {
		tops[j.top(r)] = true
	}
	for _, r := range slices.Sorted(maps.Keys(j.parent)) {
		switch {
		case !tops[j.top(r)]:
		case r == inCode:
			code = true
		default:
			roots = append(roots, r)
		}
	}
	return roots, code
}

func encoded(sys *model.System) ([]byte, error) { return json.Marshal(sys) }
