package lsp

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// The largest message that is read, and the largest header before it. What is
// larger is no editor's.
const (
	maxMessage = 64 << 20
	maxHeader  = 4 << 10
)

// codec frames messages as the protocol says. Unlike the library's own it bounds
// what it reads, and passes over a message that is no JSON-RPC, so that one
// mistake of a client does not end the session.
type codec struct {
	// refused is told of messages that were passed over.
	refused func(error)
}

// WriteObject writes one message.
func (codec) WriteObject(w io.Writer, obj any) error {
	text, err := json.Marshal(obj)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(w, "Content-Length: %d\r\n\r\n", len(text)); err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// ReadObject reads the next message that is one.
func (c codec) ReadObject(r *bufio.Reader, v any) error {
	for {
		length, err := readHeader(r)
		if err != nil {
			return err
		}
		text := make([]byte, 0, min(length, 1<<20))
		if text, err = appendAll(text, io.LimitReader(r, int64(length))); err != nil {
			return err
		}
		if len(text) < length {
			return io.ErrUnexpectedEOF
		}
		if err := json.Unmarshal(text, v); err != nil {
			c.refused(err)
			continue
		}
		return nil
	}
}

// appendAll reads without trusting the length that a header promised.
func appendAll(text []byte, r io.Reader) ([]byte, error) {
	var part [32 << 10]byte
	for {
		n, err := r.Read(part[:])
		text = append(text, part[:n]...)
		if errors.Is(err, io.EOF) {
			return text, nil
		}
		if err != nil {
			return text, err
		}
	}
}

// readHeader reads the lines before a message and returns its length.
func readHeader(r *bufio.Reader) (int, error) {
	length, read := -1, 0
	for {
		line, err := readLine(r, maxHeader-read)
		if err != nil {
			return 0, err
		}
		read += len(line)
		line = strings.TrimRight(line, "\r\n")
		if line == "" {
			if length < 0 {
				return 0, errors.New("a message without Content-Length")
			}
			return length, nil
		}
		name, value, _ := strings.Cut(line, ":")
		if !strings.EqualFold(strings.TrimSpace(name), "Content-Length") {
			continue
		}
		if length, err = strconv.Atoi(strings.TrimSpace(value)); err != nil || length < 0 || length > maxMessage {
			return 0, fmt.Errorf("a message of length %q; at most %d is read", plainHeader(value), maxMessage)
		}
	}
}

func plainHeader(s string) string { return strings.TrimSpace(s[:min(len(s), 40)]) }

func readLine(r *bufio.Reader, most int) (string, error) {
	var line []byte
	for {
		b, err := r.ReadByte()
		if err != nil {
			return "", err
		}
		if line = append(line, b); b == '\n' {
			return string(line), nil
		}
		if len(line) >= most {
			return "", errors.New("a header that does not end")
		}
	}
}
