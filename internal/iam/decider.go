package iam

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// Answer is what a decision comes to.
type Answer string

// The answers. Depends means that the sources do not settle it.
const (
	Allowed Answer = "allowed"
	Denied  Answer = "denied"
	Depends Answer = "depends"
)

// Decision is the answer to one question.
type Decision struct {
	Answer Answer
	// On lists what the answer depends on, in words.
	On []string
	// Unseen is true where the answer depends on a part of a policy that the
	// sources do not tell at all, so that nothing speaks for it.
	Unseen bool
	// Because lists the statements that decided.
	Because []Ref
}

// Ref names a statement.
type Ref struct {
	Policy   string // id of the model's policy
	Index    int
	Evidence model.Evidence
	// Needed is true where the answer would be another without the statement.
	Needed bool

	part string
	of   *Statement
}

// Decider answers questions about the rights in a system. It is safe for use
// by several goroutines at once.
type Decider struct {
	organisation
	holders    map[string]*holder
	resources  map[string][]*policy         // resource and trust policies by holder id
	named      map[string]string            // ARN to element or identity id
	tags       map[string]map[string]string // by id
	anywhere   map[string]bool              // ids of elements whose region is not known
	regionless bool                         // whether there is one
	account    string
	homes      *homes
	applied    *applied
	gaps       []*model.Gap
	subjects   sync.Map        // ARN to what Subjects says of it
	granting   map[string]bool // services, see Grants
	mentioned  map[string]bool // lower-case condition keys, and their part before a slash
}

// holder is an identity with everything that gives or takes its rights.
type holder struct {
	principal  Principal
	policies   []*policy // of its own and its groups
	boundaries []*policy
	allow      map[string][]statement // by service, "" for all
	deny       []statement
	dark       []*policy
	own        map[*Statement]statement // see aws.levels
}

// NewDecider reads the policies of a system.
func NewDecider(sys *model.System) *Decider {
	d := &Decider{
		holders: map[string]*holder{}, resources: map[string][]*policy{}, named: map[string]string{},
		tags: map[string]map[string]string{}, anywhere: map[string]bool{}, account: StandIn, homes: newHomes(), mentioned: map[string]bool{}, granting: map[string]bool{},
	}
	d.note(sys)
	inside := map[string]bool{}
	for _, e := range sys.Elements {
		d.tags[e.ID] = tagsOf(e.Tags)
		d.homes.note(e)
		if e.RegionAssumed {
			d.anywhere[e.ID], d.regionless = true, true
		}
		for _, a := range e.Aliases {
			if strings.HasPrefix(a, "arn:") {
				d.named[a] = e.ID
			}
		}
		if e.RunsAs != "" && e.Network != nil {
			inside[e.RunsAs] = true
		}
	}
	for _, id := range sys.Identities {
		if ServiceOf(id.ARN) == "" {
			continue
		}
		d.named[id.ARN] = id.ID
		d.holders[id.ID] = &holder{principal: principalOf(id, d.tags[id.ID], inside[id.ID])}
	}
	own := d.readPolicies(sys)
	d.noteGranting()
	for _, id := range sys.Identities {
		if h := d.holders[id.ID]; h != nil {
			h.collect(own, append([]string{id.ID}, id.Groups...))
		}
	}
	d.noteApplied(sys)
	return d
}

// StandIn is the account number that stands for the account whose number the
// sources do not tell.
const StandIn = "111111111111"

func tagsOf(tags map[string]string) map[string]string {
	if tags == nil {
		return map[string]string{}
	}
	return tags
}

func principalOf(id *model.Identity, tags map[string]string, inside bool) Principal {
	kind := Role
	if id.Kind == "user" || id.Kind == "human" {
		kind = User
	}
	return Principal{Kind: kind, ARN: id.ARN, Account: cmp.Or(AccountOf(id.ARN), StandIn), Name: arnName(id.ARN), ID: id.ID, Tags: tagsOf(tags), Inside: inside}
}

func arnName(arn string) string { return arn[strings.LastIndexByte(arn, '/')+1:] }

// readPolicies parses every policy and returns those of identities by holder.
func (d *Decider) readPolicies(sys *model.System) map[string][]*policy {
	own := map[string][]*policy{}
	p := &parser{documents: map[string]*Document{}, failed: map[string]error{}}
	cloud := map[string]bool{}
	for _, e := range sys.Elements {
		cloud[e.ID] = e.Provider == "" || e.Provider == "aws"
	}
	for _, m := range sys.Policies {
		if isElement, found := cloud[m.Holder]; found && !isElement {
			continue // the language of another cloud
		}
		parsed, g := p.read(m)
		d.mention(parsed.doc)
		if g != nil {
			d.gaps = append(d.gaps, g)
		}
		switch m.Kind {
		case "identity", "boundary":
			own[m.Holder] = append(own[m.Holder], parsed)
		case "resource", "trust", "permission":
			d.resources[m.Holder] = append(d.resources[m.Holder], parsed)
		case "scp":
			d.scps = append(d.scps, parsed)
		case "rcp":
			d.rcps = append(d.rcps, parsed)
		}
	}
	return own
}

func (h *holder) collect(own map[string][]*policy, from []string) {
	h.allow, h.own = map[string][]statement{}, map[*Statement]statement{}
	for i, id := range from {
		for _, p := range own[id] {
			switch {
			case p.Kind == "boundary" && i == 0:
				h.boundaries = append(h.boundaries, p)
				h.keep(p)
			case p.Kind != "boundary":
				h.policies = append(h.policies, p)
				h.index(p)
			}
		}
	}
}

// keep notes where the holder's own copy of each statement stands.
func (h *holder) keep(p *policy) {
	for i := range p.doc.Statements {
		if s := &p.doc.Statements[i]; h.own[s].Statement == nil {
			h.own[s] = statement{Statement: s, policy: p}
		}
	}
}

func (h *holder) index(p *policy) {
	h.keep(p)
	if p.dark {
		h.dark = append(h.dark, p)
	}
	for i := range p.doc.Statements {
		s := statement{Statement: &p.doc.Statements[i], policy: p}
		if s.Effect == "Deny" {
			h.deny = append(h.deny, s)
			continue
		}
		for _, service := range s.services() {
			h.allow[service] = append(h.allow[service], s)
		}
	}
}

// services are the services whose actions a statement may name; "" for all.
func (s *Statement) services() []string {
	if len(s.NotActions) > 0 {
		return []string{""}
	}
	var list []string
	for _, a := range s.actions {
		service, _, found := strings.Cut(a.text, ":")
		if !found || strings.ContainsAny(service, "*?$") || strings.Contains(service, Hole) {
			return []string{""}
		}
		if !slices.Contains(list, service) {
			list = append(list, service)
		}
	}
	return list
}

// Principal returns the principal that an identity of the system is. ok is
// false where it has none, such as one of another cloud.
func (d *Decider) Principal(id string) (p Principal, ok bool) {
	if h := d.holders[id]; h != nil {
		return h.principal, true
	}
	return Principal{}, false
}

// Gaps lists the policies that could not be considered.
func (d *Decider) Gaps() []*model.Gap { return d.gaps }

// Trust returns the documents that say who may become a role.
func (d *Decider) Trust(role string) []*Document {
	var list []*Document
	for _, p := range d.resources[role] {
		if p.Kind == "trust" {
			list = append(list, p.doc)
		}
	}
	return list
}

// Named returns the id of the element or identity that an ARN names, also where
// it names a part of it, such as an object of a bucket.
func (d *Decider) Named(arn string) (id string, ok bool) {
	for {
		if id, ok = d.named[arn]; ok {
			return id, true
		}
		cut := strings.LastIndexAny(arn, "/:")
		if cut < 0 || strings.Count(arn, ":") < 5 {
			return "", false
		}
		arn = arn[:cut]
	}
}

// inWords puts ids in place of ARNs, which may be stand-ins.
func (d *Decider) inWords(text string) string {
	if !strings.Contains(text, "arn:") && !strings.Contains(text, StandIn) {
		return text
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		if id, ok := d.Named(strings.TrimRight(w, "*/:")); ok && strings.HasPrefix(w, "arn:") {
			words[i] = id
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), StandIn, "(this account)")
}

// Could reports whether some statement may allow an identity the action on
// anything at all. It is quick, and true too often rather than too rarely.
func (d *Decider) Could(id, action string) bool {
	h := d.holders[id]
	if h == nil {
		return false
	}
	action = strings.ToLower(action)
	for _, s := range h.candidates(action) {
		if s.hasAction(action) != no {
			return true
		}
	}
	return false
}

// RulesElsewhere reports whether an identity belongs to another account and its
// policies say everything there: whatever it is given more, it gains nothing.
func (d *Decider) RulesElsewhere(id string) bool {
	h := d.holders[id]
	if h == nil || d.account == "" {
		return false
	}
	account := AccountOf(h.principal.ARN)
	if account == "" || d.homes.are[account] {
		return false
	}
	return slices.ContainsFunc(h.allow[""], func(s statement) bool {
		return len(s.Conditions) == 0 && slices.Contains(s.Actions, "*") && slices.Contains(s.Resources, "*")
	})
}

func (h *holder) candidates(action string) []statement {
	service, _, _ := strings.Cut(action, ":")
	all, own := h.allow[""], h.allow[service]
	if len(all) == 0 {
		return own
	}
	return append(slices.Clone(all), own...)
}

func (d *Decider) mention(doc *Document) {
	for _, s := range doc.Statements {
		for _, c := range s.Conditions {
			_, name, _ := strings.Cut(strings.ToLower(c.Key), ":")
			name, _, _ = strings.Cut(name, "/")
			d.mentioned[name] = true
		}
	}
}

// Mentions reports whether any policy has a condition on a key with this name,
// such as ResourceTag, whatever the service before it and the tag after it.
func (d *Decider) Mentions(name string) bool { return d.mentioned[strings.ToLower(name)] }

// Grants reports whether some thing of a service has a policy of its own that
// may let somebody of the account in.
func (d *Decider) Grants(service string) bool { return d.granting[service] }

// noteGranting notes the services whose things let somebody in by themselves.
func (d *Decider) noteGranting() {
	for arn, id := range d.named {
		for _, p := range d.resources[id] {
			for _, s := range p.doc.Statements {
				if p.Kind != "trust" && s.Effect == "Allow" && (s.NotPrincipals != nil || len(s.Principals["AWS"])+len(s.Principals["*"]) > 0) {
					d.granting[ServiceOf(arn)] = true
				}
			}
		}
	}
}

// limited reports whether an action, in lower case, can only be granted on "*".
func limited(action string) bool {
	a, ok := awsdata.Actions().FindLower(action)
	return ok && len(a.Types) == 0
}
