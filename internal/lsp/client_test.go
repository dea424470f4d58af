package lsp

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
	"golang.org/x/tools/txtar"

	"github.com/threatvet/threatvet/internal/gosystem"
	"github.com/threatvet/threatvet/internal/scan"
)

// The Go half of a scan calls this program again as a vet tool.
func TestMain(m *testing.M) {
	if gosystem.IsVet(os.Args[1:]) {
		gosystem.VetMain(os.Args[1:])
		return
	}
	os.Exit(m.Run())
}

// client is an editor for tests: it remembers what it is told.
type client struct {
	t      *testing.T
	dir    string
	conn   *jsonrpc2.Conn
	served chan error
	mu     sync.Mutex
	heard  *sync.Cond
	shown  map[string]publishParams // by name in dir
	rounds map[string]int
	said   []string
	stages []progressValue
	opened []string
	// stopsAt ends the progress of an analysis at the stage of this name.
	stopsAt string
}

func filesIn(t *testing.T, archive string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func connect(t *testing.T, dir string) *client {
	t.Helper()
	ours, theirs := net.Pipe()
	c := &client{t: t, dir: dir, served: make(chan error, 1), shown: map[string]publishParams{}, rounds: map[string]int{}}
	c.heard = sync.NewCond(&c.mu)
	options := Options{Debounce: 10 * time.Millisecond, Scan: func(string) (scan.Options, error) {
		return scan.Options{Today: time.Date(2026, 11, 28, 0, 0, 0, 0, time.UTC)}, nil
	}}
	go func() { c.served <- Serve(context.Background(), theirs, testLog{t}, options) }()
	c.conn = jsonrpc2.NewConn(context.Background(), jsonrpc2.NewBufferedStream(ours, jsonrpc2.VSCodeObjectCodec{}), c)
	t.Cleanup(func() { c.conn.Close() })
	return c
}

type testLog struct{ t *testing.T }

func (l testLog) Write(text []byte) (int, error) {
	l.t.Log(strings.TrimSpace(string(text)))
	return len(text), nil
}

// Handle hears the server.
func (c *client) Handle(ctx context.Context, conn *jsonrpc2.Conn, r *jsonrpc2.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	defer c.heard.Broadcast()
	switch r.Method {
	case "textDocument/publishDiagnostics":
		var p publishParams
		c.decode(r, &p)
		name, _ := within(c.dir, pathOf(p.URI))
		c.shown[name] = p
		c.rounds[name]++
	case "window/showMessage":
		var p messageParams
		c.decode(r, &p)
		c.said = append(c.said, p.Message)
	case "$/progress":
		var p progressParams
		c.decode(r, &p)
		c.stages = append(c.stages, p.Value)
		if c.stopsAt != "" && p.Value.Message == c.stopsAt {
			go conn.Notify(ctx, "window/workDoneProgress/cancel", map[string]any{"token": p.Token})
		}
	case "window/showDocument":
		var p struct {
			URI string `json:"uri"`
		}
		c.decode(r, &p)
		text, err := os.ReadFile(pathOf(p.URI))
		if err != nil {
			c.t.Error(err)
		}
		c.opened = append(c.opened, string(text))
		go conn.Reply(ctx, r.ID, map[string]bool{"success": true})
		return
	}
	if !r.Notif {
		go conn.Reply(ctx, r.ID, nil)
	}
}

func (c *client) decode(r *jsonrpc2.Request, into any) {
	if err := json.Unmarshal(*r.Params, into); err != nil {
		c.t.Error(err)
	}
}

// begin opens the session on the directory.
func (c *client) begin(capabilities string) initializeResult {
	c.t.Helper()
	var answer initializeResult
	c.ask("initialize", map[string]any{
		"rootUri": uriOf(c.dir), "workspaceFolders": []folder{{URI: uriOf(c.dir)}}, "capabilities": json.RawMessage(capabilities),
	}, &answer)
	c.tell("initialized", map[string]any{})
	return answer
}

func (c *client) ask(method string, params, into any) {
	c.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	if err := c.conn.Call(ctx, method, params, into); err != nil {
		c.t.Fatalf("%s: %v", method, err)
	}
}

func (c *client) tell(method string, params any) {
	c.t.Helper()
	if err := c.conn.Notify(context.Background(), method, params); err != nil {
		c.t.Fatal(err)
	}
}

// end closes the session as the protocol wants it.
func (c *client) end() {
	c.t.Helper()
	c.ask("shutdown", nil, nil)
	c.tell("exit", nil)
	if err := <-c.served; err != nil {
		c.t.Errorf("the session ended with %v", err)
	}
}

func (c *client) uri(name string) string { return uriOf(filepath.Join(c.dir, name)) }

func (c *client) open(name string) string {
	c.t.Helper()
	text, err := os.ReadFile(filepath.Join(c.dir, name))
	if err != nil {
		c.t.Fatal(err)
	}
	c.tell("textDocument/didOpen", map[string]any{"textDocument": textDocument{URI: c.uri(name), Version: 1, Text: string(text)}})
	return string(text)
}

// edit replaces the first occurrence of old in a document by an incremental
// change, and returns the text then.
func (c *client) edit(name, text, old, new string, version int) string {
	c.t.Helper()
	before, after, found := strings.Cut(text, old)
	if !found {
		c.t.Fatalf("no %q in %s", old, name)
	}
	t := newText(text, utf16Positions)
	start := t.end(before)
	c.tell("textDocument/didChange", map[string]any{
		"textDocument":   textDocument{URI: c.uri(name), Version: version},
		"contentChanges": []contentChange{{Range: &span{start, t.end(before + old)}, Text: new}},
	})
	return before + new + after
}

// end is where a text ends.
func (t text) end(content string) position {
	lines := splitLines(content)
	return position{len(lines) - 1, units(lines[len(lines)-1])}
}

// wait waits until what is shown of a file is as wanted.
func (c *client) wait(name, what string, wanted func([]diagnostic) bool) []diagnostic {
	c.t.Helper()
	timeout := time.AfterFunc(60*time.Second, func() { c.heard.Broadcast() })
	defer timeout.Stop()
	begin := time.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	for {
		if p, ok := c.shown[name]; ok && wanted(p.Diagnostics) {
			return p.Diagnostics
		}
		if time.Since(begin) > 59*time.Second {
			c.t.Fatalf("%s: %s is not shown; it is %+v, and the server said %q", name, what, c.shown[name], c.said)
		}
		c.heard.Wait()
	}
}

func has(code string) func([]diagnostic) bool {
	return func(list []diagnostic) bool { return find(list, code) != nil }
}

func lacks(code string) func([]diagnostic) bool {
	return func(list []diagnostic) bool { return find(list, code) == nil }
}

func find(list []diagnostic, code string) *diagnostic {
	for i := range list {
		if list[i].Code == code {
			return &list[i]
		}
	}
	return nil
}

// A client that sends what is no message of the protocol is answered as far as
// that is possible, and the session goes on.
func TestHostileMessages(t *testing.T) {
	ours, theirs := net.Pipe()
	served := make(chan error, 1)
	go func() {
		served <- Serve(context.Background(), theirs, testLog{t}, Options{Scan: func(string) (scan.Options, error) { return scan.Options{}, nil }})
	}()
	r := bufio.NewReader(ours)
	send := func(body string) {
		if err := (codec{}).WriteObject(ours, json.RawMessage(body)); err != nil {
			t.Fatal(err)
		}
	}
	answer := func() (got struct {
		ID     any
		Error  *jsonrpc2.Error
		Result any
	}) {
		if err := (codec{refused: func(err error) { t.Error(err) }}).ReadObject(r, &got); err != nil {
			t.Fatal(err)
		}
		return got
	}
	send(`{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}}`)
	if got := answer(); got.Error == nil || got.Error.Code != codeNotInitialized {
		t.Errorf("before initialize: %+v", got)
	}
	send(`{"jsonrpc":"2.0"}`)
	send(`[1,2]`)
	send(`"text"`)
	send(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":17}`)
	send(`{"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":{}}}`)
	if got := answer(); got.Error != nil {
		t.Errorf("initialize: %+v", got.Error)
	}
	send(`{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///never/opened.tf"},"contentChanges":[{"range":{"start":{"line":-5,"character":-1},"end":{"line":99999999,"character":7}},"text":"x"}]}}`)
	send(`{"jsonrpc":"2.0","id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"::%zz"}}}`)
	if got := answer(); got.Error != nil || got.Result != nil {
		t.Errorf("a hover nowhere: %+v", got)
	}
	send(`{"jsonrpc":"2.0","id":4,"method":"no/such","params":{}}`)
	if got := answer(); got.Error == nil || got.Error.Code != jsonrpc2.CodeMethodNotFound {
		t.Errorf("an unknown request: %+v", got)
	}
	send(`{"jsonrpc":"2.0","id":5,"method":"shutdown"}`)
	if got := answer(); got.Error != nil {
		t.Errorf("shutdown: %+v", got.Error)
	}
	send(`{"jsonrpc":"2.0","id":6,"method":"textDocument/hover","params":{}}`)
	if got := answer(); got.Error == nil || got.Error.Code != jsonrpc2.CodeInvalidRequest {
		t.Errorf("after shutdown: %+v", got)
	}
	send(`{"jsonrpc":"2.0","method":"exit"}`)
	if err := <-served; err != nil {
		t.Errorf("the session ended with %v", err)
	}
}

func TestTheEndWithoutShutdown(t *testing.T) {
	c := connect(t, t.TempDir())
	c.begin(`{}`)
	c.tell("exit", nil)
	if err := <-c.served; !errors.Is(err, ErrNotShutDown) {
		t.Errorf("the session ended with %v", err)
	}
}

func TestAClientThatGoesAway(t *testing.T) {
	c := connect(t, filesIn(t, estate))
	c.begin(`{}`)
	c.conn.Close()
	select {
	case err := <-c.served:
		if !errors.Is(err, ErrNotShutDown) {
			t.Errorf("the session ended with %v", err)
		}
	case <-time.After(30 * time.Second):
		t.Error("the server goes on without its client")
	}
}
