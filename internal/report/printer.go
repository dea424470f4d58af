package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
)

// TextOptions steer what is written for a terminal.
type TextOptions struct {
	// Color uses ANSI colours.
	Color bool
	// Width is where lines are broken; 0 never breaks them.
	Width int
	// Verbose lists what is otherwise only counted.
	Verbose bool
}

// style is an ANSI colour.
type style string

const (
	bold   style = "1"
	dim    style = "2"
	red    style = "31"
	yellow style = "33"
	cyan   style = "36"
	loud   style = "1;31"
)

func levelStyle(l risk.Level) style {
	switch l {
	case risk.Critical:
		return loud
	case risk.High:
		return red
	case risk.Medium:
		return yellow
	default:
		return cyan
	}
}

// printer writes lines for a terminal. The first error sticks and is returned
// by flush.
type printer struct {
	w *bufio.Writer
	o TextOptions
}

func newPrinter(w io.Writer, o TextOptions) *printer {
	return &printer{w: bufio.NewWriter(w), o: o}
}

func (p *printer) flush() error {
	if err := p.w.Flush(); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// paint colours text that is safe already.
func (p *printer) paint(s style, text string) string {
	if !p.o.Color || text == "" {
		return text
	}
	return "\x1b[" + string(s) + "m" + text + "\x1b[0m"
}

// line writes text that is safe already as it is.
func (p *printer) line(text string) { p.w.WriteString(strings.TrimRight(text, " ") + "\n") }

func (p *printer) blank() { p.w.WriteByte('\n') }

// title begins a part of the report.
func (p *printer) title(text string) {
	p.line(p.paint(bold, text))
	p.blank()
}

// text writes a paragraph from any source, broken at the width. The first line
// starts with lead, the others are indented as far.
func (p *printer) text(lead, text string) {
	indent := strings.Repeat(" ", utf8.RuneCountInString(lead))
	for i, l := range wrap(plain.Line(text), p.o.Width-len(indent)) {
		if i == 0 {
			p.line(lead + l)
			continue
		}
		p.line(indent + l)
	}
}

// labelled writes "  Label: text", and nothing where there is no text.
func (p *printer) labelled(indent, label, text string) {
	if text == "" {
		return
	}
	rest := p.o.Width - len(indent)
	if p.o.Width <= 0 {
		rest = 0
	}
	for i, l := range wrap(label+": "+plain.Line(text), rest) {
		if i == 0 {
			l = p.paint(bold, label+":") + strings.TrimPrefix(l, label+":")
		}
		p.line(indent + l)
	}
}

// narrowest is the width below which breaking lines does more harm than good.
const narrowest = 30

// wrap breaks text at spaces so that lines have at most width characters. A
// longer word stays whole.
func wrap(text string, width int) []string {
	if width < narrowest || utf8.RuneCountInString(text) <= width {
		return []string{text}
	}
	var lines []string
	var line strings.Builder
	length := 0
	for word := range strings.FieldsSeq(text) {
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > width {
			lines = append(lines, line.String())
			line.Reset()
			length = 0
		}
		if length > 0 {
			line.WriteByte(' ')
			length++
		}
		line.WriteString(word)
		length += n
	}
	return append(lines, line.String())
}
