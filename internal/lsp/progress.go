package lsp

import (
	"context"
	"fmt"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// announce shows that a whole analysis is going on, where the client can show it,
// and returns what ends that.
func (w *workspace) announce() (end func()) {
	s := w.s
	if !s.client.Capabilities.Window.WorkDoneProgress {
		return func() {}
	}
	s.mu.Lock()
	s.tokens++
	token := fmt.Sprintf("threatvet-%d", s.tokens)
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(s.ctx, patience)
	defer cancel()
	if s.conn.Call(ctx, "window/workDoneProgress/create", tokenParams{token}, nil) != nil {
		return func() {}
	}
	w.mu.Lock()
	w.token = token
	w.mu.Unlock()
	w.progress(progressValue{Kind: "begin", Title: "threatvet", Message: "reading", Cancellable: true})
	return func() {
		w.progress(progressValue{Kind: "end"})
		w.mu.Lock()
		w.token = ""
		w.mu.Unlock()
	}
}

// report says which stage an analysis is at.
func (w *workspace) report(stage string) {
	w.progress(progressValue{Kind: "report", Message: stage})
}

func (w *workspace) progress(v progressValue) {
	w.mu.Lock()
	token := w.token
	w.mu.Unlock()
	if token != "" {
		_ = w.s.conn.Notify(w.s.ctx, "$/progress", progressParams{token, v}) // a client that has gone hears nothing
	}
}

// cancelled gives up the analysis whose progress the user has stopped. It is
// done again when a file is saved.
func (s *server) cancelled(r *jsonrpc2.Request) error {
	var p tokenParams
	if err := params(r, &p); err != nil {
		return err
	}
	s.mu.Lock()
	folders := s.folders
	s.mu.Unlock()
	for _, w := range folders {
		w.mu.Lock()
		if w.token != "" && w.token == p.Token && w.running != nil {
			w.dropped = true
			w.running()
		}
		w.mu.Unlock()
	}
	return nil
}

// patience is how long a client may take to answer a request of ours.
const patience = 10 * time.Second
