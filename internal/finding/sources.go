package finding

import (
	"cmp"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/nolint"
)

// sources reads the files that findings stand in, each once.
type sources struct {
	fsys  fs.FS
	files map[string]*source
}

type source struct {
	lines   []string
	hashes  []string
	accepts map[int][]*businesscontext.Acceptance
	silent  []nolint.Directive
	made    bool // by a tool: the file says that it is generated
	wrong   []businesscontext.Problem
}

// largest bounds what is read of one file; no line of what people write by hand
// lies beyond it.
const largest = 16 << 20

func newSources(fsys fs.FS) *sources { return &sources{fsys, map[string]*source{}} }

func (s *sources) file(name string) *source {
	if f := s.files[name]; f != nil {
		return f
	}
	f := &source{}
	s.files[name] = f
	content, ok := s.read(name)
	if !ok {
		return f
	}
	f.lines = splitLines(string(content))
	f.hashes = LineHashes(string(content))
	f.accepts, f.wrong = businesscontext.Comments(name, content)
	if strings.HasSuffix(name, ".go") {
		f.silent = nolint.Parse(name, content)
		f.made = generated(f.lines)
	}
	return f
}

func (s *sources) read(name string) ([]byte, bool) {
	if s.fsys == nil || name == "" || !fs.ValidPath(name) {
		return nil, false
	}
	f, err := s.fsys.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, largest))
	return content, err == nil
}

// splitLines splits as editors do: at LF, CRLF and CR.
func splitLines(text string) []string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

// line is the text of a line, or nothing.
func (s *sources) line(at model.Location) string {
	lines := s.file(at.File).lines
	if at.Line < 1 || at.Line > len(lines) {
		return ""
	}
	return lines[at.Line-1]
}

func (s *sources) hash(at model.Location) string {
	hashes := s.file(at.File).hashes
	if len(hashes) == 0 || at.IsZero() {
		return ""
	}
	// Where a finding is about the whole file, its first line stands for it.
	return hashes[max(1, min(at.Line, len(hashes)))-1]
}

// accepted lists the acceptances on a line, or in the comments right above it.
func (s *sources) accepted(at model.Location) []*businesscontext.Acceptance {
	f := s.file(at.File)
	return businesscontext.At(f.accepts, f.lines, at.Line)
}

// silenced returns the acceptance that a nolint comment amounts to: one without
// an owner and an end.
func (s *sources) silenced(threat string, at model.Location) *Acceptance {
	for _, d := range s.file(at.File).silent {
		if d.Silences(at.Line, nolint.Names(threat)...) {
			return &Acceptance{
				Reason: cmp.Or(d.Reason, "it gives no reason"), Owner: "a nolint comment", InSource: true,
				Location: model.Location{File: at.File, Line: d.Line, Column: d.Column},
			}
		}
	}
	return nil
}

// problems lists what could not be used of the acceptances in comments.
func (s *sources) problems(today time.Time) []businesscontext.Problem {
	var list []businesscontext.Problem
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		f := s.files[name]
		list = append(list, f.wrong...)
		for _, line := range slices.Sorted(maps.Keys(f.accepts)) {
			for _, a := range f.accepts[line] {
				if a.TooLong(today) {
					list = append(list, a.TooLongProblem(today))
				}
			}
		}
	}
	return list
}

// generated reports whether a Go file says that a tool has made it, in the form
// that the go command knows, before its package clause.
func generated(lines []string) bool {
	for _, line := range lines {
		if strings.HasPrefix(line, "// Code generated ") && strings.HasSuffix(line, " DO NOT EDIT.") {
			return true
		}
		if strings.HasPrefix(line, "package ") {
			return false
		}
	}
	return false
}
