package leastprivilege

import (
	"cmp"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// Compute sets Use of each identity of which every program is known. It needs
// the joined model and its grants.
func Compute(sys *model.System) {
	c := &comparison{
		sys: sys, index: sys.Index(),
		flows: map[string][]*model.Flow{}, grants: map[string][]*model.Grant{}, lent: map[string]bool{},
		strong: map[string]bool{}, refers: map[string][]string{}, runners: map[string][]string{},
	}
	c.sort()
	for _, i := range sys.Identities {
		if iam.ServiceOf(i.ARN) == "iam" {
			i.Use = c.use(i)
		}
	}
}

// comparison holds the model by what is asked of it.
type comparison struct {
	sys     *model.System
	index   *model.Index
	flows   map[string][]*model.Flow  // by the program they come from
	grants  map[string][]*model.Grant // by identity
	lent    map[string]bool           // identities that others may take on
	strong  map[string]bool           // programs that strong evidence joins to a host
	refers  map[string][]string       // elements that a program's settings name
	runners map[string][]string       // elements by the identity that they run as
}

func (c *comparison) sort() {
	for _, f := range c.sys.Flows {
		if s := c.index.Service(f.From); s != nil {
			c.flows[s.ID] = append(c.flows[s.ID], f)
		}
	}
	for _, g := range c.sys.Grants {
		c.grants[g.Identity] = append(c.grants[g.Identity], g)
		if slices.ContainsFunc(g.Actions, func(a string) bool { return strings.HasPrefix(a, "sts:AssumeRole") }) {
			c.lent[g.On] = true
		}
	}
	for _, l := range c.sys.Links {
		if l.Strength == "strong" {
			c.strong[l.From] = true
		}
		if l.RefersTo != "" {
			c.refers[l.From] = append(c.refers[l.From], l.RefersTo)
		}
	}
	for _, e := range c.sys.Elements {
		if e.RunsAs != "" {
			c.runners[e.RunsAs] = append(c.runners[e.RunsAs], e.ID)
		}
	}
}

// use compares what an identity may do with what runs as it, or returns nil
// where not every program is known.
func (c *comparison) use(i *model.Identity) *model.Use {
	programs := c.programs(i)
	if len(programs) == 0 || c.lent[i.ID] {
		return nil
	}
	called := newCalls()
	for _, p := range programs {
		if !c.add(called, p) {
			return nil
		}
	}
	if len(called.on)+len(called.any) == 0 {
		return nil // a program without any call that is seen may call by other means
	}
	use := &model.Use{Programs: programs, Calls: called.list(), Smallest: c.smallest(i, called)}
	for _, g := range c.grants[i.ID] {
		if own(g, i) && !called.uses(g, c.index.Elements[g.On]) {
			use.Unused = append(use.Unused, g.ID)
		}
	}
	slices.Sort(use.Unused)
	return use
}

// own reports whether a right comes from the identity's own policies: one that a
// resource gives to everybody is no fault of the identity.
func own(g *model.Grant, i *model.Identity) bool {
	return slices.ContainsFunc(g.Evidence, func(e model.Evidence) bool {
		return e.Address == i.ID || slices.Contains(i.Groups, e.Address)
	})
}

// programs lists the Go programs that run as an identity, or nothing where
// something else may run as it too.
func (c *comparison) programs(i *model.Identity) []string {
	hosts := compact(append(slices.Clone(i.UsedBy), c.runners[i.ID]...))
	var all []string
	for _, id := range hosts {
		e := c.index.Elements[id]
		if e == nil {
			return nil
		}
		if e.Kind == "go.service" || e.Kind == "go.handler" {
			continue // what runs on a host that is asked for as well
		}
		found := c.on(e)
		if len(found) == 0 || images(e) > len(found) || e.Kind != "compute.container" && e.Kind != "compute.function" {
			return nil
		}
		all = append(all, found...)
	}
	return compact(all)
}

// on lists the programs on a host, or nothing where the evidence for one is weak.
func (c *comparison) on(host *model.Element) []string {
	var found []string
	for _, e := range c.index.ByKind["go.service"] {
		for around := range c.index.Around(e) {
			if around != host {
				continue
			}
			if !c.strong[e.ID] {
				return nil
			}
			found = append(found, e.ID)
		}
	}
	return found
}

// images is how many programs a task is made of, 1 where it does not say.
func images(e *model.Element) int { return max(1, len(e.Fact("images").Strings())) }

// add takes in what a program calls; false where its dependencies may call
// anything.
func (c *comparison) add(called *calls, program string) bool {
	for _, service := range c.index.Elements[program].Fact("dependencies_call").Strings() {
		if service == "*" {
			return false
		}
		called.whole[service] = true
	}
	for _, f := range c.flows[program] {
		called.flow(f, c.index.Elements[f.To])
	}
	for _, id := range c.refers[program] {
		called.named[id] = true
	}
	return true
}

// calls is what programs call.
type calls struct {
	whole map[string]bool // services of which every right counts as used
	any   map[string]bool // actions whose target the code leaves open
	on    map[string]map[string]bool
	named map[string]bool // elements that settings name
	other map[string]bool // elements that are reached without an SDK
}

func newCalls() *calls {
	return &calls{
		whole: map[string]bool{}, any: map[string]bool{}, on: map[string]map[string]bool{},
		named: map[string]bool{}, other: map[string]bool{},
	}
}

func (c *calls) flow(f *model.Flow, to *model.Element) {
	service := serviceOf(f.Operation)
	if awsdata.Actions().Services[service] == nil {
		if to != nil {
			c.other[to.ID] = true
		}
		return
	}
	actions, ok := needs(f.Operation)
	if !ok {
		c.whole[service] = true
		return
	}
	for _, action := range actions {
		switch {
		case to == nil:
			c.any[action] = true
		case c.on[to.ID] == nil:
			c.on[to.ID] = map[string]bool{action: true}
		default:
			c.on[to.ID][action] = true
		}
	}
}

// list names the calls, in order.
func (c *calls) list() []model.UsedRight {
	var list []model.UsedRight
	for id, actions := range c.on {
		for action := range actions {
			list = append(list, model.UsedRight{Action: action, On: id})
		}
	}
	for action := range c.any {
		list = append(list, model.UsedRight{Action: action})
	}
	slices.SortFunc(list, func(a, b model.UsedRight) int {
		return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.Action, b.Action))
	})
	return list
}

// uses reports whether some call may need a right.
func (c *calls) uses(g *model.Grant, on *model.Element) bool {
	service := serviceOf(g.Actions[0])
	known := c.on[g.On]
	if on == nil || service == "*" || c.whole[service] || isPlatform(service) || c.unseen(g.On) {
		return true
	}
	for action := range known {
		if gives(g, action) {
			return true
		}
	}
	for action := range c.any {
		if serviceOf(action) == service && gives(g, action) {
			return true
		}
	}
	return c.asKey(g, on)
}

// unseen reports whether the program uses an element by means other than the
// SDK: it reaches it or is told its name, and no call to it is seen.
func (c *calls) unseen(id string) bool { return c.other[id] || c.named[id] && c.on[id] == nil }

// gives reports whether a right is of the level of an action.
func gives(g *model.Grant, action string) bool {
	if g.Level == iam.LevelAdmin || slices.Contains(g.Actions, action) {
		return true
	}
	content, rated := awsdata.Contents().For(serviceOf(action))
	switch {
	case rated && g.Level == iam.LevelRead:
		return slices.Contains(content.Read, action)
	case rated && g.Level == iam.LevelWrite:
		return slices.Contains(content.Write, action)
	}
	return level(action) == g.Level
}

// asKey reports whether a right on a key is needed for what the key encrypts.
func (c *calls) asKey(g *model.Grant, on *model.Element) bool {
	return on.Kind == "kms_key" && (len(c.on) > 0 || len(c.any) > 0 || len(c.named) > 0 || len(c.other) > 0 || len(c.whole) > 0)
}

func compact(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
