package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the README's sample output")

const (
	sampleStart = "<!-- sample -->\n```\n"
	sampleEnd   = "```\n<!-- /sample -->\n"
	sampleLines = 34
)

// The README shows what a reader will see: the beginning of the sample
// system's scan, to the letter.
func TestReadmeShowsRealOutput(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), sampleStart)
	shown, after, closed := strings.Cut(rest, sampleEnd)
	if !found || !closed {
		t.Fatal("the README has lost its sample")
	}
	var out, messages bytes.Buffer
	if code := cli.Main([]string{"scan", "../../testdata/systems/shop"}, &out, &messages); code != 1 {
		t.Fatalf("exit %d: %s", code, messages.String())
	}
	lines := strings.SplitAfter(out.String(), "\n")
	want := strings.Join(lines[:min(sampleLines, len(lines))], "")
	if shown == want {
		return
	}
	if !*update {
		t.Fatalf("the README's sample is not what the scan prints; go test ./cmd/threatvet -update rewrites it.\ngot:\n%s\nwant:\n%s", shown, want)
	}
	if err := os.WriteFile("../../README.md", []byte(before+sampleStart+want+sampleEnd+after), 0o644); err != nil {
		t.Fatal(err)
	}
}
