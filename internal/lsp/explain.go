package lsp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report"
)

// execute runs the command that explains a finding. Its arguments are the
// finding's id and the document that it is in.
func (s *server) execute(ctx context.Context, r *jsonrpc2.Request) (any, *jsonrpc2.Error) {
	var p executeParams
	if err := params(r, &p); err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	var id, uri string
	if p.Command != explainCommand || len(p.Arguments) != 2 || json.Unmarshal(p.Arguments[0], &id) != nil || json.Unmarshal(p.Arguments[1], &uri) != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: explainCommand + " takes a finding's id and a document's URI"}
	}
	text, err := s.explanation(id, uri)
	if err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	if !s.client.Options.VirtualDocuments {
		s.present(ctx, id, text)
	}
	return text, nil
}

func (s *server) explanation(id, uri string) (string, error) {
	var p documentParams
	p.TextDocument.URI = uri
	w, name, now := s.known(p)
	if w == nil {
		return "", fmt.Errorf("nothing is known of %s yet", uri)
	}
	f := now.Finding(id, name)
	if f == nil {
		return "", fmt.Errorf("%s is not found any more", id)
	}
	var out bytes.Buffer
	if err := report.ExplainFinding(&out, f, now.Of(f.Match.On)); err != nil {
		return "", err
	}
	return out.String(), nil
}

// present opens an explanation beside the code where the client can open a file,
// and else shows it as a message.
func (s *server) present(ctx context.Context, id, text string) {
	if s.client.Capabilities.Window.ShowDocument.Support {
		if file, err := s.written(id, text); err == nil {
			var shown struct {
				Success bool `json:"success"`
			}
			err := s.conn.Call(ctx, "window/showDocument", map[string]any{"uri": uriOf(file), "takeFocus": false}, &shown)
			if err == nil && shown.Success {
				return
			}
		}
	}
	s.show(severityInfo, text)
}

// written puts an explanation into a file of the session's own, which goes with
// it.
func (s *server) written(id, text string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.papers == "" {
		dir, err := os.MkdirTemp("", "threatvet")
		if err != nil {
			return "", err
		}
		s.papers = dir
	}
	file := filepath.Join(s.papers, filepath.Base(id)+".md")
	return file, os.WriteFile(file, []byte("```text\n"+strings.ReplaceAll(text, "```", "'''")+"```\n"), 0o600)
}

// definition leads from a line with a finding to the places that belong to it.
func (s *server) definition(_ context.Context, p documentParams) any {
	w, name, now := s.known(p)
	if w == nil {
		return nil
	}
	t := w.texts()
	var list []location
	seen := map[location]bool{}
	for _, f := range now.Findings {
		if f.Location.File != name || f.Location.Line != p.Position.Line+1 || f.Accepted() {
			continue
		}
		for _, r := range t.related(f) {
			if !seen[r.Location] {
				seen[r.Location] = true
				list = append(list, r.Location)
			}
		}
	}
	return list
}

var threatID = regexp.MustCompile(`\b[A-Z][A-Z0-9]*-[0-9]{3,}\b`)

// links make the ids of threats lead to what is written about them: in comments
// that accept one, and in context files.
func (s *server) links(_ context.Context, p documentParams) any {
	list := []documentLink{}
	w, name, now := s.known(p)
	if w == nil {
		return list
	}
	pages := map[string]string{}
	for _, th := range now.Threats() {
		pages[th.ID] = pageOf(th.ID, th.Title)
	}
	t := w.texts().of(name)
	for i, line := range t.lines {
		if kindOf(name) != said && !strings.Contains(line, "threatvet:accept") {
			continue
		}
		for _, at := range threatID.FindAllStringIndex(line, -1) {
			if page := pages[line[at[0]:at[1]]]; page != "" {
				list = append(list, documentLink{Range: span{t.position(i, at[0]), t.position(i, at[1])}, Target: page})
			}
		}
	}
	return list
}

// threatPage is where the threat of a finding is described.
func threatPage(f *finding.Finding) string { return pageOf(f.ThreatID, f.Title) }

var unlinked = regexp.MustCompile(`[^a-z0-9 _-]`)

// pageOf is the heading of a threat in the list of threats, as GitHub links it.
func pageOf(id, title string) string {
	heading := unlinked.ReplaceAllString(strings.ToLower(id+" "+title), "")
	return "https://github.com/threatvet/threatvet/blob/main/docs/threats.md#" + strings.ReplaceAll(heading, " ", "-")
}
