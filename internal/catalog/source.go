package catalog

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// source is the text of one top-level block of a data file. Blocks are decoded
// one by one when they are needed: a run needs a few of some hundred.
type source struct {
	catalog *Catalog
	file    string
	text    []byte
	start   hcl.Pos
	// word is resource, data, locals or provider; name is its label.
	word, name string
	also       []string

	once    sync.Once
	entry   *entry
	problem hcl.Diagnostics
}

var (
	header    = regexp.MustCompile(`^(\w+)(?:\s+"([^"]*)")?`)
	alsoLine  = regexp.MustCompile(`^  also\s*=\s*\[(.*)\]`)
	alsoStart = []byte("\n  also")
	quoted    = regexp.MustCompile(`"([^"]+)"`)
	endOfBody = []byte("\n}")
)

// split cuts a file into its top-level blocks. A block ends at a closing brace
// that starts a line, as HCL's usual format has it, or at the end of its own
// first line.
func split(file string, text []byte) []*source {
	var list []*source
	pos := hcl.InitialPos
	for len(text) > 0 {
		line, _, _ := bytes.Cut(text, []byte("\n"))
		length := min(len(line)+1, len(text))
		if trimmed := bytes.TrimSpace(line); len(trimmed) > 0 && !bytes.HasPrefix(trimmed, []byte("#")) {
			length = blockLength(text, line)
			list = append(list, newSource(file, text[:length], pos))
		}
		pos.Line += bytes.Count(text[:length], []byte("\n"))
		pos.Byte += length
		text = text[length:]
	}
	return list
}

func blockLength(text, line []byte) int {
	if bytes.HasSuffix(bytes.TrimSpace(line), []byte("}")) {
		return min(len(line)+1, len(text))
	}
	end := bytes.Index(text, endOfBody)
	if end < 0 {
		return len(text)
	}
	end += len(endOfBody)
	if rest := bytes.IndexByte(text[end:], '\n'); rest >= 0 {
		return end + rest + 1
	}
	return len(text)
}

func newSource(file string, text []byte, at hcl.Pos) *source {
	s := &source{file: file, text: text, start: at}
	if m := header.FindSubmatch(text); m != nil {
		s.word, s.name = string(m[1]), string(m[2])
	}
	names := bytes.Index(text, alsoStart)
	if names < 0 {
		return s
	}
	if m := alsoLine.FindSubmatch(text[names+1:]); m != nil {
		for _, q := range quoted.FindAllSubmatch(m[1], -1) {
			s.also = append(s.also, string(q[1]))
		}
	}
	return s
}

func (s *source) isEntry() bool {
	return s.word == "resource" || s.word == "data" || s.word == "module"
}

// register makes the entry known under all its names.
func (s *source) register() {
	if s.word == "module" {
		for _, name := range append([]string{s.name}, s.also...) {
			s.catalog.modules[name] = s
		}
		return
	}
	table := s.catalog.resources
	if s.word == "data" {
		table = s.catalog.data
	}
	table[s.name] = s
	if strings.Contains(s.name, "*") {
		s.catalog.families.add(s)
	}
	for _, other := range s.also {
		s.catalog.canonical[other] = s.name
	}
}

func (s *source) parse() (*file, hcl.Diagnostics) {
	var f file
	parsed, diags := hclsyntax.ParseConfig(s.text, s.file, s.start)
	if diags.HasErrors() {
		return &f, diags
	}
	return &f, gohcl.DecodeBody(parsed.Body, nil, &f)
}

// decode reads and checks the entry, once.
func (s *source) decode() (*entry, hcl.Diagnostics) {
	s.once.Do(func() { s.entry, s.problem = s.read() })
	return s.entry, s.problem
}

func (s *source) read() (*entry, hcl.Diagnostics) {
	f, diags := s.parse()
	if diags.HasErrors() {
		return nil, diags
	}
	list := slices.Concat(f.Resources, f.Data, f.Modules)
	if len(list) != 1 {
		return nil, diags.Append(&hcl.Diagnostic{
			Severity: hcl.DiagError, Summary: "Blocks run into each other",
			Detail:  "The closing brace of an entry must start a line.",
			Subject: &hcl.Range{Filename: s.file, Start: s.start, End: s.start},
		})
	}
	e := list[0]
	e.isData = s.word == "data"
	e.provider = s.catalog.providerOf(e.Type)
	if s.word == "module" {
		e.provider = s.catalog.providerOf(providerOfModule(e.Type))
	}
	diags = append(diags, s.catalog.check(e)...)
	e.prepare()
	return e, diags
}
