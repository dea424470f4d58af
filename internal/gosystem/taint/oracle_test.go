package taint

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/gosystem/libraries"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// oracleSource is the package by which generated programs get text from
// outside and say what it reached.
const oracleSource = `package oracle

import ("encoding/json"; "io"; "strings"; "sync")

var (
	mu sync.Mutex
	fuel, input int
	Reached = map[int]bool{} // sinks that ran, and whether with text from outside
)

func Start(in int) { mu.Lock(); defer mu.Unlock(); fuel, input = 150, in }
func Print(w io.Writer) { mu.Lock(); defer mu.Unlock(); json.NewEncoder(w).Encode(Reached) }
func Source() string { return "MARK" }
func If(k int) bool { return input>>k&1 == 1 }
func Low() bool { mu.Lock(); defer mu.Unlock(); fuel--; return fuel < 0 }
func Sink(id int, s string) {
	mu.Lock()
	defer mu.Unlock()
	Reached[id] = Reached[id] || strings.Contains(s, "MARK")
}
`

// oracleLibrary describes that package, and all that is described anyhow.
func oracleLibrary(t testing.TB) *library.Library {
	lib, diags := library.Load(libraries.Files, fstest.MapFS{"oracle.hcl": {Data: []byte(oracleEntry)}})
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	return lib
}

const oracleEntry = `package "gen/oracle" {
  sources = { "the test" = ["Source: 0"] }
  sinks   = { sql_injection = ["Sink: 1"] }
  clean   = ["{If,Low,Start,Print}"]
}`

const mainSource = `package main
import ("os"; "time"; "gen/oracle"; "gen/top")
func main() {
	// What was not run in time says nothing, and does no harm.
	time.AfterFunc(20*time.Second, func() { oracle.Print(os.Stdout); os.Exit(0) })
	for _, run := range []func(){%s} {
		for in := range 16 {
			func() {
				defer func() { recover() }()
				oracle.Start(in)
				run()
			}()
		}
	}
	oracle.Print(os.Stdout)
}`

var imported = [3]string{"", `; "gen/low"`, `; "gen/low"; "gen/mid"`}

const header = `package %s
import ("bytes"; "errors"; "fmt"; "maps"; "regexp"; "slices"; "strings"; "sync"; "sync/atomic"; "gen/oracle"%s)
var (_ = bytes.TrimSpace; _ = errors.New; _ = fmt.Sprint; _ = maps.Clone[map[int]int]; _ = regexp.MustCompile; _ = slices.Clone[[]int]; _ = strings.Cut; _ sync.Once; _ atomic.Value; _ = oracle.If)
const Nothing = 0
`

// batch is a number of generated programs in one module.
type batch struct {
	dir      string
	programs []*program
	text     [3]string
}

// newBatch generates programs, the one with number i by make(i).
func newBatch(t testing.TB, count int, make func(id int) *program) *batch {
	t.Helper()
	b := &batch{dir: t.TempDir()}
	for i, name := range pkgNames {
		b.text[i] = fmt.Sprintf(header, name, imported[i])
	}
	for id := range count {
		p := make(id)
		b.programs = append(b.programs, p)
		for i := range p.out {
			b.text[i] += fmt.Sprintf("// program %d\n", id) + p.out[i].String()
		}
	}
	return b
}

func (b *batch) write(t testing.TB) {
	t.Helper()
	var run strings.Builder
	for id := range b.programs {
		fmt.Fprintf(&run, "top.Run%d, ", id)
	}
	files := map[string]string{
		"go.mod": "module gen\n\ngo 1.25\n", "oracle/oracle.go": oracleSource, "main.go": fmt.Sprintf(mainSource, run.String()),
	}
	for i, name := range pkgNames {
		files[name+"/"+name+".go"] = b.text[i]
	}
	for name, text := range files {
		path := filepath.Join(b.dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// run returns the sinks that ran, and whether text from outside really reached
// them on some input.
func (b *batch) run(t testing.TB) map[int]bool {
	t.Helper()
	b.write(t)
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("generated programs do not run: %v\n%.4000s", err, stderr.String())
	}
	reached := map[int]bool{}
	if err := json.Unmarshal(out, &reached); err != nil {
		t.Fatal(err)
	}
	return reached
}

var sinkCall = regexp.MustCompile(`oracle\.Sink\((\d+)`)

// analyse returns the sinks that the engine says text from outside reaches,
// one package at a time, with facts that went through their encoded form. An
// error says that the programs are none.
func (b *batch) analyse(t testing.TB, std types.Importer) (map[int]bool, error) {
	t.Helper()
	known, facts := map[string]*types.Package{}, map[*types.Package]*Summaries{}
	imports := importerFunc(func(path string) (*types.Package, error) {
		if p := known[path]; p != nil {
			return p, nil
		}
		return std.Import(path)
	})
	said := map[int]bool{}
	fset := token.NewFileSet()
	for i, name := range append([]string{"oracle"}, pkgNames[:]...) {
		src := oracleSource
		if i > 0 {
			src = b.text[i-1]
		}
		pkg, files, info, err := check(fset, name+".go", "gen/"+name, src, imports)
		if err != nil {
			return nil, err
		}
		known["gen/"+name] = pkg
		if i == 0 {
			continue
		}
		e := newEngine(fset, oracleLibrary(t), ssabuild.Build(fset, pkg, files, info), func(p *types.Package) *Summaries { return facts[p] })
		e.run()
		facts[pkg] = viaGob(t, e.exported())
		for _, f := range e.findings() {
			last := f.Hops[len(f.Hops)-1]
			for _, id := range b.sinksAt(last.File, last.Line) {
				said[id] = true
			}
		}
	}
	return said, nil
}

func (b *batch) sinksAt(file string, line int) []int {
	lines := strings.Split(b.text[slices.Index(pkgNames[:], strings.TrimSuffix(file, ".go"))], "\n")
	var ids []int
	for _, m := range sinkCall.FindAllStringSubmatch(lines[line-1], -1) {
		id, _ := strconv.Atoi(m[1]) // digits only
		ids = append(ids, id)
	}
	return ids
}

func viaGob(t testing.TB, s *Summaries) *Summaries {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(s); err != nil {
		t.Fatal(err)
	}
	out := &Summaries{}
	if err := gob.NewDecoder(&buf).Decode(out); err != nil {
		t.Fatal(err)
	}
	return out
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

func check(fset *token.FileSet, name, path, src string, imports types.Importer) (*types.Package, []*ast.File, *types.Info, error) {
	f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, nil, err
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: imports, GoVersion: "go1.25"}
	p, err := conf.Check(path, fset, []*ast.File{f}, info)
	return p, []*ast.File{f}, info, err
}

// exportData imports standard packages from what the go command has compiled.
func exportData(t testing.TB, fset *token.FileSet) types.Importer {
	t.Helper()
	out, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}",
		"bytes", "encoding/json", "errors", "fmt", "io", "maps", "regexp", "slices", "strings", "sync", "sync/atomic", "net/http", "os").Output()
	if err != nil {
		t.Fatalf("go list -export: %v", err)
	}
	files := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		files[path] = file
	}
	return importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
}

// score is how the engine did on generated programs.
type score struct{ programs, reached, missed, said, false, idle int }

func (b *batch) compare(t testing.TB, std types.Importer, s *score) {
	t.Helper()
	reached := b.run(t)
	said, err := b.analyse(t, std)
	if err != nil {
		t.Fatal(err)
	}
	s.programs += len(b.programs)
	s.said += len(said)
	for _, id := range sortedKeys(reached) {
		if !reached[id] {
			continue
		}
		s.reached++
		if !said[id] {
			s.missed++
			p := b.programs[id/1000]
			t.Errorf("not reported: sink %d of the program with seed %d\n%s", id%1000, p.seed, reduce(t, std, p, id%1000))
		}
	}
	for id := range said {
		if marked, ran := reached[id]; !ran {
			s.idle++
		} else if !marked {
			s.false++
		}
	}
}

func sortedKeys(m map[int]bool) []int {
	var list []int
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return list
}

// show returns the text of one program, without what is the same in all.
func (p *program) show() string {
	var out strings.Builder
	for i, name := range pkgNames {
		part := p.out[i].String()
		if _, own, ok := strings.Cut(part, preambleEnd); ok {
			part = own
		}
		fmt.Fprintf(&out, "-- %s --\n%s", name, part)
	}
	return out.String()
}

// Programs are generated, run with text from outside, and analysed: every sink
// that the text reached must be reported. THREATVET_PROGRAMS=seed:count runs
// others than the usual ones.
func TestOracle(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles and runs generated programs")
	}
	seed, count := uint64(1), 25
	if text := os.Getenv("THREATVET_PROGRAMS"); text != "" {
		if _, err := fmt.Sscanf(text, "%d:%d", &seed, &count); err != nil {
			t.Fatalf("THREATVET_PROGRAMS=%s: want seed:count", text)
		}
	}
	std := exportData(t, token.NewFileSet())
	var s score
	for done := 0; done < count; done += 50 {
		b := newBatch(t, min(50, count-done), func(id int) *program { return generate(id, seed+uint64(done+id), nil) })
		b.compare(t, std, &s)
	}
	t.Logf("%d programs: %d sinks reached, %d of them missed; %d reported, %d of them without text from outside on any input, %d never run",
		s.programs, s.reached, s.missed, s.said, s.false, s.idle)
}
