package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/threatvet/threatvet/internal/scan"
)

// Options say how a server works.
type Options struct {
	// Scan returns the options of scans of a directory.
	Scan func(dir string) (scan.Options, error)
	// Version is this program's.
	Version string
	// Debounce is how long after the last edit an analysis begins; 300 ms where
	// zero.
	Debounce time.Duration
}

// ErrNotShutDown says that a client ended a session without the request to do
// so.
var ErrNotShutDown = errors.New("the client ended the session without a shutdown request")

// Serve speaks to one client until it ends the session. Log is for what is wrong
// with the conversation itself.
func Serve(ctx context.Context, client io.ReadWriteCloser, log io.Writer, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.Debounce == 0 {
		o.Debounce = 300 * time.Millisecond
	}
	s := &server{options: o, ctx: ctx, log: log, encoding: utf16Positions, documents: map[string]*document{}, running: map[jsonrpc2.ID]context.CancelFunc{}, ended: make(chan struct{}), connected: make(chan struct{})}
	framed := codec{refused: func(err error) { s.note("a message was passed over: %v", err) }}
	s.conn = jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(client, framed), s, jsonrpc2.SetLogger(logger{s}))
	close(s.connected)
	select {
	case <-s.ended:
	case <-s.conn.DisconnectNotify():
	}
	cancel()
	s.stop()
	s.conn.Close() // it may be closed already
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.phase != shutDown {
		return ErrNotShutDown
	}
	return nil
}

// The phases of a session.
const (
	begun = iota
	initialized
	shutDown
)

type server struct {
	options Options
	ctx     context.Context
	conn    *jsonrpc2.Conn
	log     io.Writer
	ended   chan struct{}
	// connected is closed once conn is there, which reads before it is.
	connected chan struct{}

	mu        sync.Mutex
	phase     int
	encoding  string
	client    initializeParams
	documents map[string]*document // by path
	folders   []*workspace
	running   map[jsonrpc2.ID]context.CancelFunc
	tokens    int
	papers    string // where explanations are put, once there is one
	work      sync.WaitGroup
	stopping  bool // no work begins any more
	once      sync.Once
}

// begin does something beside the conversation, unless the session ends. The
// caller holds the lock.
func (s *server) begin(do func()) {
	if !s.stopping {
		s.work.Go(do)
	}
}

// document is a file that is open in the editor.
type document struct {
	uri     string
	version int
	text    string
}

// Handle takes one message. Notifications are done in their order; requests are
// answered beside them.
func (s *server) Handle(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) {
	<-s.connected
	if r.Notif {
		defer s.recovered(r.Method, nil)
		s.notified(r)
		return
	}
	if answer, failed := s.early(r); failed != nil || answer != nil {
		s.reply(r.ID, answer, failed)
		return
	}
	ctx, cancel := context.WithCancel(s.ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.running[r.ID] = cancel
	s.begin(func() {
		defer cancel()
		defer s.recovered(r.Method, &r.ID)
		answer, failed := s.asked(ctx, r)
		s.mu.Lock()
		delete(s.running, r.ID)
		s.mu.Unlock()
		if ctx.Err() != nil {
			answer, failed = nil, &jsonrpc2.Error{Code: codeCancelled, Message: "cancelled"}
		}
		s.reply(r.ID, answer, failed)
	})
}

// Error codes of the protocol.
const (
	codeNotInitialized = -32002
	codeCancelled      = -32800
)

// early answers what must be in order, or is not allowed in this phase.
func (s *server) early(r *jsonrpc2.Request) (any, *jsonrpc2.Error) {
	s.mu.Lock()
	phase := s.phase
	s.mu.Unlock()
	switch {
	case r.Method == "initialize" && phase == begun:
		answer, err := s.initialize(r)
		if err != nil {
			return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
		}
		return answer, nil
	case phase == begun:
		return nil, &jsonrpc2.Error{Code: codeNotInitialized, Message: "the first request is initialize"}
	case phase == shutDown || r.Method == "initialize":
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: r.Method + " is not allowed any more"}
	case r.Method == "shutdown":
		s.mu.Lock()
		s.phase = shutDown
		s.mu.Unlock()
		return json.RawMessage("null"), nil
	}
	return nil, nil
}

func (s *server) reply(id jsonrpc2.ID, answer any, failed *jsonrpc2.Error) {
	if failed != nil {
		_ = s.conn.ReplyWithError(s.ctx, id, failed) // a client that has gone hears nothing
		return
	}
	_ = s.conn.Reply(s.ctx, id, answer)
}

// recovered makes a message of a panic, which is a bug of ours, and lets the
// session go on.
func (s *server) recovered(what string, id *jsonrpc2.ID) {
	r := recover()
	if r == nil {
		return
	}
	s.note("%s: %v", what, r)
	s.show(severityError, fmt.Sprintf("threatvet: %s failed by a bug of its own (%v); the rest works on", what, r))
	if id != nil {
		s.reply(*id, nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: fmt.Sprint(r)})
	}
}

func (s *server) initialize(r *jsonrpc2.Request) (any, error) {
	var p initializeParams
	if err := params(r, &p); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.client, s.phase = p, initialized
	if slices.Contains(p.Capabilities.General.PositionEncodings, utf8Positions) {
		s.encoding = utf8Positions
	}
	folders := p.Folders
	switch {
	case len(folders) > 0:
	case p.RootURI != "":
		folders = []folder{{URI: p.RootURI}}
	case p.RootPath != "":
		folders = []folder{{URI: uriOf(p.RootPath)}}
	}
	for _, f := range folders {
		s.addFolder(pathOf(f.URI))
	}
	return initializeResult{capabilities(s.encoding), map[string]string{"name": "threatvet", "version": s.options.Version}}, nil
}

// The command of this server.
const explainCommand = "threatvet.explain"

func capabilities(encoding string) map[string]any {
	return map[string]any{
		"positionEncoding":       encoding,
		"textDocumentSync":       map[string]any{"openClose": true, "change": 2, "save": map[string]any{"includeText": false}},
		"hoverProvider":          true,
		"definitionProvider":     true,
		"codeActionProvider":     map[string]any{"codeActionKinds": []string{"quickfix", "source"}},
		"documentLinkProvider":   map[string]any{"resolveProvider": false},
		"executeCommandProvider": map[string]any{"commands": []string{explainCommand}, "workDoneProgress": false},
		"workspace":              map[string]any{"workspaceFolders": map[string]any{"supported": true, "changeNotifications": true}},
	}
}

// notified does what a notification asks for. One that is not known is ignored,
// as the protocol says.
func (s *server) notified(r *jsonrpc2.Request) {
	if r.Method == "exit" {
		s.once.Do(func() { close(s.ended) })
		return
	}
	s.mu.Lock()
	phase := s.phase
	s.mu.Unlock()
	if phase != initialized {
		return
	}
	do := map[string]func(*jsonrpc2.Request) error{
		"initialized":                         s.ready,
		"textDocument/didOpen":                s.opened,
		"textDocument/didChange":              s.changed,
		"textDocument/didSave":                s.saved,
		"textDocument/didClose":               s.closed,
		"workspace/didChangeWatchedFiles":     s.watched,
		"workspace/didChangeWorkspaceFolders": s.foldersChanged,
		"window/workDoneProgress/cancel":      s.cancelled,
		"$/cancelRequest":                     s.cancelRequest,
	}[r.Method]
	if do == nil {
		return
	}
	if err := do(r); err != nil {
		s.note("%s: %v", r.Method, err)
	}
}

// asked answers a request.
func (s *server) asked(ctx context.Context, r *jsonrpc2.Request) (any, *jsonrpc2.Error) {
	answer := map[string]func(context.Context, documentParams) any{
		"textDocument/hover":        s.hover,
		"textDocument/definition":   s.definition,
		"textDocument/codeAction":   s.actions,
		"textDocument/documentLink": s.links,
	}[r.Method]
	if answer != nil {
		var p documentParams
		if err := params(r, &p); err != nil {
			return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
		}
		return answer(ctx, p), nil
	}
	if r.Method == "workspace/executeCommand" {
		return s.execute(ctx, r)
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "threatvet does not know " + r.Method}
}

func params(r *jsonrpc2.Request, into any) error {
	if r.Params == nil {
		return nil
	}
	return json.Unmarshal(*r.Params, into)
}

func (s *server) cancelRequest(r *jsonrpc2.Request) error {
	var p cancelParams
	if err := params(r, &p); err != nil {
		return err
	}
	var id jsonrpc2.ID
	if err := json.Unmarshal(p.ID, &id); err != nil {
		return err
	}
	s.mu.Lock()
	cancel := s.running[id]
	s.mu.Unlock()
	if cancel != nil {
		cancel()
	}
	return nil
}

// ready begins the work: the client listens now.
func (s *server) ready(*jsonrpc2.Request) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client.Capabilities.Workspace.DidChangeWatchedFiles.DynamicRegistration {
		s.begin(s.watch)
	}
	for _, w := range s.folders {
		w.start()
	}
	return nil
}

// watch asks to be told of files that something else than the editor changes.
func (s *server) watch() {
	watchers := []map[string]any{{"globPattern": "**/*.{tf,tofu,tfvars,go,rego,hcl}"}, {"globPattern": "**/{go.mod,go.sum,CODEOWNERS,threat-context.yaml,threat-context.yml,.threatvet.yaml,*.tf.json}"}}
	_ = s.conn.Call(s.ctx, "client/registerCapability", map[string]any{"registrations": []map[string]any{{
		"id": "files", "method": "workspace/didChangeWatchedFiles", "registerOptions": map[string]any{"watchers": watchers},
	}}}, nil) // without it, saving still tells
}

// stop gives up what is going on and waits for it, but not for ever: a child
// process is told to end by the context.
func (s *server) stop() {
	s.mu.Lock()
	s.stopping = true
	s.mu.Unlock()
	done := make(chan struct{})
	go func() { s.work.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.papers != "" {
		os.RemoveAll(s.papers) // what stays is a text in a temporary directory
	}
}

// addFolder takes a directory into the session, unless it lies in one that is
// there. The caller holds the lock.
func (s *server) addFolder(dir string) *workspace {
	if dir == "" {
		return nil
	}
	for _, w := range s.folders {
		if _, ok := within(w.dir, dir); ok {
			return w
		}
	}
	w := newWorkspace(s, dir)
	s.folders = append(s.folders, w)
	return w
}

// within returns the name of a file in a directory.
func within(dir, file string) (string, bool) {
	rel, err := filepath.Rel(dir, file)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// of returns the folder that a file lies in, with its name there. A file outside
// of all folders brings its repository, or its own directory, into the session.
func (s *server) of(file string) (*workspace, string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.folders {
		if name, ok := within(w.dir, file); ok {
			return w, name
		}
	}
	if len(s.folders) > 0 && len(s.client.Folders) > 0 {
		return nil, ""
	}
	w := s.addFolder(around(filepath.Dir(file)))
	if w == nil {
		return nil, ""
	}
	w.start()
	name, _ := within(w.dir, file)
	return w, name
}

// around is the nearest directory above with a .git, or the directory itself.
func around(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// overlay are the texts of all open documents.
func (s *server) overlay() map[string][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	texts := make(map[string][]byte, len(s.documents))
	for name, d := range s.documents {
		texts[name] = []byte(d.text)
	}
	return texts
}

func (s *server) document(file string) *document {
	s.mu.Lock()
	defer s.mu.Unlock()
	if d := s.documents[file]; d != nil {
		c := *d
		return &c
	}
	return nil
}

// show puts a message before the user.
func (s *server) show(kind int, message string) {
	_ = s.conn.Notify(s.ctx, "window/showMessage", messageParams{kind, message})
}

// note writes where the editor keeps what servers say.
func (s *server) note(format string, args ...any) {
	fmt.Fprintf(s.log, "threatvet: "+format+"\n", args...)
}

// logger takes what the library has to say.
type logger struct{ s *server }

func (l logger) Printf(format string, args ...any) {
	l.s.note("%s", strings.TrimSpace(fmt.Sprintf(format, args...)))
}
