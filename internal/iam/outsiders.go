package iam

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// outsider is somebody who is none of the system's own identities, but whom
// the policy of a thing or a role lets in.
type outsider struct {
	id string
	Principal
}

// outsiders lists whom the policies on one element or identity name, besides
// the system's own.
func (d *Decider) outsiders(id string) []outsider {
	var list []outsider
	add := func(o outsider) {
		if !slices.ContainsFunc(list, func(have outsider) bool { return have.id == o.id }) {
			list = append(list, o)
		}
	}
	for _, p := range d.resources[id] {
		for i := range p.doc.Statements {
			s := &p.doc.Statements[i]
			if s.Effect != "Allow" {
				continue
			}
			if s.NotPrincipals != nil {
				d.everybody(add)
			}
			for _, kind := range sortedKeys(s.Principals) {
				for _, name := range s.Principals[kind] {
					d.outsider(kind, name, add)
				}
			}
		}
	}
	return list
}

func (d *Decider) everybody(add func(outsider)) {
	add(outsider{Internet, Anyone()})
	add(outsider{AnyoneOut, AnyAccount("")})
}

func (d *Decider) outsider(kind, name string, add func(outsider)) {
	account, whole := accountOf(name)
	own, known := d.named[name]
	switch {
	case name == "*" && kind != "Service" && kind != "Federated":
		d.everybody(add)
	case name == "" || strings.Contains(name, Hole):
	case kind == "Service":
		add(outsider{"service:" + name, OfService(name)})
	case kind == "Federated" && known:
		add(outsider{own, OfProvider(name)})
	case kind == "Federated":
		add(outsider{"provider:" + name, OfProvider(name)})
	case kind != "AWS" || known || d.homes.are[account] && whole:
	case whole:
		add(outsider{"account:" + account, AnyAccount(account)})
	case AccountOf(name) != "" && !d.homes.are[AccountOf(name)]:
		p := AnyAccount(AccountOf(name))
		p.ARN = name
		add(outsider{name, p})
	}
}

// outsideGrants lists what outsiders may do, but for the services of the cloud:
// that they act for the account is no news.
func (a *aws) outsideGrants() []*model.Grant {
	var list []*model.Grant
	for _, t := range a.things {
		for _, o := range a.outsiders(t.id) {
			if o.Kind == Service {
				continue
			}
			for _, l := range a.decideLevels(&holder{principal: o.Principal}, t) {
				list = append(list, grant(o.id, t.id, l))
			}
		}
	}
	return list
}
