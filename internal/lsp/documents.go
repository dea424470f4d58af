package lsp

import (
	"path"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/threatvet/threatvet/internal/businesscontext"
)

// The kinds of files, by what an edit of one costs.
const (
	other = iota
	infra
	code
	said
)

func kindOf(file string) int {
	base := path.Base(strings.ReplaceAll(file, "\\", "/"))
	switch {
	case slices.Contains(businesscontext.Names(), base):
		return said
	case strings.HasSuffix(base, ".go"), base == "go.mod", base == "go.sum", base == "go.work":
		return code
	}
	for _, end := range []string{".tf", ".tofu", ".tf.json", ".tofu.json", ".tfvars", ".tfvars.json"} {
		if strings.HasSuffix(base, end) {
			return infra
		}
	}
	return other
}

func (s *server) opened(r *jsonrpc2.Request) error {
	var p documentParams
	if err := params(r, &p); err != nil {
		return err
	}
	d := p.TextDocument
	file := pathOf(d.URI)
	if file == "" {
		return nil
	}
	s.mu.Lock()
	s.documents[file] = &document{uri: d.URI, version: d.Version, text: d.Text}
	s.mu.Unlock()
	if w, name := s.of(file); w != nil {
		w.opened(name)
	}
	return nil
}

func (s *server) changed(r *jsonrpc2.Request) error {
	var p documentParams
	if err := params(r, &p); err != nil {
		return err
	}
	file := pathOf(p.TextDocument.URI)
	s.mu.Lock()
	d := s.documents[file]
	if d != nil {
		d.text = applied(d.text, p.ContentChanges, s.encoding)
		d.version = p.TextDocument.Version
	}
	s.mu.Unlock()
	if d == nil {
		return nil // it was never opened
	}
	if w, name := s.of(file); w != nil {
		w.edited(name)
	}
	return nil
}

func (s *server) saved(r *jsonrpc2.Request) error {
	var p documentParams
	if err := params(r, &p); err != nil {
		return err
	}
	file := pathOf(p.TextDocument.URI)
	if file == "" {
		return nil
	}
	if w, name := s.of(file); w != nil {
		w.saved(name)
	}
	return nil
}

// closed forgets a document. What was not saved of it is gone, so that its roots
// are told of it as of an edit.
func (s *server) closed(r *jsonrpc2.Request) error {
	var p documentParams
	if err := params(r, &p); err != nil {
		return err
	}
	file := pathOf(p.TextDocument.URI)
	s.mu.Lock()
	_, open := s.documents[file]
	delete(s.documents, file)
	s.mu.Unlock()
	if !open {
		return nil
	}
	if w, name := s.of(file); w != nil {
		w.edited(name)
	}
	return nil
}

func (s *server) watched(r *jsonrpc2.Request) error {
	var p watchedParams
	if err := params(r, &p); err != nil {
		return err
	}
	for _, c := range p.Changes {
		file := pathOf(c.URI)
		if file == "" || s.document(file) != nil {
			continue // saving tells of what is open
		}
		if w, name := s.of(file); w != nil {
			w.saved(name)
		}
	}
	return nil
}

func (s *server) foldersChanged(r *jsonrpc2.Request) error {
	var p foldersParams
	if err := params(r, &p); err != nil {
		return err
	}
	for _, w := range s.removed(p.Event.Removed) {
		w.close()
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range p.Event.Added {
		if w := s.addFolder(pathOf(f.URI)); w != nil {
			w.start()
		}
	}
	return nil
}

// removed takes folders out of the session and returns what was known of them.
func (s *server) removed(folders []folder) []*workspace {
	s.mu.Lock()
	defer s.mu.Unlock()
	var gone []*workspace
	for _, f := range folders {
		dir := pathOf(f.URI)
		s.folders = slices.DeleteFunc(slices.Clone(s.folders), func(w *workspace) bool {
			if w.dir == dir {
				gone = append(gone, w)
			}
			return w.dir == dir
		})
	}
	return gone
}
