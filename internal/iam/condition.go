package iam

import (
	"fmt"
	"slices"
	"strings"
)

// holds grades whether all conditions of a statement hold. helps is true where
// that helps the caller (an Allow) and false where it hurts (a Deny), which
// decides the keys that the caller may choose. on collects the conditions that
// the sources do not settle.
func (r *request) holds(conditions []Condition, helps bool) (g grade, on []string) {
	g = yes
	for _, c := range conditions {
		one := r.condition(c, helps)
		if one == no {
			return no, nil
		}
		if one == depends {
			on = append(on, c.String())
		}
		g = allOf(g, one)
	}
	return g, on
}

// String tells a condition in words.
func (c Condition) String() string {
	return fmt.Sprintf("%s %s %s", c.Key, c.Operator, strings.ReplaceAll(strings.Join(c.Values, " or "), Hole, "..."))
}

// operator is the name of a condition operator taken apart.
type operator struct {
	name     string // lower case, without what follows
	negated  bool
	ifExists bool
	every    bool // ForAllValues
	any      bool // ForAnyValue
}

func parseOperator(name string) operator {
	var o operator
	name = strings.ToLower(name)
	if rest, ok := strings.CutPrefix(name, "forallvalues:"); ok {
		name, o.every = rest, true
	}
	if rest, ok := strings.CutPrefix(name, "foranyvalue:"); ok {
		name, o.any = rest, true
	}
	name, o.ifExists = strings.CutSuffix(name, "ifexists")
	for _, not := range []string{"stringnot", "numericnot", "datenot", "arnnot"} {
		if rest, ok := strings.CutPrefix(name, not); ok {
			name, o.negated = strings.TrimSuffix(not, "not")+rest, true
		}
	}
	if name == "notipaddress" {
		name, o.negated = "ipaddress", true
	}
	o.name = name
	return o
}

func (r *request) condition(c Condition, helps bool) grade {
	if c.Key == Hole || strings.Contains(c.Operator, Hole) || strings.Contains(c.Key, Hole) {
		return depends
	}
	o := parseOperator(c.Operator)
	values, known := r.values(c.Key)
	if known && len(values) == 1 && values[0] == Chosen {
		return choice(o, c, helps)
	}
	if o.name == "null" {
		return null(c, values, known)
	}
	switch {
	case !known:
		return depends
	case len(values) == 0:
		return gradeOf(o.ifExists || o.negated && !o.any || o.every)
	}
	return r.compare(o, c, values)
}

// choice grades a condition on a key that the caller sets as they like.
func choice(o operator, c Condition, helps bool) grade {
	if !helps {
		return no
	}
	if len(c.Values) == 0 && !o.negated {
		return no
	}
	return yes
}

func null(c Condition, values []string, known bool) grade {
	if !known {
		return depends
	}
	isAbsent := truth(len(values) == 0)
	g := no
	for _, v := range c.Values {
		switch {
		case strings.Contains(v, Hole):
			g = anyOf(g, depends)
		case strings.EqualFold(v, isAbsent):
			g = yes
		}
	}
	return g
}

func gradeOf(b bool) grade {
	if b {
		return yes
	}
	return no
}

// compare asks each value of the request against the values of the condition.
func (r *request) compare(o operator, c Condition, values []string) grade {
	wanted := c.Values
	if !c.literal {
		wanted = slices.Clone(wanted)
		for i, w := range wanted {
			wanted[i] = newPattern(w, false).expand(r.variable).text
		}
	}
	some, all := no, yes
	for _, have := range values {
		g := o.one(have, wanted)
		some, all = anyOf(some, g), allOf(all, g)
	}
	if o.any || len(values) == 1 {
		return some
	}
	return all
}

// one grades a single value: it matches one of those wanted or, negated, none.
func (o operator) one(have string, wanted []string) grade {
	g := no
	for _, w := range wanted {
		g = anyOf(g, o.test(have, w))
	}
	if !o.negated {
		return g
	}
	switch g {
	case yes:
		return no
	case no:
		return yes
	}
	return depends
}
