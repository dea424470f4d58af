package businesscontext

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Base is an element's id without the instance keys of count and for_each:
// module.web[0].aws_instance.this["a"] becomes module.web.aws_instance.this.
func Base(id string) string {
	if strings.HasPrefix(id, "go:") {
		return id
	}
	var b strings.Builder
	for i := 0; i < len(id); {
		if id[i] == '[' {
			if end := keyEnd(id, i); end > 0 {
				i = end
				continue
			}
		}
		b.WriteByte(id[i])
		i++
	}
	return b.String()
}

// Place is an element's id without the keys of count, which nobody tells apart: what has a name of its own in
// for_each keeps it, for it may hold something else than its neighbours.
func Place(id string) string {
	for i := 0; i < len(id); i++ {
		if id[i] != '[' {
			continue
		}
		end := keyEnd(id, i)
		if end == 0 {
			continue
		}
		if id[i+1] == '"' {
			i = end - 1
			continue
		}
		id = id[:i] + id[end:]
		i--
	}
	return id
}

// keyEnd returns where the instance key that begins at i ends, or 0. Brackets
// inside a quoted key do not count.
func keyEnd(id string, i int) int {
	quoted := false
	for j := i + 1; j < len(id); j++ {
		switch {
		case quoted && id[j] == '\\':
			j++
		case id[j] == '"':
			quoted = !quoted
		case id[j] == ']' && !quoted:
			return j + 1
		}
	}
	return 0
}

// lastKeyOff is an id without its last instance key.
func lastKeyOff(id string) string {
	for i := 0; i < len(id); i++ {
		if id[i] != '[' {
			continue
		}
		end := keyEnd(id, i)
		if end == len(id) {
			return id[:i]
		}
		if end > 0 {
			i = end - 1
		}
	}
	return id
}

// matchesID reports whether the pattern names an element: by its id, by its id
// without instance keys, without the root's folder, or with stars.
func (p Pattern) matchesID(id string) bool {
	if p.Text == "" {
		return false
	}
	forms := []string{id}
	if !strings.HasPrefix(id, "go:") {
		forms = append(forms, lastKeyOff(id), Base(id))
		if _, address, ok := strings.Cut(id, "//"); ok {
			forms = append(forms, address, lastKeyOff(address), Base(address))
		}
	}
	for _, f := range forms {
		if f == p.Text || strings.Contains(p.Text, "*") && star(p.Text, f) {
			return true
		}
	}
	return false
}

// star reports whether s matches a pattern in which * stands for any text. Ids
// hold brackets, question marks and slashes, so nothing else is special.
func star(pattern, s string) bool {
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(s, parts[0]) {
		return false
	}
	s = s[len(parts[0]):]
	for i, part := range parts[1:] {
		if i == len(parts)-2 {
			return strings.HasSuffix(s, part)
		}
		at := strings.Index(s, part)
		if at < 0 {
			return false
		}
		s = s[at+len(part):]
	}
	return s == ""
}

// matchesFile reports whether the pattern names a file of the repository: the
// file itself, a folder above it, or a glob.
func (p Pattern) matchesFile(file string) bool {
	if file == "" || !within(file, p.dir) || p.Text == "" {
		return false
	}
	glob := path.Join(p.dir, strings.TrimPrefix(strings.TrimPrefix(p.Text, "./"), "/"))
	if within(file, glob) {
		return true
	}
	ok, err := doublestar.Match(glob, file)
	return err == nil && ok
}

// looksLikeFile tells a path from an id, for messages.
func (p Pattern) looksLikeFile() bool {
	return !strings.HasPrefix(p.Text, "go:") && (strings.ContainsAny(p.Text, "/*") || path.Ext(p.Text) == ".tf" || path.Ext(p.Text) == ".go")
}
