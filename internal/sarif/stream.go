package sarif

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
)

// stream writes JSON piece by piece, so that a large file is never held in
// memory, and counts what it would be when compressed, which is what hosts
// limit. The first error sticks.
type stream struct {
	w      *bufio.Writer
	zip    *gzip.Writer
	zipped counter
	err    error
}

func newStream(w io.Writer) (*stream, error) {
	s := &stream{w: bufio.NewWriterSize(w, 1<<16)}
	zip, err := gzip.NewWriterLevel(&s.zipped, gzip.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("sarif: %w", err)
	}
	s.zip = zip
	return s, nil
}

func (s *stream) write(b []byte) {
	if s.err != nil {
		return
	}
	if _, s.err = s.w.Write(b); s.err == nil {
		_, s.err = s.zip.Write(b)
	}
}

func (s *stream) text(t string) { s.write([]byte(t)) }

// value writes v as JSON after the given text.
func (s *stream) value(before string, v any) {
	s.text(before)
	s.write(s.encode(v))
}

func (s *stream) encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && s.err == nil {
		s.err = err
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// full reports whether as much was written as hosts accept.
func (s *stream) full() bool { return int(s.zipped) >= maxZippedBytes }

func (s *stream) flush() error {
	if s.err == nil {
		s.err = s.w.Flush()
	}
	if s.err != nil {
		return fmt.Errorf("write SARIF: %w", s.err)
	}
	return nil
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
