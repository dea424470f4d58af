package report

import (
	"bytes"
	"html"
	"html/template"
	"regexp"
	"strings"

	nethtml "golang.org/x/net/html"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// names knows which words of a sentence are parts of the system.
type names struct {
	anchor map[string]string // by id, where the page lists it
	known  map[string]bool
}

func newNames(sys *model.System) *names {
	n := &names{anchor: map[string]string{}, known: map[string]bool{}}
	for i, e := range sys.Elements {
		n.known[e.ID] = true
		if i < mostParts {
			n.anchor[e.ID] = anchorOf(i)
		}
	}
	for _, i := range sys.Identities {
		n.known[i.ID] = true
	}
	return n
}

// short is a name as a heading shows it.
func (n *names) short(id string) string {
	if said := plain.End(id); said != plain.Line(id) {
		return said
	}
	return shortID(id)
}

// shortID leaves out in which directory or package something lies; the list of
// parts has the whole name.
func shortID(id string) string {
	if name, ok := strings.CutPrefix(id, "go:"); ok {
		return plain.Line(name[strings.LastIndexByte(name, '/')+1:])
	}
	if root, address, ok := strings.Cut(id, "//"); ok && !strings.ContainsAny(root, `["`) {
		id = address
	}
	return plain.End(id)
}

// link writes a sentence with its names as code, each a link to what the page
// says of it. All else is escaped.
func (n *names) link(s string) template.HTML {
	var b strings.Builder
	s = plain.Sentence(s)
	for at := quotedCode.FindStringSubmatchIndex(s); at != nil; at = quotedCode.FindStringSubmatchIndex(s) {
		n.words(&b, s[:at[2]-1])
		b.WriteString(`<code>` + html.EscapeString(strings.ReplaceAll(s[at[2]:at[3]], `\"`, `"`)) + `</code>`)
		s = s[at[3]+1:]
	}
	n.words(&b, s)
	return template.HTML(b.String())
}

// quotedCode is a setting between quotes, which are no part of a name.
var quotedCode = regexp.MustCompile(`(?:^|[ (])"((?:[^"\\]|\\.)+)"(?:$|[ .,;:)])`)

func (n *names) words(b *strings.Builder, s string) {
	for i, word := range strings.Split(s, " ") {
		if i > 0 {
			b.WriteByte(' ')
		}
		id, rest := n.cut(word)
		switch {
		case id == "":
			b.WriteString(html.EscapeString(word))
			continue
		case n.anchor[id] != "":
			b.WriteString(`<a href="#` + n.anchor[id] + `"><code>` + html.EscapeString(shortID(id)) + `</code></a>`)
		default:
			b.WriteString(`<code>` + html.EscapeString(shortID(id)) + `</code>`)
		}
		b.WriteString(html.EscapeString(rest))
	}
}

// cut parts a word into the name that it is, and the marks after it. What looks
// like an address or a function is a name too.
func (n *names) cut(word string) (id, rest string) {
	for end := len(word); end > 0; end-- {
		if n.known[word[:end]] {
			return word[:end], word[end:]
		}
		if !strings.ContainsAny(word[end-1:end], `.,;:)!?'"s`) {
			break
		}
	}
	trimmed := strings.TrimRight(word, ".,;:")
	if !strings.Contains(trimmed, "(") {
		trimmed = strings.TrimRight(trimmed, ")")
	}
	if isName(trimmed) {
		return trimmed, word[len(trimmed):]
	}
	return "", ""
}

// technical is a word that is no English: an address, a setting, a function, a
// file, an action, a number of a place in a file.
var technical = regexp.MustCompile(`^(?:go:.+|module\..+|[A-Za-z][\w.-]*_[\w.*\[\]-]*|[A-Za-z][\w-]*(?:[.:][A-Za-z*][\w*-]+)+|[A-Za-z][\w.-]*(?:/[\w.*()-]+)+(?::\d+)?)$`)

func isName(word string) bool { return technical.MatchString(word) }

// prose is what a page says in words of its own: without code, names, scripts,
// and without the glossary.
func prose(page []byte) string {
	root, err := nethtml.Parse(bytes.NewReader(page))
	if err != nil { // only a reader that fails makes one
		return ""
	}
	var b strings.Builder
	var walk func(*nethtml.Node)
	walk = func(n *nethtml.Node) {
		if n.Type == nethtml.ElementNode && isSilent(n) {
			b.WriteByte('\n')
			return
		}
		if n.Type == nethtml.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == nethtml.ElementNode && n.Data != "b" && n.Data != "span" && n.Data != "a" {
			b.WriteByte('\n')
		}
	}
	walk(root)
	return b.String()
}

func isSilent(n *nethtml.Node) bool {
	switch n.Data {
	case "code", "script", "style", "pre", "title", "option":
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "class" && (strings.Contains(a.Val, "place") && n.Data == "span" || strings.Contains(a.Val, "glossary") || a.Val == "name") {
			return true
		}
	}
	return false
}
