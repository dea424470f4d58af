package attackpath

import "github.com/threatvet/threatvet/internal/model"

// what is a kind of position.
type what string

const (
	internet     what = "internet"
	anyAccount   what = "any-account"
	partner      what = "partner-addresses"
	identity     what = "identity"
	scoped       what = "scoped" // acts as an account, with tokens that are not for everything
	relay        what = "relay"
	storeLogin   what = "store_login"
	secondFactor what = "second_factor"
	begun        what = "begun" // a technique that lacks a call that another identity may make
	tags         what = "tags"
	untags       what = "untags"
	unruled      what = "unruled"
	network      what = "network"
	host         what = "host"
	code         what = "code"
	requests     what = "requests"
	files        what = "files"
	statements   what = "statements"
	reads        what = "reads"
	changes      what = "changes"
	erases       what = "erases"
	users        what = "users"
	otherAccount what = "account"
	admin        what = "admin"
)

// accountAdmin is the end of a path to administrator rights.
const accountAdmin = "account-admin"

// position is something that the attacker has come to hold, of the identity or
// element with the id.
type position struct {
	what what
	id   string
}

// name is how a step calls the position.
func (p position) name() string {
	switch p.what {
	case internet, anyAccount, partner:
		return string(p.what)
	case admin:
		return accountAdmin
	case unruled:
		return "organisation-rules"
	}
	return p.id
}

// whose is how a sentence begins of those who hold the position.
func (p position) whose() string {
	switch p.what {
	case scoped:
		return "The token of " + p.id
	case code:
		return "Code in " + p.id
	case requests:
		return "Requests that " + p.id + " is made to send"
	case host:
		return "Whoever acts on " + p.id
	case network:
		return "Anyone in the network behind " + p.id
	}
	return p.name()
}

// anybody reports whether everyone holds the position from the outset.
func (p position) anybody() bool { return p.what == internet || p.what == anyAccount }

// edge leads from a position, and others that must be held too, to a new one.
type edge struct {
	from, to position
	also     []position
	step     model.Step
	over     []string // ids of what the step goes over besides
	certain  bool
	// plain is true for a right that the actor has by itself: to read, to
	// change, to administer.
	plain bool
	// amounts is true where the right itself amounts to what is gained.
	amounts bool
	// assumes is true where a role is taken on in the way that is meant.
	assumes bool
	runsAs  string // whom what the step leads to acts as, where that is a place to act from
	gained  string // id of the identity or element that the gain is of
	// rests lists the ids that choke points are made of: facts, grants,
	// weaknesses, policies' statements.
	rests []ground
}

// ground is something under a step that somebody can change.
type ground struct {
	id       string // element#fact, weakness id, or policy id and statement
	change   string
	location model.Location
}

// cost grows with the difficulty of a step: paths are compared by the number of
// steps first.
func (e *edge) cost() int {
	c := 10 + 4 - e.step.Ease
	if !e.certain {
		c += 12
	}
	return c
}
