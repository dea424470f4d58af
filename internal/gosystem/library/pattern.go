package library

import (
	pathpkg "path"
	"slices"
	"strings"
)

// isGlob reports whether a name stands for several functions.
func isGlob(name string) bool { return strings.Contains(name, "*") }

// matching returns what descriptions with stars say of a function, all that
// fit together: Type.* is every method of a type, * every function.
func (l *Library) matching(path, local string) *Func {
	var all *Func
	for _, pattern := range l.globs[path] {
		if strings.Contains(pattern, ".") != strings.Contains(local, ".") {
			continue
		}
		if ok, err := pathpkg.Match(pattern, local); !ok || err != nil {
			continue
		}
		f := l.funcs[path+"."+pattern]
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

// unfold returns what descriptions of many packages say of one, or nil. In
// their texts {1} is what the first star stands for.
func (l *Library) unfold(path string) *Library {
	if len(l.patterns) == 0 {
		return nil
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if of, ok := l.unfolded[path]; ok {
		return of
	}
	var of *Library
	for _, p := range l.patterns {
		stars, ok := match(p.Path, path)
		if !ok {
			continue
		}
		of = newLibrary()
		p.Path = path
		p.Clients = slices.Clone(p.Clients)
		for i := range p.Clients {
			p.Clients[i] = p.Clients[i].filled(stars)
		}
		of.add(p)
		break
	}
	l.unfolded[path] = of
	return of
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
