package businesscontext

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/threatvet/threatvet/internal/model"
)

// Context is everything that owners have said, from all files.
type Context struct {
	Services    []*Service
	Data        []*Data
	Links       []*Link
	Attackers   []*Attacker
	Assumptions []*Assumption
	Acceptances []*Acceptance
	// Answers are the answers to questions, by the question's id.
	Answers map[string]*Answer

	// prefix is the scan root relative to the repository's root.
	prefix string
	owners []ownerSection
	// places remembers where elements stand, once Apply has seen them.
	places map[string]string
}

// Problem is something in a context file, CODEOWNERS or an acceptance that
// cannot be used as it stands. Source is the line, with a mark under the place.
type Problem struct {
	Location model.Location
	Message  string
	Severity string // error or warning
	Source   string
}

// Service is a part of the business that has an owner.
type Service struct {
	Name, What, Owner string
	// IfDown is the owner's word, empty where it was left open.
	IfDown   string
	Where    []Pattern
	Location model.Location
	dir      string
	order    int
}

// Data is information that matters. Impacts are the owner's words, empty where
// they were left open.
type Data struct {
	Name, Owner, Because         string
	Kinds                        []string
	Records                      int64
	IfExposed, IfChanged, IfLost string
	FoundIn                      []Pattern
	Location                     model.Location
	dir                          string // of the file that says so
}

// Link says where a program runs, and where not.
type Link struct {
	Program       Pattern
	RunsOn, NotOn []Pattern
}

// Pattern names elements by id or files by path. A star stands for anything.
type Pattern struct {
	Text     string
	Location model.Location
	// dir is the folder that the pattern holds for, relative to the
	// repository's root.
	dir string
}

// Attacker is someone the owners have in mind.
type Attacker struct {
	Name        string
	Wants, Can  []string
	Description string
	Location    model.Location
}

// Assumption is something that owners rely on and the sources cannot tell.
type Assumption struct {
	That, Owner, Until string
	Location           model.Location
}

// Acceptance is a decision to live with a threat until a day.
type Acceptance struct {
	Threat, Reason, Owner string
	// On is empty where the threat is accepted in the whole folder.
	On       Pattern
	Until    string // YYYY-MM-DD, the last day it holds
	InSource bool   // a comment on the line
	Location model.Location
	dir      string
}

// Expired reports whether the acceptance has ended on the given day.
func (a *Acceptance) Expired(today time.Time) bool {
	end, err := time.Parse(time.DateOnly, a.Until)
	return err != nil || day(today).After(end)
}

// TooLong reports whether the acceptance ends more than a year from the given
// day. Such a decision is a wish to forget, and does not count.
func (a *Acceptance) TooLong(today time.Time) bool {
	end, err := time.Parse(time.DateOnly, a.Until)
	return err == nil && end.After(day(today).AddDate(1, 0, 0))
}

func day(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// Check lists what the given day makes wrong: acceptances that end too late,
// and assumptions that have run out and so need someone to look again.
func (c *Context) Check(today time.Time) []Problem {
	var list []Problem
	for _, a := range c.Acceptances {
		if a.TooLong(today) {
			list = append(list, tooLong(a, today))
		}
	}
	for _, a := range c.Assumptions {
		if end, err := time.Parse(time.DateOnly, a.Until); err == nil && day(today).After(end) {
			list = append(list, Problem{
				Location: a.Location, Severity: "warning",
				Message: "the assumption " + quote(a.That) + " ran out on " + a.Until + "; ask " + cmp.Or(a.Owner, "its owner") + " whether it still holds",
			})
		}
	}
	return list
}

func tooLong(a *Acceptance, today time.Time) Problem {
	return Problem{
		Location: a.Location, Severity: "error",
		Message: "the acceptance of " + a.Threat + " ends on " + a.Until + ", more than a year from now, and does not count; the latest is " +
			day(today).AddDate(1, 0, 0).Format(time.DateOnly),
	}
}

// TooLongProblem says why an acceptance that ends too late does not count.
func (a *Acceptance) TooLongProblem(today time.Time) Problem { return tooLong(a, today) }

// Accepted lists the acceptances of a threat to any of the given ids in a file
// (relative to the scan root), nearest file first, the later end first.
func (c *Context) Accepted(threat string, ids []string, file string) []*Acceptance {
	if c == nil {
		return nil
	}
	var list []*Acceptance
	for _, a := range c.Acceptances {
		if a.Threat != threat || !within(c.inRepository(file), a.dir) {
			continue
		}
		if a.On.Text == "" || slices.ContainsFunc(ids, a.On.matchesID) {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b *Acceptance) int {
		return cmp.Or(-cmp.Compare(depth(a.dir), depth(b.dir)), -strings.Compare(a.Until, b.Until))
	})
	return list
}

// OwnersOf says who owns elements, identities or findings in a file (relative
// to the scan root): the owner of the nearest service that claims the file or
// one of the ids, else CODEOWNERS.
func (c *Context) OwnersOf(file string, ids ...string) []string {
	if c == nil {
		return nil
	}
	for _, s := range c.servicesOf(c.inRepository(file), ids) {
		if s.Owner != "" {
			return splitOwners(s.Owner)
		}
	}
	return c.codeOwners(c.inRepository(file))
}

func splitOwners(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' })
}

// servicesOf lists the services that claim a file or one of the ids: deeper
// files first, and of one file the later entry first, as in CODEOWNERS.
func (c *Context) servicesOf(file string, ids []string) []*Service {
	var list []*Service
	for _, s := range c.Services {
		claims := func(p Pattern) bool {
			return p.matchesFile(file) || within(file, p.dir) && slices.ContainsFunc(ids, p.matchesID)
		}
		if slices.ContainsFunc(s.Where, claims) {
			list = append(list, s)
		}
	}
	slices.SortStableFunc(list, func(a, b *Service) int {
		return cmp.Or(-cmp.Compare(depth(a.dir), depth(b.dir)), -cmp.Compare(a.order, b.order))
	})
	return list
}
