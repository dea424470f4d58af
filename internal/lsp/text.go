package lsp

import (
	"net/url"
	"path/filepath"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/model"
)

// The encodings of positions that are understood.
const (
	utf8Positions  = "utf-8"
	utf16Positions = "utf-16"
)

// text is a file's text by lines, without what ends them.
type text struct {
	lines    []string
	encoding string
}

func newText(content, encoding string) text {
	return text{splitLines(content), encoding}
}

// splitLines splits as the protocol does: at LF, CRLF and CR.
func splitLines(content string) []string {
	content = strings.ReplaceAll(content, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(content, "\r", "\n"), "\n")
}

func (t text) line(i int) string {
	if i < 0 || i >= len(t.lines) {
		return ""
	}
	return t.lines[i]
}

// position turns a line and a column in bytes, both from 0, into the protocol's.
func (t text) position(line, column int) position {
	of := t.line(line)
	column = max(0, min(column, len(of)))
	if t.encoding == utf8Positions {
		return position{line, column}
	}
	return position{line, units(of[:column])}
}

// bytesIn turns a position's character into a column in bytes.
func bytesIn(line string, character int, encoding string) int {
	if encoding == utf8Positions {
		return max(0, min(character, len(line)))
	}
	for at := range line {
		if character <= 0 {
			return at
		}
		r, _ := utf8.DecodeRuneInString(line[at:])
		character -= max(1, utf16.RuneLen(r))
	}
	return len(line)
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// span is where a place of the model stands: from its column, or the first
// character of its line, to its end, or that of the line.
func (t text) span(l model.Location) span {
	line := max(l.Line, 1) - 1
	line = min(line, max(0, len(t.lines)-1))
	of := t.line(line)
	start := l.Column - 1
	if l.Column == 0 {
		start = len(of) - len(strings.TrimLeft(of, " \t"))
	}
	end := len(of)
	if l.EndColumn > 0 && l.EndLine <= l.Line {
		end = l.EndColumn - 1
	}
	return span{t.position(line, start), t.position(line, max(end, start))}
}

// applied is a text after a client's changes, in their order.
func applied(content string, changes []contentChange, encoding string) string {
	for _, c := range changes {
		if c.Range == nil {
			content = c.Text
			continue
		}
		start, end := offset(content, c.Range.Start, encoding), offset(content, c.Range.End, encoding)
		content = content[:start] + c.Text + content[max(start, end):]
	}
	return content
}

// offset is where a position is in a text, in bytes. One beyond the end is the
// end.
func offset(content string, p position, encoding string) int {
	at := 0
	for range p.Line {
		i := strings.IndexAny(content[at:], "\r\n")
		if i < 0 {
			return len(content)
		}
		at += i + 1
		if content[at-1] == '\r' && at < len(content) && content[at] == '\n' {
			at++
		}
	}
	line := content[at:]
	if i := strings.IndexAny(line, "\r\n"); i >= 0 {
		line = line[:i]
	}
	return at + bytesIn(line, p.Character, encoding)
}

// pathOf is the file that a URI names, or empty for what is no file.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return ""
	}
	p := u.Path
	// file:///C:/x names C:/x.
	if len(p) > 2 && p[0] == '/' && p[2] == ':' {
		p = p[1:]
	}
	return filepath.Clean(filepath.FromSlash(p))
}

func uriOf(file string) string {
	p := filepath.ToSlash(file)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}
