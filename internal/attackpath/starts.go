package attackpath

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

//go:embed starts.hcl
var startsSource []byte

// startWords are what starts.hcl says.
type startWords struct {
	Can []struct {
		Word   string   `hcl:"word,label"`
		Starts []string `hcl:"starts"`
	} `hcl:"can,block"`
	Members []struct {
		Prefix string `hcl:"prefix,label"`
		Holds  string `hcl:"holds,optional"`
		As     string `hcl:"as"`
	} `hcl:"member,block"`
	Services []ruledService `hcl:"service,block"`
	Starts   []struct {
		Word string `hcl:"word,label"`
		Says string `hcl:"says"`
	} `hcl:"start,block"`
}

var startData = sync.OnceValue(func() startWords {
	var s startWords
	if err := hclsimple.Decode("starts.hcl", startsSource, nil, &s); err != nil {
		panic(err) // embedded: a bug in this program
	}
	return s
})

// start is where an attacker starts, and whether it is the start's own rights
// that count as found: what a workload's role is there to do is no attack.
type start struct {
	position
	as  string // a word of starts.hcl
	own bool
	// admin leaves out the ways to data that only go over roles: that is how a
	// workload may well be meant to work. What it may erase besides its own data
	// counts.
	admin bool
}

// wants reports whether a way is an attack, and not what the start is there to
// do.
func (s start) wants(end position, route []*edge) bool {
	if len(route) == 1 && (route[0].plain && !s.own || route[0].amounts && s.as == "group") || s.admin && slices.ContainsFunc(route, s.home) {
		return false
	}
	return !s.admin || end.what == admin || slices.ContainsFunc(route, func(e *edge) bool { return !e.plain && !e.assumes })
}

// home reports whether a step leads to where what runs as the start is anyway.
func (s start) home(e *edge) bool { return e.runsAs != "" && e.runsAs == s.id }

// starts lists where attackers start: the internet, the addresses that are let
// in, another account, each user (whose key or login may leak), each role that
// somebody outside of the sources can take on, and each that a program runs as
// which may have a flaw.
func (g *graph) starts() []start {
	list := []start{
		{position: position{what: internet}, as: string(internet), own: true},
		{position: position{what: anyAccount}, as: string(anyAccount), own: true},
	}
	if g.letsPartnersIn() {
		list = append(list, start{position: position{what: partner}, as: string(partner), own: true})
	}
	list = append(list, g.otherNetworks()...)
	for _, u := range g.users {
		list = append(list, start{position: position{identity, u.ID}, as: ofUser(u), own: true})
	}
	for _, r := range g.roles {
		as := g.takenBy(r)
		if as == "" && len(r.UsedBy) == 0 {
			continue
		}
		s := start{position: position{identity, r.ID}, as: as}
		switch as {
		case "", workload:
			s.as, s.admin = workload, true
		case "people", "pipeline", "pull-request", "any-project", "any-repository":
			s.own = true
		}
		list = append(list, s)
	}
	return append(list, g.accountStarts()...)
}

// otherNetworks are those that are joined to the system's, and not part of it.
func (g *graph) otherNetworks() []start {
	var list []start
	for _, e := range g.sys.Elements {
		if e.Fact("partner_network").True() && len(g.reach.From(e.ID)) > 0 {
			list = append(list, start{position: position{network, e.ID}, as: "partner-network", own: true})
		}
	}
	return list
}

func (w *world) letsPartnersIn() bool {
	return slices.ContainsFunc(w.sys.Elements, func(e *model.Element) bool { return e.Exposure.Level == model.ExposurePartner })
}

// ofUser says how a user comes into other hands.
func ofUser(u *model.Identity) string {
	fact := func(name string) bool { f := u.Facts[name]; return f.True() }
	switch {
	case fact("access_key"):
		return "leaked-key"
	case fact("console_login"):
		return "stolen-login"
	}
	return "user"
}

// nearest orders how a role can be taken on, from whom most people are to whom
// few are.
var nearest = []string{"any-repository", "any-project", "pull-request", "partner-account", "people", "pipeline", "insider", "workload"}

// takenBy says who can take on a role that is not in the sources: a person,
// another account, a pipeline that an identity provider vouches for. Of several
// the one that most people can be; empty where there is nobody.
func (g *graph) takenBy(r *model.Identity) string {
	best := len(nearest)
	for _, doc := range g.decider.Trust(r.ID) {
		for i := range doc.Statements {
			for _, as := range g.letIn(r, &doc.Statements[i]) {
				best = min(best, slices.Index(nearest, as))
			}
		}
	}
	if best == len(nearest) {
		return ""
	}
	return nearest[best]
}

// letIn lists who a statement of a role's trust lets in from outside.
func (g *graph) letIn(r *model.Identity, s *iam.Statement) []string {
	if s.Effect != "Allow" {
		return nil
	}
	var list []string
	for _, name := range s.Principals["AWS"] {
		id, known := g.decider.Named(name)
		switch {
		case name == "*" || known && g.Identities[id] != nil:
		case iam.AccountOf(name) != "" && iam.AccountOf(name) != iam.AccountOf(r.ARN):
			list = append(list, "partner-account")
		default:
			list = append(list, "insider")
		}
	}
	for _, name := range s.Principals["Federated"] {
		switch {
		case strings.Contains(name, "saml-provider/"):
			list = append(list, "people")
		case strings.Contains(name, "oidc-provider/"):
			list = append(list, runOf(name, s))
		}
	}
	return list
}

// startsOf lists the starts that an owner's word for an attacker stands for.
func startsOf(can string) []string {
	for _, c := range startData().Can {
		if c.Word == can {
			return c.Starts
		}
	}
	return nil
}

// begins tells a start in plain words.
func begins(as, id string) string {
	for _, s := range startData().Starts {
		if s.Word == as {
			return strings.ReplaceAll(s.Says, "{start}", id)
		}
	}
	return id
}

// attackers names those whom the owners have in mind and who start so, and want
// data of the kinds at the end or have not said what they want.
func (g *graph) attackers(as string, data []string) []string {
	var names []string
	for _, a := range g.sys.Attackers {
		can := slices.ContainsFunc(a.Can, func(word string) bool { return slices.Contains(startsOf(word), as) })
		if can && g.wanted(a, data) {
			names = append(names, a.Name)
		}
	}
	return names
}

func (g *graph) wanted(a *model.Attacker, data []string) bool {
	if len(a.Wants) == 0 || len(data) == 0 {
		return true
	}
	return slices.ContainsFunc(data, func(id string) bool {
		d := g.Data[id]
		return d != nil && slices.ContainsFunc(d.Categories, func(c string) bool { return slices.Contains(a.Wants, c) })
	})
}
