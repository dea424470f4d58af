package acceptance

import (
	"bytes"
	"go/ast"
	"go/token"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/nolint"
)

// Analyzer reports acceptances that cannot be used.
var Analyzer = &analysis.Analyzer{
	Name: "acceptance",
	Doc:  "report acceptances of threats that cannot be used",
	Run:  run,
}

func run(pass *analysis.Pass) (any, error) {
	files := newFiles(pass)
	for _, f := range pass.Files {
		if !mentions(f) {
			continue
		}
		at := pass.Fset.File(f.FileStart)
		for _, p := range files.comments(at).wrong {
			pos := at.LineStart(p.Location.Line) + token.Pos(p.Location.Column-1)
			pass.Report(analysis.Diagnostic{Pos: pos, End: pos + token.Pos(len(p.Source)), Message: p.Message})
		}
	}
	return nil, nil
}

// mentions spares reading a file that accepts nothing.
func mentions(f *ast.File) bool {
	for _, group := range f.Comments {
		for _, c := range group.List {
			if strings.Contains(c.Text, "threatvet:accept") {
				return true
			}
		}
	}
	return false
}

// Honour returns the analyzer so that it leaves out what comments accept, and
// says of what was accepted once that it is no longer.
func Honour(a *analysis.Analyzer) *analysis.Analyzer {
	honouring := *a
	honouring.Run = func(pass *analysis.Pass) (any, error) {
		files := newFiles(pass)
		filtered := *pass
		filtered.Report = func(d analysis.Diagnostic) {
			if files.keep(&d) {
				pass.Report(d)
			}
		}
		return a.Run(&filtered)
	}
	return &honouring
}

// files reads the comments of a package's files, each when it is first needed.
type files struct {
	pass *analysis.Pass
	read map[*token.File]*comments
}

// comments are what a file says about threats in it.
type comments struct {
	lines    []string
	accepted map[int][]*businesscontext.Acceptance
	silent   []nolint.Directive
	wrong    []businesscontext.Problem
}

func newFiles(pass *analysis.Pass) *files { return &files{pass, map[*token.File]*comments{}} }

func (fs *files) comments(file *token.File) *comments {
	if have := fs.read[file]; have != nil {
		return have
	}
	c := &comments{}
	fs.read[file] = c
	source, err := fs.pass.ReadFile(file.Name())
	if err != nil {
		return c // a file made by a tool, of which no source is left
	}
	c.lines = strings.Split(string(bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))), "\n")
	c.accepted, c.wrong = businesscontext.Comments(file.Name(), source)
	c.silent = nolint.Parse(file.Name(), source)
	today := time.Now()
	for line := range c.accepted {
		for _, a := range c.accepted[line] {
			if a.TooLong(today) {
				c.wrong = append(c.wrong, a.TooLongProblem(today))
			}
		}
	}
	return c
}

// keep reports whether a finding stands, and adds to it that it was accepted
// where that has ended.
func (fs *files) keep(d *analysis.Diagnostic) bool {
	file := fs.pass.Fset.File(d.Pos)
	if file == nil || d.Category == "" {
		return true
	}
	c, line := fs.comments(file), file.Line(d.Pos)
	for _, s := range c.silent {
		if s.Silences(line, nolint.Names(d.Category)...) {
			return false
		}
	}
	today := time.Now()
	for _, a := range businesscontext.At(c.accepted, c.lines, line) {
		switch {
		case a.Threat != d.Category || a.TooLong(today):
		case !a.Expired(today):
			return false
		default:
			d.Message += " It was accepted until " + a.Until + " by " + a.Owner + ", and that has ended."
			return true
		}
	}
	return true
}
