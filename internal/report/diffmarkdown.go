package report

import (
	"fmt"
	"io"

	"github.com/threatvet/threatvet/internal/diff"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// DiffMarkdown writes a difference so that it fits in a pull request's comment.
// Its first line is the same for every run, so that a job finds the comment that
// it has to replace.
func DiffMarkdown(w io.Writer, d *diff.Diff) error {
	var c comment
	c.line("<!-- threatvet diff -->")
	c.line("## threatvet: %s", plain.Markdown(DiffSummary(d)))
	c.line("")
	if len(d.Changes)+len(d.New)+len(d.Changed)+len(d.Gone) == 0 {
		c.line("This change makes no difference to attackers or defenders.")
		c.line("")
	}
	c.changes("### What changes in the attackers' favour", effect(d, diff.Worse))
	c.newFindings(d)
	c.changedFindings(d)
	folded := []struct {
		title string
		list  []diff.Change
	}{
		{"What else is different", effect(d, diff.Neutral)},
		{"What changes in the defenders' favour", effect(d, diff.Better)},
	}
	for _, f := range folded {
		c.details(f.title, len(f.list), func(i int) string { return changeItem(f.list[i]) })
	}
	c.details("Findings that are gone", len(d.Gone), func(i int) string { return goneItem(d.Gone[i]) })
	c.details("Can no longer be analysed: what was found here seems gone, and may not be", len(d.Blind), func(i int) string {
		return plain.Markdown(plain.Cut(gapLine(d.Blind[i]), commentText))
	})
	c.line("<sub>%s</sub>", plain.Markdown(fmt.Sprintf("%s as before. %s", plain.Count(d.Unchanged, "finding"), footprint(d.After))))
	if _, err := w.Write(shortened(c.Bytes())); err != nil {
		return fmt.Errorf("write Markdown: %w", err)
	}
	return nil
}

func (c *comment) changes(title string, list []diff.Change) {
	if len(list) == 0 {
		return
	}
	c.line("%s", title)
	c.line("")
	for i, change := range list {
		if i == mostChanges {
			c.line("- %d more", len(list)-i)
			break
		}
		c.line("- %s", changeItem(change))
	}
	c.line("")
}

func changeItem(change diff.Change) string {
	text := sentence(change.Sentence)
	if !change.Location.IsZero() {
		text += " " + code(change.Location)
	}
	if len(change.Owners) > 0 {
		text += " " + owners(change.Owners)
	}
	return text
}

func goneItem(f *finding.Finding) string {
	return fmt.Sprintf("%s %.1f %s %s", f.Rating.Level, f.Rating.Score, plain.Code(plain.Cut(place(f), commentText)), sentence(f.Title))
}

func (c *comment) newFindings(d *diff.Diff) {
	if len(d.New) == 0 {
		return
	}
	c.line("### New findings")
	c.line("")
	c.line("| Risk | Where | What can happen, and what to change | Owner |")
	c.line("|---|---|---|---|")
	for i, f := range d.New {
		if i == commentRows {
			break
		}
		c.row(f, "", "")
	}
	c.line("")
	if more := len(d.New) - commentRows; more > 0 {
		c.line("%d more with lower risk are not shown here.\n", more)
	}
}

func (c *comment) changedFindings(d *diff.Diff) {
	c.details("Findings at another level", len(d.Changed), func(i int) string {
		f := d.Changed[i].After
		return plain.Code(plain.Cut(place(f), commentText)) + " " + sentence(f.Title) + " " + plain.Markdown(capital(levelChange(d.Changed[i]))) + "."
	})
}
