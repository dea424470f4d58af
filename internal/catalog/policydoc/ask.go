package policydoc

import (
	"slices"
	"strings"
)

// Answer is yes, no or cannot be known.
type Answer int

// The three answers.
const (
	Unknown Answer = iota
	No
	Yes
)

// AllowsAnyone reports whether the document lets every principal use one of the
// actions. A condition on one of the restricting keys takes "every" away,
// unless its value is itself a wildcard. A Deny for everyone without
// conditions and for every resource takes the action away again.
func (d *Document) AllowsAnyone(actions, restricting []string) Answer {
	answer := No
	for _, action := range actions {
		if d.deniedToAll(action) {
			continue
		}
		for _, s := range d.Statements {
			switch s.allowsAnyone(action, restricting) {
			case Yes:
				return Yes
			case Unknown:
				answer = Unknown
			}
		}
	}
	return answer
}

func (s Statement) allowsAnyone(action string, restricting []string) Answer {
	if s.Opaque {
		return Unknown
	}
	if s.Effect != "Allow" {
		return No
	}
	answer := and(s.includesEveryone(), s.covers(action))
	for _, c := range s.Conditions {
		answer = and(answer, c.open(restricting))
	}
	return answer
}

func (s Statement) includesEveryone() Answer {
	switch {
	case everyone(s.Principals), s.NotPrincipals != nil:
		return Yes
	case hasHole(s.Principals["AWS"]), hasHole(s.Principals["*"]):
		return Unknown
	}
	return No
}

func (s Statement) covers(action string) Answer {
	if s.NotActions != nil {
		return not(matchAny(s.NotActions, action))
	}
	return matchAny(s.Actions, action)
}

// open reports whether a condition leaves everyone in: it is about something
// else, or compares with a value that everyone has.
func (c Condition) open(restricting []string) Answer {
	restricts := slices.ContainsFunc(restricting, func(k string) bool { return strings.EqualFold(k, c.Key) })
	if !restricts || strings.Contains(c.Operator, "Not") || strings.HasSuffix(c.Operator, "IfExists") {
		return Yes
	}
	for _, v := range c.Values {
		if v == "*" || v == "0.0.0.0/0" || v == "::/0" {
			return Yes
		}
	}
	if hasHole(c.Values) {
		return Unknown
	}
	return No
}

func (d *Document) deniedToAll(action string) bool {
	return slices.ContainsFunc(d.Statements, func(s Statement) bool {
		return s.Effect == "Deny" && everyone(s.Principals) && len(s.Conditions) == 0 &&
			slices.Contains(s.Resources, "*") && s.covers(action) == Yes
	})
}

// DeniesPlain reports whether the document denies requests that come without
// encryption to everyone.
func (d *Document) DeniesPlain() Answer {
	answer := No
	for _, s := range d.Statements {
		if s.Opaque {
			answer = Unknown
			continue
		}
		if s.Effect != "Deny" || !everyone(s.Principals) || !s.onlyWhenPlain() {
			continue
		}
		// A Deny for a few actions leaves the others in clear.
		if len(s.Actions) > 0 && slices.ContainsFunc(s.Actions, allActions) {
			return Yes
		}
	}
	return answer
}

func (s Statement) onlyWhenPlain() bool {
	return len(s.Conditions) == 1 &&
		strings.EqualFold(s.Conditions[0].Key, "aws:SecureTransport") &&
		strings.HasPrefix(s.Conditions[0].Operator, "Bool") &&
		slices.Equal(s.Conditions[0].Values, []string{"false"})
}

// AllowsOnlyServices reports whether every principal that the document allows
// something is a service of the cloud. A document that allows nobody does not
// count.
func (d *Document) AllowsOnlyServices() Answer {
	answer := No
	for _, s := range d.Statements {
		if s.Opaque {
			return Unknown
		}
		if s.Effect != "Allow" {
			continue
		}
		if s.NotPrincipals != nil || len(s.Principals) != 1 || len(s.Principals["Service"]) == 0 {
			return No
		}
		answer = Yes
	}
	return answer
}

func allActions(pattern string) bool {
	return pattern == "*" || strings.HasSuffix(pattern, ":*")
}

func matchAny(patterns []string, action string) Answer {
	answer := No
	for _, p := range patterns {
		switch {
		case Match(p, action):
			return Yes
		case hasHole([]string{p}):
			answer = Unknown
		}
	}
	return answer
}

// Match reports whether an action pattern with * and ? covers an action;
// letter case does not matter.
func Match(pattern, text string) bool {
	pattern, text = strings.ToLower(pattern), strings.ToLower(text)
	star, mark := -1, 0
	p, t := 0, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == text[t]):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

func and(a, b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Unknown || b == Unknown:
		return Unknown
	}
	return Yes
}

func not(a Answer) Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}
