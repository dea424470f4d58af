package leastprivilege

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2/hclwrite"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// statement is a part of the smallest policy: what is done to the same things.
type statement struct {
	actions   []string
	resources []resource
}

// resource is an expression of Terraform, with a comment where that cannot say
// it all.
type resource struct{ expression, comment string }

// smallest writes the policy that allows what is called and nothing else, as a
// data source of Terraform beside the identity.
func (c *comparison) smallest(i *model.Identity, called *calls) string {
	var statements []statement
	for _, id := range slices.Sorted(maps.Keys(called.on)) {
		statements = append(statements, c.onElement(i, c.index.Elements[id], called.on[id])...)
	}
	statements = append(statements, c.asToday(i, called)...)
	if open := slices.Sorted(maps.Keys(called.any)); len(open) > 0 {
		statements = append(statements, statement{open, []resource{{`"*"`, "the code does not say on what"}}})
	}
	if len(statements) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "data \"aws_iam_policy_document\" %q {\n", label(i.ID))
	for n, s := range statements {
		if n > 0 {
			b.WriteString("\n")
		}
		s.write(&b)
	}
	for _, service := range slices.Sorted(maps.Keys(called.whole)) {
		fmt.Fprintf(&b, "\n# Keep what is needed of %s: a dependency of the program calls it.\n", service)
	}
	b.WriteString("}\n")
	return string(hclwrite.Format([]byte(b.String())))
}

// asToday keeps the rights on what is used by means that are not seen.
func (c *comparison) asToday(i *model.Identity, called *calls) []statement {
	var list []statement
	for _, g := range c.grants[i.ID] {
		e := c.index.Elements[g.On]
		if e == nil || !own(g, i) || !called.unseen(g.On) {
			continue
		}
		for _, s := range c.onElement(i, e, set(g.Actions)) {
			s.resources[0].comment = strings.TrimPrefix(s.resources[0].comment+"; as today, its use is not seen in the code", "; ")
			list = append(list, s)
		}
	}
	return list
}

func set(list []string) map[string]bool {
	all := map[string]bool{}
	for _, s := range list {
		all[s] = true
	}
	return all
}

func (s statement) write(b *strings.Builder) {
	b.WriteString("statement {\nactions = [")
	for n, a := range s.actions {
		if n > 0 {
			b.WriteString(", ")
		}
		b.WriteString(quoted(a))
	}
	b.WriteString("]\nresources = [\n")
	for _, r := range s.resources {
		b.WriteString(r.expression + ",")
		if r.comment != "" {
			b.WriteString(" # " + r.comment)
		}
		b.WriteString("\n")
	}
	b.WriteString("]\n}\n")
}

// onElement groups the actions on an element by the part of it that they are
// done to: a bucket, or the objects in it.
func (c *comparison) onElement(i *model.Identity, e *model.Element, actions map[string]bool) []statement {
	parts := map[string][]string{}
	for action := range actions {
		part, ok := partOf(action, e)
		if !ok {
			part = "*"
		}
		parts[part] = append(parts[part], action)
	}
	var list []statement
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		slices.Sort(parts[part])
		r := resource{`"*"`, "these cannot be limited to one thing"}
		if part != "*" {
			r = named(i, e, part)
		}
		list = append(list, statement{parts[part], []resource{r}})
	}
	if s, ok := c.key(i, e, actions); ok {
		list = append(list, s)
	}
	return list
}

// key is the right to the key of an element that is encrypted with one, where the
// identity has it today.
func (c *comparison) key(i *model.Identity, e *model.Element, actions map[string]bool) (statement, bool) {
	for _, r := range e.References {
		key := c.index.Elements[r.To]
		if key == nil || key.Kind != "kms_key" || !c.holds(i, key) {
			continue
		}
		needed := map[string]bool{}
		for action := range actions {
			for _, a := range known().Keys[keyLevel(action)] {
				needed[a] = true
			}
		}
		if len(needed) > 0 {
			return statement{slices.Sorted(maps.Keys(needed)), []resource{named(i, key, "")}}, true
		}
	}
	return statement{}, false
}

func keyLevel(action string) string {
	if level(action) == iam.LevelWrite {
		return iam.LevelWrite
	}
	return iam.LevelRead
}

func (c *comparison) holds(i *model.Identity, on *model.Element) bool {
	return slices.ContainsFunc(c.grants[i.ID], func(g *model.Grant) bool { return g.On == on.ID })
}

// partOf is what an action's resource has behind the element's ARN: nothing, or
// /* for the objects in a bucket.
func partOf(action string, e *model.Element) (string, bool) {
	for _, arn := range e.Aliases {
		if subject, ok := iam.SubjectOf(action, arn); ok {
			return strings.TrimPrefix(subject, arn), true
		}
	}
	return "", false
}

// address splits an element's id into the module and the resource in it.
var address = regexp.MustCompile(`^(?:(.*//))?(?:(.*)\.)?([a-z0-9_]+\.[\w-]+(?:\[[^\]]*\])?)$`)

// named is how the policy of an identity can name an element: by reference within
// the same module, else by the name in its ARN, as far as the sources tell it.
func named(i *model.Identity, e *model.Element, part string) resource {
	mine, its := address.FindStringSubmatch(i.ID), address.FindStringSubmatch(e.ID)
	if mine != nil && its != nil && mine[1] == its[1] && mine[2] == its[2] {
		if part == "" {
			return resource{its[3] + ".arn", ""}
		}
		return resource{`"${` + its[3] + `.arn}` + part + `"`, ""}
	}
	for _, arn := range e.Aliases {
		if f := strings.SplitN(arn, ":", 6); len(f) == 6 && f[0] == "arn" && e.Name != "" && strings.HasSuffix(f[5], e.Name) && !strings.Contains(arn, iam.Hole) {
			f[3], f[4] = starred(f[3]), starred(f[4])
			return resource{quoted(strings.Join(f, ":") + part), e.ID}
		}
	}
	return resource{quoted("*" + part), "put the ARN of " + e.ID + " here"}
}

// starred hides what may be a stand-in: a policy may leave region and account
// open, the name says which thing is meant.
func starred(s string) string {
	if s == "" {
		return ""
	}
	return "*"
}

func quoted(s string) string { return string(hclwrite.TokensForValue(cty.StringVal(s)).Bytes()) }

// label is the name of an identity's resource.
func label(id string) string {
	if m := address.FindStringSubmatch(id); m != nil {
		_, name, _ := strings.Cut(m[3], ".")
		name, _, _ = strings.Cut(name, "[")
		return name
	}
	return "program"
}
