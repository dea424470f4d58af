package businesscontext

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Apply puts what the owners said into the model: data and where it lies, who
// owns what, how bad it is when a service is down, and answers. What names
// nothing in the model becomes a problem.
func (c *Context) Apply(sys *model.System) []Problem {
	c.places = map[string]string{}
	var ids []string
	for _, e := range sys.Elements {
		c.places[e.ID] = c.inRepository(e.Location.File)
		ids = append(ids, e.ID)
	}
	for _, i := range sys.Identities {
		if _, have := c.places[i.ID]; !have {
			ids = append(ids, i.ID)
		}
		c.places[i.ID] = c.inRepository(i.Location.File)
	}
	slices.Sort(ids)

	for _, a := range c.Attackers {
		sys.Attackers = append(sys.Attackers, &model.Attacker{Name: a.Name, Wants: a.Wants, Can: a.Can})
	}
	c.applyOwners(sys)
	problems := c.applyServices(sys)
	problems = append(problems, c.applyData(sys, ids)...)
	problems = append(problems, c.applyAnswers(sys)...)
	return append(problems, c.dangling(ids)...)
}

func (c *Context) applyOwners(sys *model.System) {
	for _, e := range sys.Elements {
		if owners := c.OwnersOf(e.Location.File, e.ID); len(owners) > 0 {
			e.Owners = owners
		}
	}
	for _, i := range sys.Identities {
		if owners := c.OwnersOf(i.Location.File, i.ID); len(owners) > 0 {
			i.Owners = owners
		}
	}
}

func (c *Context) applyServices(sys *model.System) []Problem {
	for _, e := range sys.Elements {
		for _, s := range c.servicesOf(c.places[e.ID], []string{e.ID}) {
			if s.IfDown != "" {
				e.IfDown = worseWord(e.IfDown, s.IfDown)
			}
		}
	}
	var problems []Problem
	for _, s := range c.Services {
		for _, p := range s.Where {
			if p.Text == "**" || c.claimsAnything(p) {
				continue
			}
			near := didYouMean(p.Text, c.nearby(p), "")
			problems = append(problems, Problem{
				Location: p.Location, Severity: "warning",
				Message: fmt.Sprintf("%q is the place of no element that was found%s", p.Text, near),
			})
		}
	}
	return problems
}

func (c *Context) claimsAnything(p Pattern) bool {
	for id, file := range c.places {
		if p.matchesFile(file) || within(file, p.dir) && p.matchesID(id) {
			return true
		}
	}
	return false
}

// nearby lists what a pattern could have meant: files for what looks like one,
// else ids.
func (c *Context) nearby(p Pattern) []string {
	var list []string
	for id, file := range c.places {
		if !p.looksLikeFile() {
			list = append(list, id)
		} else if within(file, p.dir) {
			list = append(list, strings.TrimPrefix(strings.TrimPrefix(file, p.dir), "/"))
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func (c *Context) applyData(sys *model.System, ids []string) []Problem {
	var problems []Problem
	for _, d := range c.Data {
		asset := d.asset()
		for _, p := range d.FoundIn {
			found, processed := c.named(sys, p, ids)
			if len(found)+len(processed) == 0 {
				problems = append(problems, noElement(p, "found_in", ids))
			}
			if d.saysNothing() {
				continue
			}
			asset.FoundIn = append(asset.FoundIn, found...)
			asset.FoundIn = append(asset.FoundIn, processed...)
			hold(sys, asset.ID, found, processed)
		}
		if d.saysNothing() {
			continue
		}
		slices.Sort(asset.FoundIn)
		asset.FoundIn = slices.Compact(asset.FoundIn)
		sys.DataAssets = append(sys.DataAssets, asset)
	}
	return problems
}

// saysNothing reports whether an owner has named data and its places only. Then
// what the sources tell of it still counts.
func (d *Data) saysNothing() bool {
	return d.Owner == "" && d.Because == "" && len(d.Kinds) == 0 && d.Records == 0 && d.IfExposed == "" && d.IfChanged == "" && d.IfLost == ""
}

// hold notes at the elements what they store and process.
func hold(sys *model.System, asset string, stores, processes []string) {
	add := func(list []string) []string {
		if slices.Contains(list, asset) {
			return list
		}
		list = append(list, asset)
		slices.Sort(list)
		return list
	}
	for _, e := range sys.Elements {
		if slices.Contains(stores, e.ID) {
			e.Stores = add(e.Stores)
		}
		if slices.Contains(processes, e.ID) {
			e.Process = add(e.Process)
		}
	}
}

// named finds the elements that a pattern names: those that hold the data, and
// for Go the programs that handle it.
func (c *Context) named(sys *model.System, p Pattern, ids []string) (found, processed []string) {
	for _, id := range ids {
		if p.matchesID(id) && (!strings.Contains(p.Text, "*") || within(c.places[id], p.dir)) {
			if strings.HasPrefix(id, "go:") {
				processed = append(processed, id)
			} else {
				found = append(found, id)
			}
		}
	}
	if len(found)+len(processed) == 0 && strings.HasPrefix(p.Text, "go:") {
		processed = programsWith(sys, strings.TrimPrefix(p.Text, "go:"))
	}
	return found, processed
}

func noElement(p Pattern, key string, ids []string) Problem {
	return Problem{
		Location: p.Location, Severity: "error",
		Message: fmt.Sprintf("%s names %q, which is no element that was found%s", key, p.Text, didYouMean(p.Text, candidates(p, ids), "")),
	}
}

// candidates are the ids that could have been meant, with and without their
// instance keys.
func candidates(p Pattern, ids []string) []string {
	if strings.Contains(p.Text, "[") {
		return ids
	}
	var list []string
	for _, id := range ids {
		list = append(list, Base(id))
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// dangling finds acceptances of what is not there. Ends and paths are computed
// later, so a path's threat may name anything.
func (c *Context) dangling(ids []string) []Problem {
	var problems []Problem
	for _, a := range c.Acceptances {
		if a.On.Text == "" || a.On.Text == "account" || strings.HasPrefix(a.Threat, "XP-") {
			continue
		}
		if !slices.ContainsFunc(ids, a.On.matchesID) {
			problems = append(problems, noElement(a.On, "on", ids))
		}
	}
	return problems
}

// asset turns an owner's words into the model's numbers. What the owner left
// open is filled from the kinds and marked as assumed.
func (d *Data) asset() *model.DataAsset {
	a := &model.DataAsset{
		ID: "data:" + slug(d.Name), Name: d.Name, Categories: slices.Clone(d.Kinds), Records: d.Records, Declared: true,
		Because: d.Because, Owner: d.Owner, FoundIn: []string{},
		Evidence: []model.Evidence{{Location: d.Location, Address: d.Name, Note: "stated by the owner"}},
	}
	if a.Categories == nil {
		a.Categories = []string{}
	}
	otherwise := d.usual()
	rate := func(word, field string) int {
		if n := slices.Index(Impacts(), word); n >= 0 {
			return n
		}
		a.Assumed = append(a.Assumed, field)
		return otherwise
	}
	a.Confidentiality = rate(d.IfExposed, "confidentiality")
	a.Integrity = rate(d.IfChanged, "integrity")
	a.Availability = rate(d.IfLost, "availability")
	return a
}

// usual is the impact assumed for what the owner left open: that of the worst
// kind of data it is. What may be exposed without harm is public.
func (d *Data) usual() int {
	if len(d.Kinds) == 0 {
		if d.IfExposed == "none" {
			return risk.Default("public")
		}
		return risk.Default("")
	}
	worst := 0
	for _, k := range d.Kinds {
		worst = max(worst, risk.Default(k))
	}
	return worst
}

// slug makes a name fit for an id.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127)
	})
	return cmp.Or(strings.Join(words, "-"), "unnamed")
}
