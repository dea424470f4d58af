package lsp

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/businesscontext"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/risk"
	"github.com/threatvet/threatvet/internal/scan"
)

// source is the name that diagnostics carry.
const source = "threatvet"

// mostRelated bounds the places that come with a diagnostic.
const mostRelated = 30

// publish shows what is found by now, and takes back what is no more.
func (w *workspace) publish() {
	w.using.Lock()
	now := w.session.Now()
	gaps := w.gaps(now.Gaps)
	w.using.Unlock()
	texts := w.texts()
	found := map[string][]diagnostic{}
	for _, f := range now.Findings {
		if f.Accepted() || f.Location.IsZero() {
			continue
		}
		found[f.Location.File] = append(found[f.Location.File], w.diagnostic(texts, f))
	}
	for _, g := range gaps {
		if !g.Location.IsZero() && kindOf(g.Location.File) != other {
			found[g.Location.File] = append(found[g.Location.File], gapDiagnostic(texts, g))
		}
	}
	w.tellOf(now, found)
}

// tellOf sends what the client has not been told already. Of an open file it is
// told also that nothing was found.
func (w *workspace) tellOf(now *scan.Now, found map[string][]diagnostic) {
	open := w.openFiles()
	for name := range open {
		if kindOf(name) != other && found[name] == nil {
			found[name] = []diagnostic{}
		}
	}
	w.mu.Lock()
	w.now = now
	w.mu.Unlock()
	w.telling.Lock()
	defer w.telling.Unlock()
	if w.ctx.Err() != nil {
		return
	}
	for _, name := range slices.Sorted(maps.Keys(w.shown)) {
		if found[name] == nil {
			w.s.clear(w.uri(name))
			delete(w.shown, name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(found)) {
		p := publishParams{URI: w.uri(name), Version: open[name].version, Diagnostics: inOrder(found[name])}
		text, err := json.Marshal(p)
		if err != nil || w.shown[name] == string(text) {
			continue
		}
		w.shown[name] = string(text)
		w.s.send(p)
	}
}

func inOrder(list []diagnostic) []diagnostic {
	slices.SortStableFunc(list, func(a, b diagnostic) int {
		return cmp.Or(cmp.Compare(a.Range.Start.Line, b.Range.Start.Line), cmp.Compare(a.Severity, b.Severity), strings.Compare(a.Code, b.Code))
	})
	return list
}

func (s *server) clear(uri string) { s.send(publishParams{URI: uri, Diagnostics: []diagnostic{}}) }

func (s *server) send(p publishParams) {
	_ = s.conn.Notify(s.ctx, "textDocument/publishDiagnostics", p) // a client that has gone hears nothing
}

// gaps are those of the scan, where a context file is open those that the file
// itself tells now.
func (w *workspace) gaps(all []*model.Gap) []*model.Gap {
	overlay := map[string][]byte{}
	for name, d := range w.openFiles() {
		if kindOf(name) == said {
			overlay[w.file(name)] = []byte(d.text)
		}
	}
	if len(overlay) == 0 {
		return all
	}
	problems, err := w.session.Context(overlay)
	if err != nil {
		return all
	}
	now := map[string]bool{}
	for _, p := range problems {
		now[p.Message] = true
	}
	list := slices.DeleteFunc(slices.Clone(all), func(g *model.Gap) bool {
		message, context := strings.CutPrefix(g.What, "context: ")
		return context && now[message]
	})
	for _, p := range problems {
		list = append(list, &model.Gap{Severity: p.Severity, What: "context: " + p.Message, Location: p.Location})
	}
	return list
}

// texts reads files for the columns in them, each once.
type texts struct {
	w     *workspace
	open  map[string]document
	known map[string]text
}

func (w *workspace) texts() *texts {
	return &texts{w: w, open: w.openFiles(), known: map[string]text{}}
}

func (t *texts) of(name string) text {
	if known, ok := t.known[name]; ok {
		return known
	}
	content := ""
	if d, ok := t.open[name]; ok {
		content = d.text
	} else if fs.ValidPath(name) {
		content = t.w.read(name)
	}
	read := newText(content, t.w.s.encoding)
	t.known[name] = read
	return read
}

// read returns a file of the folder, or nothing where it cannot be read: columns
// are then those of the model.
func (w *workspace) read(name string) string {
	root, err := os.OpenRoot(w.dir)
	if err != nil {
		return ""
	}
	defer root.Close()
	content, err := fs.ReadFile(root.FS(), name)
	if err != nil || len(content) > maxMessage {
		return ""
	}
	return string(content)
}

func (w *workspace) file(name string) string {
	return filepath.Join(w.dir, filepath.FromSlash(name))
}

func (w *workspace) uri(name string) string {
	file := w.file(name)
	if d := w.s.document(file); d != nil {
		return d.uri // as the client writes it
	}
	return uriOf(file)
}

func (t *texts) location(l model.Location) location {
	return location{t.w.uri(l.File), t.of(l.File).span(l)}
}

func (w *workspace) diagnostic(t *texts, f *finding.Finding) diagnostic {
	d := diagnostic{
		Range:           t.of(f.Location.File).span(f.Location),
		Severity:        severityOf(f.Rating),
		Code:            f.ThreatID,
		CodeDescription: &codeDescription{threatPage(f)},
		Source:          source,
		Message:         told(f),
		Related:         t.related(f),
		Data:            map[string]string{"finding": f.ID},
	}
	if f.Rating.Latent {
		d.Tags = []int{tagUnnecessary}
	}
	return d
}

// told is a finding in two or three sentences.
func told(f *finding.Finding) string {
	text := plain.Sentence(f.Sentence) + " Risk: " + plain.Rating(f.Rating) + "."
	if f.Fix != "" {
		text += " Change: " + plain.Sentence(f.Fix)
	}
	return text
}

func severityOf(r risk.Rating) int {
	switch {
	case r.Latent:
		return severityHint
	case r.Level == risk.Critical, r.Level == risk.High:
		return severityError
	case r.Level == risk.Medium:
		return severityWarning
	}
	return severityInfo
}

// related are the way of a value through code, the steps of a path, and where
// the value came from, each place once.
func (t *texts) related(f *finding.Finding) []related {
	var list []related
	seen := map[string]bool{fmt.Sprint(f.Location.File, f.Location.Line): true}
	add := func(l model.Location, message string) {
		key := fmt.Sprint(l.File, l.Line)
		if l.IsZero() || seen[key] || len(list) == mostRelated || message == "" {
			return
		}
		seen[key] = true
		list = append(list, related{t.location(l), message})
	}
	for _, s := range f.Trace {
		add(s.Location, plain.Line(s.Note))
	}
	if f.Path != nil {
		for _, s := range f.Path.Steps {
			add(s.Location, plain.Sentence(cmp.Or(s.Sentence, s.Technique)))
		}
		for _, c := range f.Path.ChokePoints {
			add(c.Location, "Change: "+plain.Sentence(c.Change))
		}
	}
	for _, e := range f.Related {
		add(e.Location, noteOf(e))
	}
	return list
}

func noteOf(e model.Evidence) string {
	switch {
	case e.Note == "":
		return plain.Line(cmp.Or(e.Address, plain.Place(e.Location)))
	case e.Address == "":
		return plain.Line(e.Note)
	}
	return plain.Line(e.Address) + " (" + plain.Line(e.Note) + ")"
}

// gapDiagnostic tells what could not be analysed, where that has a place.
func gapDiagnostic(t *texts, g *model.Gap) diagnostic {
	d := diagnostic{Range: t.of(g.Location.File).span(g.Location), Severity: severityWarning, Source: source, Message: plain.Gap(g)}
	if at := plain.Place(g.Location); at != "" {
		d.Message = strings.TrimPrefix(d.Message, at+": ")
	}
	context := slices.Contains(businesscontext.Names(), path.Base(g.Location.File))
	switch {
	case context && g.Severity == "error":
		d.Severity = severityError
	case g.Severity != "error":
		d.Severity = severityInfo
	}
	return d
}
