package report

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// Limits of a comment: GitHub takes 65,536 characters, and nobody reads more
// than the first screen.
const (
	commentBytes  = 60_000
	commentRows   = 50
	commentPaths  = 10
	commentText   = 600 // of one sentence
	commentOwners = 5
)

// comment collects Markdown.
type comment struct{ bytes.Buffer }

func (c *comment) line(format string, args ...any) { fmt.Fprintf(c, format+"\n", args...) }

// Markdown writes the report so that it fits in a pull request's comment.
// Nothing in it mentions a person or links outside unless the tool means it to.
func Markdown(w io.Writer, r *finding.Report) error {
	v := newOverview(r)
	var c comment
	c.line("## threatvet: %s", plain.Markdown(Summary(v.Report)))
	c.line("")
	c.paths(v)
	c.table(v)
	c.accepted(v)
	if text := unowned(v); text != "" {
		c.line("%s\n", plain.Markdown(plain.Cut(text, commentText)))
	}
	c.questions(v)
	c.gaps(v)
	c.line("<sub>%s</sub>", plain.Markdown(footprint(v.Report)))
	if _, err := w.Write(shortened(c.Bytes())); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

// shortened cuts at a line's end, for names so long that the limits above do
// not hold.
func shortened(text []byte) []byte {
	if len(text) <= commentBytes {
		return text
	}
	end := bytes.LastIndexByte(text[:commentBytes], '\n') + 1
	return append(text[:end:end], "\n</details>\n\nThe rest does not fit in a comment; the text and HTML formats have all of it.\n"...)
}

func sentence(s string) string { return plain.Markdown(plain.Cut(plain.Sentence(s), commentText)) }

func code(l model.Location) string { return plain.Code(plain.Cut(plain.Place(l), commentText)) }

func (c *comment) paths(v *overview) {
	if len(v.Paths) == 0 {
		return
	}
	c.line("### %s to what matters", capital(plain.Count(len(v.Paths), "way")))
	c.line("")
	for i, f := range v.Paths {
		if i == commentPaths {
			c.line("%d more paths are not shown here.\n", len(v.Paths)-i)
			break
		}
		c.line("**Path %d, %s %.1f**%s: %s", i+1, f.Rating.Level, f.Rating.Score, newMark(f), sentence(f.Sentence))
		c.line("")
		for n := range f.Path.Steps {
			s := &f.Path.Steps[n]
			at := ""
			if !s.Location.IsZero() {
				at = " " + code(s.Location)
			}
			c.line("%d. %s%s", n+1, sentence(stepSentence(s)), at)
		}
		c.line("")
		for _, choke := range f.Path.ChokePoints {
			c.line("**Change:** %s", sentence(chokePoint(choke, f.Path.ID)))
		}
		if len(f.Path.ChokePoints) == 0 && f.Fix != "" {
			c.line("**Change:** %s", sentence(f.Fix))
		}
		if len(f.Owners) > 0 {
			c.line("**People:** %s", owners(f.Owners))
		}
		c.line("")
	}
}

func newMark(f *finding.Finding) string {
	if f.Status == "new" {
		return " (new)"
	}
	return ""
}

// owners are written as code, so that a comment calls nobody.
func owners(names []string) string {
	var all []string
	for i, n := range names {
		if i == commentOwners {
			all = append(all, fmt.Sprintf("%d more", len(names)-i))
			break
		}
		all = append(all, plain.Code(plain.Cut(n, commentText)))
	}
	return strings.Join(all, ", ")
}

// table has one row for each finding that is no path, the highest risk first.
func (c *comment) table(v *overview) {
	var rows []*finding.Finding
	for _, g := range v.Groups {
		rows = append(rows, g.Findings...)
	}
	if len(rows) == 0 {
		return
	}
	c.line("### Findings")
	c.line("")
	c.line("| Risk | Where | What can happen, and what to change | Owner |")
	c.line("|---|---|---|---|")
	for i, f := range rows {
		if i == commentRows {
			break
		}
		c.row(f, newMark(f), partOf(f, v))
	}
	c.line("")
	if more := len(rows) - commentRows; more > 0 {
		c.line("%d more with lower risk are not shown here.\n", more)
	}
	if n := len(v.Latent); n > 0 {
		c.line("%s more %s latent: dangerous only once something uses the element.\n", plain.Number(n), isAre(n))
	}
}

// row is one line of the table; mark stands behind the risk, and step says which paths the finding is a step of.
func (c *comment) row(f *finding.Finding, mark, step string) {
	text := sentence(f.Sentence)
	if f.Fix != "" {
		text += "<br>**Change:** " + sentence(f.Fix)
	}
	if step != "" {
		text += "<br>" + capital(step) + "."
	}
	c.line("| %s %.1f%s | %s<br>%s | %s | %s |", f.Rating.Level, f.Rating.Score, mark,
		plain.Code(plain.Cut(place(f), commentText)), plain.Code(plain.Cut(f.ThreatID, commentText)), text, owners(f.Owners))
}

func isAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// details folds a list away.
func (c *comment) details(title string, n int, item func(i int) string) {
	if n == 0 {
		return
	}
	c.line("<details><summary>%s (%d)</summary>", title, n)
	c.line("")
	for i := range min(n, commentRows) {
		c.line("- %s", item(i))
	}
	if more := n - commentRows; more > 0 {
		c.line("- %d more", more)
	}
	c.line("")
	c.line("</details>")
	c.line("")
}

func (c *comment) accepted(v *overview) {
	c.details("Accepted", len(v.Accepted), func(i int) string {
		f := v.Accepted[i]
		a := f.Acceptance
		return fmt.Sprintf("%s %s%s by %s: %s", plain.Code(plain.Cut(place(f), commentText)), plain.Code(plain.Cut(f.ThreatID, commentText)),
			plain.Markdown(plain.Cut(a.Ends(), commentText)), plain.Code(plain.Cut(a.Owner, commentText)), sentence(a.Reason))
	})
}

func (c *comment) questions(v *overview) {
	asked := openQuestions(v.System)
	c.details("Questions that could change levels", len(asked), func(i int) string {
		q := asked[i]
		text := plain.Code(plain.Cut(q.ID, commentText)) + " " + plain.Markdown(plain.Cut(q.Text, commentText))
		if q.Owner != "" {
			text += " " + plain.Code(plain.Cut(q.Owner, commentText))
		}
		return text
	})
}

func (c *comment) gaps(v *overview) {
	lost, inexact := v.lost()
	all := append(lost[:len(lost):len(lost)], inexact...)
	c.details("Not analysed, or less exactly", len(all), func(i int) string {
		text := sentence(plain.Gap(all[i]))
		if !all[i].Location.IsZero() {
			text = code(all[i].Location) + " " + text
		}
		return text
	})
}
