package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// browser drives a headless Chromium over a pipe, in its own protocol.
type browser struct {
	t       *testing.T
	out     io.Writer
	session string

	mutex   sync.Mutex
	next    int
	answers map[int]chan answer
	events  []event
	loaded  chan struct{}
}

type answer struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

// event is what the browser says without being asked.
type event struct {
	Method string
	Params json.RawMessage
}

// startBrowser skips the test where there is no Chromium.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			program = found
			break
		}
	}
	if program == "" {
		t.Skip("no Chromium here, so the page is not tried in a browser; install chromium")
	}
	inR, inW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	outR, outW, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--disable-extensions",
		"--remote-debugging-pipe", "--user-data-dir="+t.TempDir(), "--window-size=1280,900", "about:blank")
	cmd.ExtraFiles = []*os.File{inR, outW}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	inR.Close()
	outW.Close()
	b := &browser{t: t, out: inW, answers: map[int]chan answer{}, loaded: make(chan struct{}, 8)}
	go b.listen(outR)
	t.Cleanup(func() {
		_ = b.send("", "Browser.close", nil) // it may be gone already
		inW.Close()
		timer := time.AfterFunc(10*time.Second, func() { _ = cmd.Process.Kill() })
		_ = cmd.Wait() // how it ends tells nothing about the page
		timer.Stop()
	})
	b.attach()
	return b
}

func (b *browser) listen(r io.Reader) {
	lines := bufio.NewReader(r)
	for {
		text, err := lines.ReadBytes(0)
		if err != nil {
			return
		}
		var m struct {
			ID int
			answer
			event
		}
		if json.Unmarshal(text[:len(text)-1], &m) != nil {
			continue
		}
		b.mutex.Lock()
		if waiting := b.answers[m.ID]; m.ID > 0 && waiting != nil {
			waiting <- m.answer
		} else {
			b.events = append(b.events, m.event)
		}
		b.mutex.Unlock()
		if m.Method == "Page.loadEventFired" {
			b.loaded <- struct{}{}
		}
	}
}

func (b *browser) send(session, method string, params any) chan answer {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	b.next++
	waiting := make(chan answer, 1)
	b.answers[b.next] = waiting
	message := map[string]any{"id": b.next, "method": method}
	if params != nil {
		message["params"] = params
	}
	if session != "" {
		message["sessionId"] = session
	}
	text, err := json.Marshal(message)
	if err == nil {
		_, err = b.out.Write(append(text, 0))
	}
	if err != nil {
		waiting <- answer{Error: &struct{ Message string }{err.Error()}}
	}
	return waiting
}

// call asks the page's session and waits for the answer.
func (b *browser) call(method string, params, into any) {
	b.t.Helper()
	select {
	case got := <-b.send(b.session, method, params):
		if got.Error != nil {
			b.t.Fatalf("%s: %s", method, got.Error.Message)
		}
		if into != nil {
			if err := json.Unmarshal(got.Result, into); err != nil {
				b.t.Fatalf("%s: %v", method, err)
			}
		}
	case <-time.After(90 * time.Second):
		b.t.Fatalf("%s: no answer", method)
	}
}

func (b *browser) attach() {
	b.t.Helper()
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Log", "Network", "Accessibility"} {
		b.call(domain+".enable", nil, nil)
	}
}

// open loads a page from a file and returns its address.
func (b *browser) open(page string) string {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.call("Page.navigate", map[string]any{"url": "file://" + file}, nil)
	select {
	case <-b.loaded:
	case <-time.After(90 * time.Second):
		b.t.Fatal("the page does not load")
	}
	return "file://" + file
}

// eval runs an expression in the page and reads its value.
func (b *browser) eval(expression string, into any) {
	b.t.Helper()
	var got struct {
		Result struct {
			Value json.RawMessage
		}
		ExceptionDetails *struct {
			Exception struct{ Description string }
		}
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &got)
	if x := got.ExceptionDetails; x != nil {
		b.t.Fatalf("%s: %s", expression, x.Exception.Description)
	}
	if into != nil {
		if err := json.Unmarshal(got.Result.Value, into); err != nil {
			b.t.Fatalf("%s: %v", expression, err)
		}
	}
}

func (b *browser) text(expression string) string {
	b.t.Helper()
	var s string
	b.eval("String("+expression+")", &s)
	return s
}

// key presses and releases a key.
func (b *browser) key(name string, code int) {
	b.t.Helper()
	text := ""
	if name == "Enter" {
		text = "\r"
	}
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": name, "code": name, "windowsVirtualKeyCode": code, "text": text}, nil)
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": name, "code": name, "windowsVirtualKeyCode": code}, nil)
}

// said returns the events of a kind, as text.
func (b *browser) said(methods ...string) []string {
	b.mutex.Lock()
	defer b.mutex.Unlock()
	var all []string
	for _, e := range b.events {
		for _, m := range methods {
			if e.Method == m {
				all = append(all, fmt.Sprintf("%s %s", m, e.Params))
			}
		}
	}
	return all
}
