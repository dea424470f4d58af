package library

import (
	"maps"
	pathpkg "path"
	"slices"
	"strings"
)

// isGlob reports whether a name stands for several functions.
func isGlob(name string) bool { return strings.Contains(name, "*") }

// matching returns what descriptions with stars say of a function, all that
// fit together: Type.* is every method of a type, * every function.
func (d *described) matching(local string) *Func {
	var all *Func
	for _, pattern := range d.globs {
		if strings.Contains(pattern, ".") != strings.Contains(local, ".") {
			continue
		}
		if ok, err := pathpkg.Match(pattern, local); !ok || err != nil {
			continue
		}
		f := d.funcs[pattern]
		if all == nil {
			all = f
			continue
		}
		both := *all
		both.Described = all.Described || f.Described
		both.Clients = append(slices.Clone(all.Clients), f.Clients...)
		all = &both
	}
	return all
}

// of returns what is known of a package, or nil. What is said of many packages
// at once holds where nothing is said of the one.
func (l *Library) of(path string) *described {
	if d, ok := l.read.Load(path); ok {
		return d.(*described)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	var d *described
	for _, c := range l.chunks[path] {
		d = c.into(d, path, nil)
	}
	for i := 0; i < len(l.patterns) && d == nil; i++ {
		if stars, ok := match(l.patterns[i].path, path); ok {
			d = l.patterns[i].into(nil, path, stars)
		}
	}
	if d != nil {
		d.index()
	}
	l.read.Store(path, d)
	return d
}

// readGlobal reads what holds whatever package is asked for.
func (l *Library) readGlobal() {
	l.global.Do(func() {
		for _, path := range slices.Sorted(maps.Keys(l.chunks)) {
			if !slices.ContainsFunc(l.chunks[path], chunk.isGlobal) {
				continue
			}
			d := l.of(path)
			l.services = append(l.services, d.services...)
			l.resolvers = append(l.resolvers, d.resolves...)
			l.gateways = append(l.gateways, d.gateways...)
			for _, t := range d.tags {
				if !slices.Contains(l.tags, t) {
					l.tags = append(l.tags, t)
				}
			}
		}
	})
}

// match matches a path element by element, and returns what the stars stand
// for.
func match(pattern, path string) ([]string, bool) {
	want, have := strings.Split(pattern, "/"), strings.Split(path, "/")
	if len(want) != len(have) {
		return nil, false
	}
	var stars []string
	for i, w := range want {
		before, after, star := strings.Cut(w, "*")
		if !star {
			if w != have[i] {
				return nil, false
			}
			continue
		}
		if len(have[i]) < len(w) || !strings.HasPrefix(have[i], before) || !strings.HasSuffix(have[i], after) {
			return nil, false
		}
		stars = append(stars, have[i][len(before):len(have[i])-len(after)])
	}
	return stars, true
}

// filled puts what the stars of a path stand for into a client's texts.
func (c clientBlock) filled(stars []string) clientBlock {
	prefix := stars[0]
	if p, ok := c.Prefixes[prefix]; ok {
		prefix = p
	}
	list := []string{"{prefix}", prefix}
	for i, s := range stars {
		list = append(list, "{"+string(rune('1'+i))+"}", s)
	}
	r := strings.NewReplacer(list...)
	c.Service, c.Operation = r.Replace(c.Service), r.Replace(c.Operation)
	return c
}
