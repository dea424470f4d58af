package iam

import (
	"strings"
)

// pattern is a text with wildcards: * for any run of characters, ? for one. It
// matches in time that grows with the text, whatever the wildcards.
type pattern struct {
	text     string
	segments []string  // what stands between the stars
	parts    []pattern // of an ARN
	hole     bool      // some part is not known
	fold     bool      // case does not matter; text is lower case
	vars     bool      // holds ${...}, to be expanded before use
}

func newPattern(text string, fold bool) pattern {
	if fold {
		text = strings.ToLower(text)
	}
	p := pattern{text: text, fold: fold, vars: strings.Contains(text, "${")}
	return p.compile()
}

func newPatterns(texts []string, fold bool) []pattern {
	list := make([]pattern, len(texts))
	for i, t := range texts {
		list[i] = newPattern(t, fold)
	}
	return list
}

func (p pattern) compile() pattern {
	p.hole = strings.Contains(p.text, Hole)
	p.segments = strings.Split(strings.ReplaceAll(p.text, Hole, "*"), "*")
	p.parts = nil
	if parts := strings.SplitN(p.text, ":", 6); len(parts) == 6 && len(p.segments) > 1 {
		for _, part := range parts {
			p.parts = append(p.parts, pattern{text: part, fold: p.fold, segments: strings.Split(strings.ReplaceAll(part, Hole, "*"), "*")})
		}
	}
	return p
}

// matches grades whether the pattern matches a text, of which a star is an
// ordinary character: a pattern that matches "b/*" matches whatever "b/*" does.
func (p pattern) matches(text string) grade {
	if p.fold {
		text = strings.ToLower(text)
	}
	if strings.Contains(text, Hole) {
		return min(unseen, p.touches(text))
	}
	return p.unlessHole(p.covers(text))
}

func (p pattern) unlessHole(matched bool) grade {
	switch {
	case !matched:
		return no
	case !p.hole:
		return yes
	case p.namesWhat():
		return depends
	}
	return unseen
}

// namesWhat reports whether a pattern with a hole is an ARN that leaves only
// the account or region open and names the thing itself, without wildcards:
// that speaks for a match, as two things of one name are rare.
func (p pattern) namesWhat() bool {
	parts := strings.SplitN(p.text, ":", 6)
	if len(parts) != 6 || parts[0] != "arn" {
		return false
	}
	return parts[5] != "root" && !strings.Contains(parts[5], Hole) && !strings.ContainsAny(strings.TrimSuffix(parts[5], "/*"), "*?")
}

// covers reports whether the pattern matches text, a hole counting as a star.
func (p pattern) covers(text string) bool {
	first, last := p.segments[0], p.segments[len(p.segments)-1]
	if len(p.segments) == 1 {
		return len(first) == len(text) && equalAt(text, first)
	}
	if len(text) < len(first)+len(last) || !equalAt(text, first) || !equalAt(text[len(text)-len(last):], last) {
		return false
	}
	text = text[len(first) : len(text)-len(last)]
	for _, s := range p.segments[1 : len(p.segments)-1] {
		at := find(text, s)
		if at < 0 {
			return false
		}
		text = text[at+len(s):]
	}
	return true
}

// equalAt reports whether text begins with a segment, where ? stands for any
// one character that is not itself a star.
func equalAt(text, segment string) bool {
	if len(text) < len(segment) {
		return false
	}
	for i := range len(segment) {
		if text[i] != segment[i] && (segment[i] != '?' || text[i] == '*') {
			return false
		}
	}
	return true
}

func find(text, segment string) int {
	if !strings.Contains(segment, "?") {
		return strings.Index(text, segment)
	}
	for at := 0; at+len(segment) <= len(text); at++ {
		if equalAt(text[at:], segment) {
			return at
		}
	}
	return -1
}

// touches grades whether the pattern and a subject have a text in common. The
// subject may itself hold stars and holes: "b/*" asks for some object of b.
func (p pattern) touches(subject string) grade {
	if p.fold {
		subject = strings.ToLower(subject)
	}
	sure := yes
	if strings.Contains(subject, Hole) {
		subject, sure = strings.ReplaceAll(subject, Hole, "*"), unseen
	}
	return min(sure, p.unlessHole(p.overlaps(subject)))
}

// overlaps compares ARNs part by part: a star that stands for a region does not
// reach into a name, or table/* would have something in common with any other
// table by an absurd name.
func (p pattern) overlaps(subject string) bool {
	star := strings.IndexByte(subject, '*')
	if star < 0 {
		return p.covers(subject)
	}
	if len(p.parts) == 6 {
		if have := strings.SplitN(subject, ":", 6); len(have) == 6 {
			for i, part := range p.parts {
				if !part.overlaps(have[i]) {
					return false
				}
			}
			return true
		}
	}
	if star == len(subject)-1 {
		return p.meetsPrefix(subject[:star])
	}
	return meet(strings.Join(p.segments, "*"), subject)
}

// meetsPrefix reports whether the pattern matches some text that starts with
// prefix.
func (p pattern) meetsPrefix(prefix string) bool {
	head := p.segments[0]
	if len(p.segments) == 1 {
		return len(head) >= len(prefix) && equalAt(prefix, head[:len(prefix)])
	}
	n := min(len(head), len(prefix))
	return equalAt(prefix[:n], head[:n])
}

// reaches reports whether the pattern's last part may match something that
// begins like that of an ARN. It is cheap and rules out most; where it cannot
// tell, it says true.
func (p pattern) reaches(arn string) bool {
	if len(p.parts) != 6 || strings.IndexByte(arn, '*') >= 0 || strings.IndexByte(arn, Hole[0]) >= 0 {
		return true
	}
	for range 5 {
		_, rest, found := strings.Cut(arn, ":")
		if !found {
			return true
		}
		arn = rest
	}
	return p.parts[5].meetsPrefix(arn)
}

// meet reports whether two patterns have a text in common. It takes time in
// proportion to the product of their lengths.
func meet(a, b string) bool {
	row := make([]bool, len(b)+1) // row[j]: a[:i] and b[:j] have a text in common
	row[0] = true
	for j := 0; j < len(b) && b[j] == '*'; j++ {
		row[j+1] = true
	}
	for i := range len(a) {
		next := make([]bool, len(b)+1)
		next[0] = row[0] && a[i] == '*'
		for j := range len(b) {
			switch {
			case a[i] == '*' || b[j] == '*':
				next[j+1] = row[j+1] || next[j] // the star is empty, or takes one more
			default:
				next[j+1] = row[j] && (a[i] == b[j] || a[i] == '?' || b[j] == '?')
			}
		}
		row = next
	}
	return row[len(b)]
}

// narrower reports whether the pattern names no more than the subject does.
func (p pattern) narrower(subject string) bool {
	return newPattern(subject, p.fold).covers(strings.Join(p.segments, "*"))
}

// expand replaces policy variables. An unknown variable becomes a hole.
func (p pattern) expand(value func(key string) (string, bool)) pattern {
	if !p.vars {
		return p
	}
	var out strings.Builder
	rest := p.text
	for {
		before, after, found := strings.Cut(rest, "${")
		out.WriteString(before)
		if !found {
			break
		}
		name, tail, closed := strings.Cut(after, "}")
		if !closed {
			out.WriteString("${" + after)
			break
		}
		out.WriteString(variable(name, value))
		rest = tail
	}
	p.text, p.vars = out.String(), false
	if p.fold {
		p.text = strings.ToLower(p.text)
	}
	return p.compile()
}

// variable returns the value of ${name} or ${name, 'default'}. The characters
// that AWS lets be quoted this way (*, ? and $) stand for themselves. The
// pattern language has no quoting; for a star, ? is the closest.
func variable(name string, value func(key string) (string, bool)) string {
	if name == "*" || name == "?" || name == "$" {
		return escapeStars(name)
	}
	key, fallback, hasDefault := strings.Cut(name, ",")
	v, known := value(strings.TrimSpace(key))
	switch {
	case !known:
		return Hole
	case v == "" && hasDefault:
		return strings.Trim(strings.TrimSpace(fallback), "'")
	}
	return v
}
