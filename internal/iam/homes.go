package iam

import (
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// AccountScope begins the scope of an element that says in which account it lies:
// what has no number in its ARN, such as a bucket, is told apart by it in a model of
// several accounts.
const AccountScope = "aws-account:"

// homes are the accounts that the model is of.
type homes struct {
	are map[string]bool
	of  map[string]string // by id of an element
}

func newHomes() *homes { return &homes{are: map[string]bool{StandIn: true}, of: map[string]string{}} }

func (h *homes) note(e *model.Element) {
	for _, s := range e.Scopes {
		if number, found := strings.CutPrefix(s, AccountScope); found {
			h.are[number], h.of[e.ID] = true, number
		}
	}
}

// accountAtHand is the account of a resource whose ARN names none: that of the
// element it is, else the principal's own where that is one of the model's.
func (d *Decider) accountAtHand(p Principal, id string) string {
	switch number := d.homes.of[id]; {
	case number != "":
		return number
	case d.homes.are[p.Account]:
		return p.Account
	}
	return d.account
}
