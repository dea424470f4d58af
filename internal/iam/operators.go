package iam

import (
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// test grades a positive comparison of one value with one wanted value.
func (o operator) test(have, want string) grade {
	switch o.name {
	case "stringequals", "binaryequals":
		return exact(have, want, false)
	case "stringequalsignorecase":
		return exact(have, want, true)
	case "stringlike":
		return like(have, want)
	case "arnequals", "arnlike":
		return arnLike(have, want)
	case "bool":
		return exact(have, want, true)
	case "ipaddress":
		return address(have, want)
	}
	if rest, ok := strings.CutPrefix(o.name, "numeric"); ok {
		return number(rest, have, want)
	}
	if rest, ok := strings.CutPrefix(o.name, "date"); ok {
		return date(rest, have, want)
	}
	return depends // an operator that is not documented
}

func exact(have, want string, fold bool) grade {
	if strings.Contains(have, Hole) || strings.Contains(want, Hole) {
		return maybe(newPattern(escapeStars(want), fold).touches(have))
	}
	return gradeOf(have == want || fold && strings.EqualFold(have, want))
}

// escapeStars keeps a literal star from being a wildcard; the pattern language
// has no quoting, and ? is the closest.
func escapeStars(s string) string { return strings.ReplaceAll(s, "*", "?") }

func like(have, want string) grade {
	g := newPattern(want, false).matches(have)
	if g == unseen {
		return depends
	}
	return g
}

func maybe(g grade) grade {
	if g == no {
		return no
	}
	return depends
}

// arnLike compares the six parts of two ARNs one by one, so that a star does
// not reach over a colon.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
func arnLike(have, want string) grade {
	if want == "*" {
		return yes
	}
	h, w := strings.SplitN(have, ":", 6), strings.SplitN(want, ":", 6)
	if len(h) != 6 || len(w) != 6 {
		if strings.Contains(want, Hole) || strings.Contains(have, Hole) {
			return depends
		}
		return no
	}
	g := yes
	for i := range w {
		g = allOf(g, like(h[i], w[i]))
	}
	return g
}

func address(have, want string) grade {
	if _, bits, ok := strings.Cut(want, "/"); ok && have == Outside && bits != "0" && !strings.Contains(bits, Hole) {
		return no
	}
	if strings.Contains(want, Hole) || strings.Contains(have, Hole) {
		return depends
	}
	ip, err := netip.ParseAddr(have)
	if err != nil {
		return depends
	}
	if ip.String() == Outside {
		p, err := netip.ParsePrefix(want)
		return gradeOf(err == nil && p.Bits() == 0)
	}
	if p, err := netip.ParsePrefix(want); err == nil {
		return gradeOf(p.Contains(ip))
	}
	single, err := netip.ParseAddr(want)
	return gradeOf(err == nil && single == ip)
}

func number(relation, have, want string) grade {
	h, errHave := strconv.ParseFloat(have, 64)
	w, errWant := strconv.ParseFloat(want, 64)
	if errHave != nil || errWant != nil {
		return depends
	}
	return ordered(relation, h, w)
}

func ordered[T float64 | int64](relation string, h, w T) grade {
	switch relation {
	case "equals":
		return gradeOf(h == w)
	case "lessthan":
		return gradeOf(h < w)
	case "lessthanequals":
		return gradeOf(h <= w)
	case "greaterthan":
		return gradeOf(h > w)
	case "greaterthanequals":
		return gradeOf(h >= w)
	}
	return depends
}

func date(relation, have, want string) grade {
	w, ok := parseTime(want)
	if !ok {
		return depends
	}
	if from, open := strings.CutPrefix(have, since); open {
		return openDate(relation, from, w)
	}
	h, ok := parseTime(have)
	if !ok {
		return depends
	}
	return ordered(relation, h.Unix(), w.Unix())
}

// openDate compares a time of which only the earliest is known.
func openDate(relation, from string, w time.Time) grade {
	earliest, ok := parseTime(from)
	if !ok {
		return depends
	}
	past := w.Before(earliest)
	switch {
	case strings.HasPrefix(relation, "greaterthan") && past:
		return yes
	case past: // equal to or before a time that is over
		return no
	}
	return depends
}

func parseTime(s string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	if seconds, err := strconv.ParseInt(s, 10, 64); err == nil && seconds >= 0 && seconds < 1<<40 {
		return time.Unix(seconds, 0).UTC(), true
	}
	return time.Time{}, false
}
