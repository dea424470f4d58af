package report

import (
	"io"
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/sarif"
)

// A Format is one way to write a report.
type Format struct {
	Name string
	// Extensions choose the format for a file, without the dot.
	Extensions []string
	Write      func(io.Writer, *finding.Report, Options) error
}

// Options are what the formats can be told. Each takes what concerns it.
type Options struct {
	Text  TextOptions
	SARIF sarif.Options
}

// Formats returns every format. To add one, add a line.
func Formats() []Format {
	return []Format{
		{"text", []string{"txt"}, func(w io.Writer, r *finding.Report, o Options) error { return Text(w, r, o.Text) }},
		{"sarif", []string{"sarif", "sarif.json"}, func(w io.Writer, r *finding.Report, o Options) error { return sarif.Write(w, r, o.SARIF) }},
		{"json", []string{"json"}, func(w io.Writer, r *finding.Report, _ Options) error { return JSON(w, r) }},
		{"markdown", []string{"md", "markdown"}, func(w io.Writer, r *finding.Report, _ Options) error { return Markdown(w, r) }},
		{"github", nil, func(w io.Writer, r *finding.Report, _ Options) error { return GitHub(w, r) }},
		{"gitlab", []string{"codequality.json", "gl-code-quality-report.json"}, func(w io.Writer, r *finding.Report, _ Options) error { return GitLab(w, r) }},
		{"junit", []string{"junit.xml", "xml"}, func(w io.Writer, r *finding.Report, _ Options) error { return JUnit(w, r) }},
		{"rdjson", []string{"rdjson"}, func(w io.Writer, r *finding.Report, _ Options) error { return Reviewdog(w, r) }},
		{"html", []string{"html", "htm"}, func(w io.Writer, r *finding.Report, _ Options) error { return HTML(w, r) }},
	}
}

// FormatNames lists the names for help texts and messages.
func FormatNames() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// FormatNamed returns the format with that name.
func FormatNamed(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// FormatFor returns the format for a file by its extension, the longest one
// that fits: scan.sarif.json is SARIF.
func FormatFor(file string) (Format, bool) {
	_, extension, _ := strings.Cut(strings.ToLower(path.Base(strings.ReplaceAll(file, `\`, "/"))), ".")
	for extension != "" {
		for _, f := range Formats() {
			if slices.Contains(f.Extensions, extension) {
				return f, true
			}
		}
		_, extension, _ = strings.Cut(extension, ".")
	}
	return Format{}, false
}
