package lsp

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/scan"
)

// mostTold bounds lists that a person reads beside code.
const mostTold = 8

// hover says what stands under the cursor.
func (s *server) hover(_ context.Context, p documentParams) any {
	w, name, now := s.known(p)
	if w == nil {
		return nil
	}
	t := w.texts()
	said := ""
	var at *span
	switch kindOf(name) {
	case infra:
		b := blockAt(name, strings.Join(t.of(name).lines, "\n"), p.Position.Line+1)
		if b == nil {
			return nil
		}
		at = &span{t.of(name).position(b.line-1, 0), t.of(name).position(b.line-1, len(t.of(name).line(b.line-1)))}
		said = aboutBlock(now, name, b)
	case code:
		said = aboutLine(now, name, p.Position.Line+1)
	}
	if said == "" {
		return nil
	}
	return hover{markup{"markdown", said}, at}
}

// known returns the folder of a document, its name there, and what is found by
// now; nothing where nothing is known yet.
func (s *server) known(p documentParams) (*workspace, string, *scan.Now) {
	file := pathOf(p.TextDocument.URI)
	if file == "" {
		return nil, "", nil
	}
	w, name := s.of(file)
	if w == nil {
		return nil, "", nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.now == nil {
		return nil, "", nil
	}
	return w, name, w.now
}

// block is a block of Terraform by the name that references use.
type block struct {
	address   string // aws_s3_bucket.reports, data.aws_ami.x, module.web
	line, end int
	body      *hclsyntax.Body // nil in JSON
}

// blockAt finds the outermost block around a line. What does not parse has none
// after the mistake.
func blockAt(name, content string, line int) *block {
	if strings.HasSuffix(name, ".json") {
		return nil
	}
	file, _ := hclsyntax.ParseConfig([]byte(content), name, hcl.InitialPos)
	if file == nil {
		return nil
	}
	body, ok := file.Body.(*hclsyntax.Body)
	if !ok {
		return nil
	}
	for _, b := range body.Blocks {
		if from, to := b.TypeRange.Start.Line, b.Range().End.Line; line < from || line > max(to, b.CloseBraceRange.End.Line) {
			continue
		}
		address := strings.Join(b.Labels, ".")
		if b.Type == "data" || b.Type == "module" {
			address = b.Type + "." + address
		} else if b.Type != "resource" {
			return nil
		}
		return &block{address, b.TypeRange.Start.Line, b.CloseBraceRange.End.Line, b.Body}
	}
	return nil
}

// names reports whether an id of the model is of this block: in whatever root,
// module and instance it is used.
func (b *block) names(id string) bool {
	_, address, found := strings.Cut(id, "//")
	if !found {
		address = id
	}
	if base, _, indexed := strings.Cut(address, "["); indexed && !strings.Contains(base, "module.") {
		address = base
	} else if i := strings.LastIndex(address, "["); i > strings.LastIndex(address, ".") && strings.HasSuffix(address, "]") {
		address = address[:i]
	}
	return address == b.address || strings.HasSuffix(address, "."+b.address)
}

// aboutBlock tells what a block is in the model and what threatens it.
func aboutBlock(now *scan.Now, file string, b *block) string {
	var parts []string
	count := 0
	for _, e := range now.Elements() {
		if e.Location.File == file && b.names(e.ID) {
			if count++; count <= 3 {
				parts = append(parts, aboutElement(now, e))
			}
		}
	}
	if count > 3 {
		parts = append(parts, fmt.Sprintf("and %s more of this block", plain.Number(count-3)))
	}
	for _, f := range now.Findings {
		if count == 0 && f.Location.File == file && f.Location.Line >= b.line && f.Location.Line <= b.end {
			parts = append(parts, aboutFinding(f))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, aboutIdentity(now, file, b))
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n---\n\n")
}

func aboutElement(now *scan.Now, e *model.Element) string {
	var m strings.Builder
	sys := now.Of(e.ID).System
	fmt.Fprintf(&m, "**%s** is %s in the model", plain.Markdown(e.ID), plain.Code(e.Kind))
	if e.Latent {
		m.WriteString(", and nothing uses it yet")
	}
	m.WriteString(".\n")
	exposure(&m, e)
	reach(&m, sys, e)
	if e.RunsAs != "" {
		fmt.Fprintf(&m, "\nCode in it has the rights of %s.\n", plain.Code(e.RunsAs))
	}
	if len(e.Owners) > 0 {
		fmt.Fprintf(&m, "\nOwners: %s.\n", plain.Markdown(strings.Join(e.Owners, ", ")))
	}
	threats(&m, now, e.ID)
	return strings.TrimSpace(m.String())
}

// exposure says from how far away an element can be reached, and what proves it.
func exposure(m *strings.Builder, e *model.Element) {
	if e.Exposure.Level == "" {
		return
	}
	fmt.Fprintf(m, "\nReachable from: **%s** (%s)\n", plain.Markdown(strings.ReplaceAll(e.Exposure.Level, "_", " ")), plain.Markdown(string(e.Exposure.State)))
	for i, c := range e.Exposure.Chain {
		if i == mostTold {
			break
		}
		fmt.Fprintf(m, "%d. %s, %s\n", i+1, plain.Markdown(noteOf(c)), plain.Code(plain.Place(c.Location)))
	}
}

// reach says who gets to an element: through which ways in, and with which
// rights.
func reach(m *strings.Builder, sys *model.System, e *model.Element) {
	var lines []string
	for _, p := range sys.EntryPoints {
		if p.Element != e.ID {
			continue
		}
		who := "login unknown"
		if word, ok := p.Authn.Value.(string); ok && p.Authn.Known() {
			who = "login: " + word
		}
		lines = append(lines, fmt.Sprintf("%s (%s)", plain.Code(strings.TrimSpace(cmp.Or(p.Method, p.Kind)+" "+p.Path)), plain.Markdown(who)))
	}
	for _, g := range sys.Grants {
		if g.On != e.ID {
			continue
		}
		how := g.Level
		if !g.Certain {
			how += ", under conditions"
		}
		lines = append(lines, fmt.Sprintf("%s (%s)", plain.Code(g.Identity), plain.Markdown(how)))
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) == 0 {
		return
	}
	m.WriteString("\nWho can reach it:\n")
	for _, l := range lines[:min(len(lines), mostTold)] {
		m.WriteString("- " + l + "\n")
	}
	if more := len(lines) - mostTold; more > 0 {
		fmt.Fprintf(m, "- and %s more\n", plain.Number(more))
	}
}

// threats lists what threatens an element, with the numbers behind each.
func threats(m *strings.Builder, now *scan.Now, id string) {
	told := 0
	for _, f := range now.Findings {
		if !slices.Contains(f.Instances, id) && f.Match.On != id {
			continue
		}
		if told++; told <= mostTold {
			m.WriteString("\n" + aboutFinding(f) + "\n")
		}
	}
	switch {
	case told == 0:
		m.WriteString("\nNo threats found.\n")
	case told > mostTold:
		fmt.Fprintf(m, "\nand %s more\n", plain.Number(told-mostTold))
	}
}

// aboutFinding is a threat with its factors.
func aboutFinding(f *finding.Finding) string {
	var m strings.Builder
	fmt.Fprintf(&m, "**%s** [%s](%s) %s", plain.Markdown(plain.Rating(f.Rating)), f.ThreatID, threatPage(f), plain.Markdown(f.Title))
	if f.Accepted() {
		fmt.Fprintf(&m, " — accepted by %s%s: %s", plain.Markdown(f.Acceptance.Owner), plain.Markdown(f.Acceptance.Ends()), plain.Markdown(f.Acceptance.Reason))
	}
	fmt.Fprintf(&m, "\n\n%s\n", plain.Markdown(plain.Sentence(f.Sentence)))
	for _, x := range f.Rating.Factors {
		fmt.Fprintf(&m, "- %s %d: %s\n", plain.Markdown(x.Name), x.Value, plain.Markdown(x.Why))
	}
	if f.Fix != "" {
		fmt.Fprintf(&m, "\nChange: %s\n", plain.Markdown(plain.Sentence(f.Fix)))
	}
	return strings.TrimSpace(m.String())
}

// aboutIdentity tells what a role or user may do.
func aboutIdentity(now *scan.Now, file string, b *block) string {
	for _, i := range now.Identities() {
		if i.Location.File != file || !b.names(i.ID) {
			continue
		}
		var m strings.Builder
		fmt.Fprintf(&m, "**%s** is an identity (%s).\n", plain.Markdown(i.ID), plain.Markdown(strings.ReplaceAll(i.Kind, "_", " ")))
		told := 0
		for _, g := range now.Of(i.ID).System.Grants {
			if g.Identity != i.ID {
				continue
			}
			if told == 0 {
				m.WriteString("\nIt may:\n")
			}
			if told++; told <= mostTold {
				fmt.Fprintf(&m, "- %s on %s\n", plain.Markdown(g.Level), plain.Code(g.On))
			}
		}
		if told > mostTold {
			fmt.Fprintf(&m, "- and %s more\n", plain.Number(told-mostTold))
		}
		threats(&m, now, i.ID)
		return strings.TrimSpace(m.String())
	}
	return ""
}

// aboutLine tells what stands on a line of Go: a way in, a part of the program,
// what was found there.
func aboutLine(now *scan.Now, file string, line int) string {
	var parts []string
	seen := map[string]bool{}
	for _, e := range now.Elements() {
		if e.Location.File == file && e.Location.Line == line && path.Ext(file) == ".go" {
			seen[e.ID] = true
			parts = append(parts, aboutElement(now, e))
		}
	}
	for _, f := range now.Findings {
		if f.Location.File == file && f.Location.Line == line && !seen[f.Match.On] {
			parts = append(parts, aboutFinding(f))
		}
	}
	return strings.Join(parts, "\n\n---\n\n")
}
