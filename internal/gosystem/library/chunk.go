package library

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/gohcl"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// chunk is the text of one package block, and where it stands.
type chunk struct {
	path  string
	file  string
	text  []byte
	start hcl.Pos
	scope func() *hcl.EvalContext // the locals of its file
}

// Load reads every .hcl file of the file systems into one library. Problems in
// a file are diagnostics, and what of it could be understood is used.
func Load(systems ...fs.FS) (*Library, hcl.Diagnostics) {
	l := &Library{chunks: map[string][]chunk{}}
	var diags hcl.Diagnostics
	for _, system := range systems {
		names, _ := fs.Glob(system, "*.hcl") // the pattern is well-formed
		slices.Sort(names)
		for _, name := range names {
			text, err := fs.ReadFile(system, name)
			if err != nil {
				diags = append(diags, &hcl.Diagnostic{Severity: hcl.DiagError, Summary: "library not read", Detail: err.Error()})
				continue
			}
			diags = append(diags, l.parse(name, text)...)
		}
	}
	return l, append(diags, l.check()...)
}

// check reads everything, and says what is wrong.
func (l *Library) check() hcl.Diagnostics {
	var diags hcl.Diagnostics
	for _, path := range slices.Sorted(maps.Keys(l.chunks)) {
		diags = append(diags, l.of(path).problems...)
	}
	for _, p := range l.patterns {
		stars := strings.Split(strings.Repeat("x ", strings.Count(p.path, "*")), " ")
		diags = append(diags, p.into(nil, p.path, stars).problems...)
	}
	return diags
}

func (l *Library) put(c chunk) {
	if strings.Contains(c.path, "*") {
		l.patterns = append(l.patterns, c)
		return
	}
	l.chunks[c.path] = append(l.chunks[c.path], c)
}

// topLevel is what a file may hold.
var topLevel = &hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{
	{Type: "package", LabelNames: []string{"path"}}, {Type: "locals"},
}}

// parse takes the blocks of a file, in whatever way it is written.
func (l *Library) parse(name string, text []byte) hcl.Diagnostics {
	parsed, diags := hclsyntax.ParseConfig(text, name, hcl.InitialPos)
	if parsed == nil {
		return diags
	}
	_, more := parsed.Body.Content(topLevel)
	diags = append(diags, more...)
	var locals [][]byte
	scope := scopeOf(name, &locals)
	for _, b := range parsed.Body.(*hclsyntax.Body).Blocks { // ParseConfig gives nothing else
		switch {
		case b.Type == "locals":
			locals = append(locals, b.Range().SliceBytes(text))
		case b.Type == "package" && len(b.Labels) == 1:
			l.put(chunk{path: b.Labels[0], file: name, text: b.Range().SliceBytes(text), start: b.TypeRange.Start, scope: scope})
		}
	}
	return diags
}

// split takes the blocks of a file that is formatted as ours are: a block
// begins and ends at the start of a line.
func (l *Library) split(name string, text []byte) {
	var locals [][]byte
	scope := scopeOf(name, &locals)
	begin, line, at := -1, 0, 0
	var start hcl.Pos
	for row := range bytes.Lines(text) {
		line++
		switch {
		case bytes.HasPrefix(row, []byte("package ")) || bytes.HasPrefix(row, []byte("locals ")):
			begin, start = at, hcl.Pos{Line: line, Column: 1, Byte: at}
		case row[0] == '}' && begin >= 0:
			block := text[begin : at+1]
			if bytes.HasPrefix(block, []byte("locals ")) {
				locals = append(locals, block)
			} else {
				path := string(block[bytes.IndexByte(block, '"')+1:])
				l.put(chunk{path: path[:strings.IndexByte(path, '"')], file: name, text: block, start: start, scope: scope})
			}
			begin = -1
		}
		at += len(row)
	}
}

func scopeOf(name string, locals *[][]byte) func() *hcl.EvalContext {
	return sync.OnceValue(func() *hcl.EvalContext {
		var blocks struct {
			Locals []localsBlock `hcl:"locals,block"`
		}
		parsed, diags := hclsyntax.ParseConfig(bytes.Join(*locals, []byte("\n")), name, hcl.InitialPos)
		if diags.HasErrors() || gohcl.DecodeBody(parsed.Body, nil, &blocks).HasErrors() {
			return nil // said where the file is read as a whole
		}
		scope, _ := shared(blocks.Locals)
		return scope
	})
}

// isGlobal reports whether a block says something that holds for every package.
func (c chunk) isGlobal() bool {
	for _, said := range []string{"service", "resolver", "gateway", "tags"} {
		if bytes.Contains(c.text, []byte("\n  "+said+" ")) {
			return true
		}
	}
	return false
}

// into adds what the block says to what is known of a package.
func (c chunk) into(d *described, path string, stars []string) *described {
	if d == nil {
		d = newDescribed(path)
	}
	parsed, diags := hclsyntax.ParseConfig(c.text, c.file, c.start)
	if parsed == nil {
		d.problems = append(d.problems, diags...)
		return d
	}
	blocks := parsed.Body.(*hclsyntax.Body).Blocks // ParseConfig gives nothing else
	if len(blocks) != 1 {
		return d
	}
	var scope *hcl.EvalContext
	if bytes.Contains(c.text, []byte("local.")) {
		scope = c.scope()
	}
	p := packageBlock{Path: path, Range: blocks[0].DefRange(), at: linesOf(blocks[0])}
	d.problems = append(d.problems, gohcl.DecodeBody(blocks[0].Body, scope, &p)...)
	if len(stars) > 0 {
		for i := range p.Clients {
			p.Clients[i] = p.Clients[i].filled(stars)
		}
	}
	(&adder{described: d, p: p}).all()
	return d
}
