package lsp

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/scan"
)

// stream is a client that says what it says and then goes.
type stream struct {
	io.Reader
	io.Writer
}

func (stream) Close() error { return nil }

// Whatever a client sends, the session ends when it ends, and what is written is
// framed as the protocol says.
func FuzzServe(f *testing.F) {
	frame := func(bodies ...string) []byte {
		var b bytes.Buffer
		for _, body := range bodies {
			b.WriteString("Content-Length: ")
			b.WriteString(strconv.Itoa(len(body)))
			b.WriteString("\r\n\r\n")
			b.WriteString(body)
		}
		return b.Bytes()
	}
	start := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}`
	f.Add(frame(start, `{"jsonrpc":"2.0","method":"initialized","params":{}}`,
		`{"jsonrpc":"2.0","id":"x","method":"workspace/executeCommand","params":{"command":"threatvet.explain","arguments":["A","B"]}}`,
		`{"jsonrpc":"2.0","id":2,"method":"shutdown"}`, `{"jsonrpc":"2.0","method":"exit"}`))
	f.Add(frame(start, `{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":{}}}`, `{"jsonrpc":"2.0","id":1,"result":null}`))
	f.Add([]byte("Content-Length: 99999999999999999999\r\n\r\n{}"))
	f.Add([]byte("Content-Length: -1\r\nContent-Type: x\r\n\r\n"))
	f.Add([]byte("content-length:2\n\n{}Content-Length: 3\r\n\r\n[1]"))
	f.Add(frame(`{"jsonrpc":"2.0","method":"exit"}`, `{"jsonrpc":"2.0","method":"exit"}`))
	f.Fuzz(func(t *testing.T, sent []byte) {
		if bytes.Contains(sent, []byte("file:")) {
			t.Skip("files of this machine are not part of the test")
		}
		var out bytes.Buffer
		err := Serve(context.Background(), stream{bytes.NewReader(sent), &out}, io.Discard, Options{
			Scan: func(string) (scan.Options, error) { return scan.Options{}, errors.New("no files here") },
		})
		if err != nil && !errors.Is(err, ErrNotShutDown) {
			t.Error(err)
		}
		if out.Len() > 0 && !strings.HasPrefix(out.String(), "Content-Length: ") {
			t.Errorf("written: %q", out.String())
		}
	})
}

// Changes to a text keep it whole, whatever ranges a client thinks of, and a
// change by a position that the server gave lands where it stands.
func FuzzChanges(f *testing.F) {
	f.Add("one\r\ntwo 😀 ü\nthree", 1, 5, 1, 7, "x", true)
	f.Add("", -1, -1, 1<<30, 1<<30, "\r", false)
	f.Fuzz(func(t *testing.T, content string, line, character, toLine, toCharacter int, with string, narrow bool) {
		encoding := utf16Positions
		if narrow {
			encoding = utf8Positions
		}
		got := applied(content, []contentChange{{Range: &span{position{line, character}, position{toLine, toCharacter}}, Text: with}}, encoding)
		if !strings.Contains(got, with) {
			t.Errorf("%q lost %q", got, with)
		}
		if utf8.ValidString(content) && utf8.ValidString(with) && encoding == utf16Positions && !utf8.ValidString(got) {
			t.Errorf("%q is cut within a character", got)
		}
		of := newText(content, encoding)
		for i, l := range of.lines {
			p := of.position(i, len(l))
			at := offset(content, p, encoding)
			if utf8.ValidString(content) && !strings.HasSuffix(content[:at], l) {
				t.Errorf("line %d ends at %d of %q, which is not behind %q", i, at, content, l)
			}
		}
	})
}
