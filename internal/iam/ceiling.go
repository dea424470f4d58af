package iam

import (
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
)

// Ceiling decides what would become of an identity that somebody gave the
// administrator's rights: its boundary and service control policies may leave
// it with less, and so may an explicit Deny on the management of rights. Other
// Denies do not matter, as an administrator can take them away.
func (d *Decider) Ceiling(id string) Answer {
	h := d.holders[id]
	if h == nil {
		return Denied
	}
	answer := Allowed
	for _, action := range awsdata.Contents().Administrator {
		r := &request{principal: h.principal, action: strings.ToLower(action), resource: "*", context: lower(nil), account: d.accountAtHand(h.principal, id)}
		q := &question{request: r, every: true}
		q.weigh(h, nil)
		q.byOrganisation(&d.organisation)
		q.identity = yes
		switch g := allOf(q.boundary, q.scp); {
		case q.deny == yes && strings.HasPrefix(r.action, "iam:") || g == no:
			return Denied
		case g != yes || q.deny == depends:
			answer = Depends
		}
	}
	return answer
}

// AdministratorWithout decides whether an identity could do everything that
// matters if one policy, of its own, of a group of its or its boundary, were
// gone.
func (d *Decider) AdministratorWithout(id, policy string) Answer {
	h := d.holders[id]
	if h == nil {
		return Denied
	}
	return d.administrator(h.without(policy), d.accountAtHand(h.principal, id))
}

// AdministersOwn asks whether an identity that lies in another account than that
// of the sources is administrator there, as far as its own policies and those of
// the organisation say.
func (d *Decider) AdministersOwn(id string) Answer {
	h := d.holders[id]
	if h == nil {
		return Denied
	}
	return d.administrator(h, h.principal.Account)
}

// administrator asks for all that makes the administrator of an account.
func (d *Decider) administrator(h *holder, account string) Answer {
	answer := Allowed
	for _, action := range awsdata.Contents().Administrator {
		r := &request{principal: h.principal, action: strings.ToLower(action), resource: "*", context: lower(nil), account: account}
		q := &question{request: r, every: true}
		q.weigh(h, nil)
		q.byOrganisation(&d.organisation)
		switch got := q.decide(); {
		case got.Answer == Denied || got.Unseen:
			return Denied
		case got.Answer == Depends:
			answer = Depends
		}
	}
	return answer
}

// without returns the holder as it would be without one policy.
func (h *holder) without(policy string) *holder {
	free := &holder{principal: h.principal, allow: map[string][]statement{}, own: map[*Statement]statement{}}
	for _, p := range h.policies {
		if p.ID != policy {
			free.policies = append(free.policies, p)
			free.index(p)
		}
	}
	for _, p := range h.boundaries {
		if p.ID != policy {
			free.boundaries = append(free.boundaries, p)
		}
	}
	return free
}
