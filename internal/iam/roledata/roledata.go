// Package roledata says which rights the roles of clouds give that work with
// role bindings: by level, on which resource types. It decides nothing.
package roledata

import (
	"embed"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed *.hcl
var files embed.FS

// Cloud is one provider's roles.
type Cloud struct {
	Provider string `hcl:"provider,label"`
	// Source is the documentation that the data follows.
	Source string `hcl:"source"`
	// Begins is how the cloud's permissions begin; where empty they are without
	// slashes.
	Begins string `hcl:"begins,optional"`
	// Data are the permissions on what things hold, which roles of one's own list
	// apart: there they begin with DataPlane.
	Data []string `hcl:"data,optional"`
	// Everyone and SignedIn are members that stand for anybody, and for anybody
	// who has an account of their own.
	Everyone []string `hcl:"everyone,optional"`
	SignedIn []string `hcl:"signed_in,optional"`
	// Above are beginnings of scopes that hold the system's own projects or
	// subscriptions where the sources rarely say which.
	Above []string `hcl:"above,optional"`
	// Wide are the resource types whose bindings can be on a whole project,
	// subscription or the like; Whole are the scopes that are one, Holding those
	// that only hold others, and Holders the types of elements that do.
	Wide    []string `hcl:"wide,optional"`
	Whole   []string `hcl:"whole,optional"`
	Holding []string `hcl:"holding,optional"`
	Holders []string `hcl:"holders,optional"`
	// Nothing names roles that give nothing which counts.
	Nothing     []string  `hcl:"nothing,optional"`
	Roles       []*Rights `hcl:"role,block"`
	Permissions []*Rights `hcl:"permission,block"`

	// Scopes are what tokens of machines can be limited to.
	Scopes []*Rights `hcl:"scope,block"`

	byName map[string]*Rights
}

// Rights says, for each level, on which resource types it is given: by a role of
// the provider's own, or by one permission of a role of one's own. A star stands
// for any run of letters. Admin holds all the others.
type Rights struct {
	Name        string   `hcl:"name,label"`
	ID          string   `hcl:"id,optional"` // another name of a role
	List        []string `hcl:"list,optional"`
	Read        []string `hcl:"read,optional"`
	Write       []string `hcl:"write,optional"`
	Permissions []string `hcl:"permissions,optional"`
	Admin       []string `hcl:"admin,optional"`
	// Can are the permissions of a role that matter to an attacker, less Cannot.
	Can    []string `hcl:"can,optional"`
	Cannot []string `hcl:"cannot,optional"`
}

// Holds reports whether a role has a permission.
func (r *Rights) Holds(permission string) bool {
	return Covers(r.Can, permission) && !Covers(r.Cannot, permission)
}

// Has reports whether a permission is one of the cloud's.
func (c *Cloud) Has(permission string) bool {
	if c.Begins == "" {
		return !strings.Contains(permission, "/")
	}
	return strings.HasPrefix(permission, c.Begins)
}

// IsAbove reports whether a scope, in lower case, holds the system's own
// projects or subscriptions.
func (c *Cloud) IsAbove(scope string) bool {
	return slices.ContainsFunc(c.Above, func(p string) bool { return strings.HasPrefix(scope, p) })
}

// Clouds returns all tables, by provider.
var Clouds = sync.OnceValue(func() map[string]*Cloud {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic(err) // embedded: a bug in this program
	}
	clouds := map[string]*Cloud{}
	for _, e := range entries {
		text, err := files.ReadFile(e.Name())
		if err != nil {
			panic(err) // embedded: a bug in this program
		}
		var f struct {
			Clouds []*Cloud `hcl:"cloud,block"`
		}
		if err := hclsimple.Decode(e.Name(), text, nil, &f); err != nil {
			panic(err) // embedded: a bug in this program
		}
		for _, c := range f.Clouds {
			c.index()
			clouds[c.Provider] = c
		}
	}
	return clouds
})

func (c *Cloud) index() {
	c.byName = map[string]*Rights{}
	for _, name := range c.Nothing {
		c.byName[strings.ToLower(name)] = &Rights{Name: name}
	}
	for _, r := range c.Roles {
		c.byName[strings.ToLower(r.Name)] = r
		if r.ID != "" {
			c.byName[strings.ToLower(r.ID)] = r
		}
	}
}

// Role finds a role by its name or the last part of its id.
func (c *Cloud) Role(name string) (*Rights, bool) {
	name = strings.ToLower(name)
	if r := c.byName[name]; r != nil {
		return r, true
	}
	r := c.byName[path.Base(name)]
	return r, r != nil
}

// ScopesNamed returns those of the scopes that are known; others are for nothing
// that counts.
func (c *Cloud) ScopesNamed(names []string) []*Rights {
	var list []*Rights
	for _, s := range c.Scopes {
		if slices.Contains(names, s.Name) || s.ID != "" && slices.Contains(names, s.ID) {
			list = append(list, s)
		}
	}
	return list
}

// On returns the levels that are given on a resource type.
func (r *Rights) On(technology string) []string {
	given := func(patterns []string) bool {
		for _, p := range patterns {
			if ok, err := path.Match(p, technology); err == nil && ok {
				return true
			}
		}
		return false
	}
	if given(r.Admin) {
		return []string{"admin"}
	}
	var levels []string
	for _, one := range []struct {
		name     string
		patterns []string
	}{{"list", r.List}, {"read", r.Read}, {"write", r.Write}, {"permissions", r.Permissions}} {
		if given(one.patterns) {
			levels = append(levels, one.name)
		}
	}
	return levels
}

// Permitted returns the levels that permissions, less some, give on a resource
// type. Permissions may hold stars themselves.
func (c *Cloud) Permitted(permissions, except []string, technology string) []string {
	have := map[string]bool{}
	for _, p := range c.Permissions {
		if !c.Gives(permissions, except, p.Name) {
			continue
		}
		for _, level := range p.On(technology) {
			have[level] = true
		}
	}
	var levels []string
	for _, level := range []string{"list", "read", "write", "permissions"} {
		if have[level] || have["admin"] {
			levels = append(levels, level)
		}
	}
	return levels
}

// DataPlane is how permissions on what things hold begin in a role of one's own.
const DataPlane = "data:"

// Gives reports whether a role of one's own that lists permissions, less some,
// holds one. What it leaves out counts in its own list only.
func (c *Cloud) Gives(permissions, except []string, permission string) bool {
	data := Covers(c.Data, permission)
	return Covers(Plane(permissions, data), permission) && !Covers(Plane(except, data), permission)
}

// Plane are the patterns of a role of one's own for permissions on what things
// hold, or the others.
func Plane(patterns []string, data bool) []string {
	var list []string
	for _, p := range patterns {
		if rest, ok := strings.CutPrefix(p, DataPlane); ok == data {
			list = append(list, rest)
		}
	}
	return list
}

// Covers reports whether one of the patterns holds a permission, in any case.
func Covers(patterns []string, permission string) bool {
	for _, p := range patterns {
		if match(strings.ToLower(p), strings.ToLower(permission)) {
			return true
		}
	}
	return false
}

// match is for patterns with stars that reach over everything.
func match(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	last := parts[len(parts)-1]
	if !strings.HasPrefix(text, parts[0]) || len(text) < len(parts[0])+len(last) || !strings.HasSuffix(text, last) {
		return false
	}
	text = text[len(parts[0]) : len(text)-len(last)]
	for _, p := range parts[1 : len(parts)-1] {
		at := strings.Index(text, p)
		if at < 0 {
			return false
		}
		text = text[at+len(p):]
	}
	return true
}
