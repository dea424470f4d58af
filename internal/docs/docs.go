// Package docs writes the pages of the documentation that say what is in the
// data: threats, facts, resource types, techniques and libraries. It knows how
// to tell them and decides nothing.
package docs

import "strings"

// Page is one page in Markdown.
type Page struct {
	Name string // as in docs/NAME.md
	Text func() (string, error)
}

// Pages lists the pages in order of name.
func Pages() []Page {
	return []Page{
		{"facts", facts},
		{"libraries", libraryPage},
		{"resources", resources},
		{"techniques", techniques},
		{"threats", threats},
	}
}

// codes puts each word into a code span.
func codes(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return "`" + strings.Join(words, "`, `") + "`"
}

// cell keeps a text from ending the cell of a table.
func cell(text string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "|", "\\|")
}
