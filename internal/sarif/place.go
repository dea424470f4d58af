package sarif

import (
	"bytes"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

const srcRoot = "%SRCROOT%"

// maxSource is how much of a file is read to count columns.
const maxSource = 8 << 20

// places turns the model's locations into SARIF's: relative to the repository,
// one line each, columns in UTF-16 units.
type places struct {
	prefix string
	source fs.FS
	files  map[string][]string // the lines of files already read
}

func newPlaces(prefix string, source fs.FS) *places {
	return &places{prefix: prefix, source: source, files: map[string][]string{}}
}

func (p *places) location(l model.Location, note string) *sarif.Location {
	loc := &sarif.Location{PhysicalLocation: p.physical(l)}
	if note != "" {
		loc.Message = message(note)
	}
	return loc
}

func (p *places) physical(l model.Location) *sarif.PhysicalLocation {
	return &sarif.PhysicalLocation{
		ArtifactLocation: &sarif.ArtifactLocation{URI: ptr(p.uri(l.File)), URIBaseId: ptr(srcRoot)},
		Region:           p.region(l),
	}
}

// uri is the file's address relative to the repository's root. It cannot leave
// that root, whatever the file is called.
func (p *places) uri(file string) string {
	clean := path.Clean("/" + p.prefix + "/" + file)
	parts := strings.Split(strings.TrimPrefix(clean, "/"), "/")
	for i, part := range parts {
		// PathEscape keeps colons, and one in the first part would be read as
		// the end of a scheme.
		parts[i] = strings.ReplaceAll(url.PathEscape(part), ":", "%3A")
	}
	if joined := strings.Join(parts, "/"); joined != "" {
		return joined
	}
	return "."
}

// region is one line: GitHub shows an alert in a pull request only if all lines
// of its region are in the diff.
func (p *places) region(l model.Location) *sarif.Region {
	line := max(l.Line, 1)
	start, end := max(l.Column, 1), 0
	if l.EndLine <= line {
		end = l.EndColumn
	}
	if text, known := p.line(l.File, line); known {
		start, end = columns(text, l.Column, end)
	}
	if end <= start {
		end = start + 1
	}
	return &sarif.Region{StartLine: ptr(line), StartColumn: ptr(start), EndLine: ptr(line), EndColumn: ptr(end)}
}

// columns turns byte columns of a line into columns in UTF-16 units. A start of
// 0 means the first character that is not white space, an end of 0 the line's
// end.
func columns(text string, start, end int) (int, int) {
	if start == 0 {
		start = 1 + len(text) - len(strings.TrimLeft(text, " \t"))
	}
	if end == 0 || end > len(text)+1 {
		end = len(text) + 1
	}
	start = min(start, len(text)+1)
	end = max(end, start)
	return 1 + units(text[:start-1]), 1 + units(text[:end-1])
}

func units(s string) int {
	n := 0
	for _, r := range s {
		if r == utf8.RuneError {
			n++
			continue
		}
		n += utf16.RuneLen(r)
	}
	return n
}

// line returns a line of a source file, where sources were given and hold it.
func (p *places) line(file string, number int) (string, bool) {
	if p.source == nil || !fs.ValidPath(file) {
		return "", false
	}
	lines, read := p.files[file]
	if !read {
		lines = readLines(p.source, file)
		p.files[file] = lines
	}
	if number > len(lines) {
		return "", false
	}
	return lines[number-1], true
}

// readLines returns nothing for a file that cannot be read: columns are then
// given as the model has them.
func readLines(source fs.FS, file string) []string {
	f, err := source.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, maxSource))
	if err != nil {
		return nil
	}
	content = bytes.ReplaceAll(content, []byte("\r"), nil)
	return strings.Split(string(content), "\n")
}

// logical names one instance that a result is about.
func logical(id string) *sarif.LogicalLocation {
	id = plain.Cut(plain.Line(id), maxPart)
	return &sarif.LogicalLocation{Name: ptr(shortName(id)), FullyQualifiedName: ptr(id), Kind: ptr(logicalKind(id))}
}

func logicalKind(id string) string {
	switch {
	case !strings.HasPrefix(id, "go:"):
		return "resource"
	case strings.HasSuffix(id, ")") || strings.LastIndexByte(id, '.') > strings.LastIndexByte(id, '/'):
		return "function"
	default:
		return "module"
	}
}

// shortName leaves out a Go import path's folders and a Terraform root.
func shortName(id string) string {
	if code, isGo := strings.CutPrefix(id, "go:"); isGo {
		return path.Base(code)
	}
	if _, address, found := strings.Cut(id, "//"); found {
		return address
	}
	return id
}
