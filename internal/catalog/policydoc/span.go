package policydoc

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/terraform"
)

// Span is where a statement stands in the text of its document, in bytes.
type Span struct{ From, To int }

// Spans returns where each statement of a document stands, or nil where the
// text is no document.
func Spans(text string) []Span {
	sameLength := `"` + strings.Repeat("?", len(terraform.Hole)-2) + `"`
	d := json.NewDecoder(strings.NewReader(replaceHoles(text, sameLength)))
	if !delim(d, '{') {
		return nil
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil
		}
		if key == "Statement" {
			return statementSpans(d, text)
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return nil
		}
	}
	return nil
}

func statementSpans(d *json.Decoder, text string) []Span {
	start := skipTo(text, int(d.InputOffset()))
	if start >= len(text) || text[start] != '[' {
		var one json.RawMessage
		if d.Decode(&one) != nil {
			return nil
		}
		return []Span{{start, int(d.InputOffset())}}
	}
	if !delim(d, '[') {
		return nil
	}
	var list []Span
	for d.More() {
		from := skipTo(text, int(d.InputOffset()))
		var one json.RawMessage
		if d.Decode(&one) != nil {
			return nil
		}
		list = append(list, Span{from, int(d.InputOffset())})
	}
	return list
}

func delim(d *json.Decoder, want json.Delim) bool {
	t, err := d.Token()
	return err == nil && t == want
}

// skipTo passes over what stands between two values.
func skipTo(text string, at int) int {
	for at < len(text) && strings.IndexByte(" \t\r\n,:", text[at]) >= 0 {
		at++
	}
	return at
}

// Resembles reports whether a document as it is written may be what became the
// other: the same statements in the same order, as far as both are known.
func (d *Document) Resembles(other *Document) bool {
	if len(d.Statements) != len(other.Statements) {
		return false
	}
	for i, s := range d.Statements {
		o := other.Statements[i]
		if s.Opaque || o.Opaque {
			continue
		}
		if !alike(s.Sid, o.Sid) || !alike(s.Effect, o.Effect) || !allAlike(s.Actions, o.Actions) || !allAlike(s.NotActions, o.NotActions) {
			return false
		}
	}
	return true
}

func alike(a, b string) bool {
	return a == b || strings.Contains(a, terraform.Hole) || strings.Contains(b, terraform.Hole)
}

func allAlike(a, b []string) bool {
	if hasHole(a) || hasHole(b) {
		return true
	}
	return slices.Equal(a, b)
}
