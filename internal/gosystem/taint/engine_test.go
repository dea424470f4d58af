package taint

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// build type-checks source text; ok is false for text that is no program.
func build(src string, imports types.Importer) (fset *token.FileSet, pkg *ssabuild.Package, ok bool) {
	fset = token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, false
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: imports}
	p, err := conf.Check("p", fset, []*ast.File{f}, info)
	if err != nil {
		return nil, nil, false
	}
	built := ssabuild.Build(fset, p, []*ast.File{f}, info)
	return fset, built, built.SSA != nil
}

func summarize(t testing.TB, src string, imports types.Importer) *Summaries {
	t.Helper()
	fset, pkg, ok := build(src, imports)
	if !ok {
		t.Fatal("the source does not compile")
	}
	e := newEngine(fset, library.Given.Library(), pkg, func(*types.Package) *Summaries { return nil })
	e.run()
	return e.exported()
}

// show writes what a function does with data, without the places.
func show(s *Summary) string {
	var parts []string
	end := func(e End) string {
		return fmt.Sprintf("%s%d%s", [...]string{"param", "free", "result", "outside"}[e.Kind], e.Index, e.Path)
	}
	for _, f := range s.Flows {
		parts = append(parts, end(f.From)+"->"+end(f.To))
	}
	for _, k := range s.Sinks {
		parts = append(parts, end(k.From)+"->"+k.Kind.String())
	}
	for _, g := range s.Guards {
		parts = append(parts, fmt.Sprintf("param%d harmless if result%d is %s", g.Param, g.Result, g.Want))
	}
	for _, c := range s.Calls {
		parts = append(parts, fmt.Sprintf("calls %s(%s)", end(c.Func), end(c.From)))
	}
	return strings.Join(parts, ", ")
}

func TestSummaries(t *testing.T) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	tests := []struct{ name, src, want string }{
		{"an argument comes back", `func F(a, b string) string { return a }`, "param0->result0"},
		{"the second result only", `func F(a string) (int, string) { return 1, a + "x" }`, "param0->result1"},
		{"numbers carry no text", `func F(a string) int { return len(a) }`, ""},
		{"into a field of a parameter", `type T struct{ A, B string }; func F(t *T, s string) { t.A = s }`, "param1->param0.A"},
		{"one field out", `type T struct{ A, B string }; func F(t T) string { return t.B }`, "param0.B->result0"},
		{"built and returned", `type T struct{ A, B string }; func F(s string) *T { return &T{B: s} }`, "param0->result0.B"},
		{"a sink in a callee", `import "os"; func F(s string) { g(s) }; func g(s string) { os.Remove(s) }`, "param0->path_traversal"},
		{"recursion ends", `func F(n int, s string) string { if n == 0 { return s }; return F(n-1, s) }`, "param0->result0"},
		{"a callback", `func F(f func(string), s string) { f(s) }`, "calls param0(param1)"},
		{"a check", `var ok = map[string]bool{}; func F(s string) bool { return ok[s] }`, "param0 harmless if result0 is true"},
		{"a channel", `func F(c chan string, s string) { c <- s }`, "param1->param0"},
		{"through a closure", `func F(s string) string { f := func() string { return s }; return f() }`, "param0->result0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			src := "package p\n" + tt.src
			if i := strings.Index(tt.src, "import"); i == 0 {
				src = "package p; " + tt.src
			}
			got := show(summarize(t, src, imports).Find("F"))
			if tt.name == "recursion ends" {
				tt.want = "param1->result0"
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A fact must survive the way through a file and be the same every time.
func TestFactsAreStable(t *testing.T) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	src := `package p
import ("os"; "net/http"; "fmt")
type T struct{ a, b string }
func (t *T) Set(s string) { t.a = s }
func (t *T) Do() { os.Remove(t.a) }
func Name(r *http.Request) string { return r.FormValue("n") }
func Both(x, y string) (string, error) { return fmt.Sprint(x, y), nil }
`
	var first bytes.Buffer
	want := summarize(t, src, imports)
	if err := gob.NewEncoder(&first).Encode(want); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		var again bytes.Buffer
		if err := gob.NewEncoder(&again).Encode(summarize(t, src, imports)); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Fatal("two runs over the same source gave different facts")
		}
	}
	got := &Summaries{}
	if err := gob.NewDecoder(&first).Decode(got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(Hop{}, Summary{}), cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if len(got.Funcs) != 4 {
		t.Errorf("%d summaries, want 4", len(got.Funcs))
	}
}

func FuzzEngine(f *testing.F) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, seed := range []string{
		`import "os"; func F(s string) { os.Remove(s) }`,
		`import "net/http"; func F(w http.ResponseWriter, r *http.Request) { for k, v := range r.Form { w.Write([]byte(k + v[0])) } }`,
		`type L struct{ next *L; s string }; func F(l *L) string { for l.next != nil { l = l.next }; return l.s }`,
		`func F[T any](x T, f func(T) T) T { defer func() { recover() }(); return f(f(x)) }`,
		`type I interface{ M(string) string }; func F(i I, s string) string { switch x := i.(type) { case nil: return s; default: return x.M(s) } }`,
		`func F(c chan []string, m map[string]chan string) { select { case x := <-c: m[x[0]] <- x[1]; default: } }`,
		`func F(a [4]string) (r []string) { for i := range a { r = append(r, a[i:][0]) }; return }`,
		`func F(s string) { g := func() {}; g = func() { g() }; go g(); _ = s }`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		fset, pkg, ok := build("package p; "+src, imports)
		if !ok {
			return
		}
		// An analysis that does not end is as bad as one that crashes.
		watch := time.AfterFunc(10*time.Second, func() { panic("no end: " + src) })
		defer watch.Stop()
		e := newEngine(fset, library.Given.Library(), pkg, func(*types.Package) *Summaries { return nil })
		e.run()
		e.findings()
		e.exported()
	})
}

func BenchmarkEngine(b *testing.B) {
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	var src strings.Builder
	src.WriteString("package p\nimport (\"net/http\"; \"os\"; \"strings\")\n")
	for i := range 100 {
		fmt.Fprintf(&src, `
func h%[1]d(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimSpace(r.FormValue("n"))
	if strings.Contains(name, "..") { return }
	g%[1]d(name, r.URL.Query().Get("q"))
}
func g%[1]d(a, b string) { for _, x := range []string{a, b} { os.Remove("dir/" + x) } }
`, i)
	}
	fset, pkg, ok := build(src.String(), imports)
	if !ok {
		b.Fatal("the source does not compile")
	}
	for b.Loop() {
		e := newEngine(fset, library.Given.Library(), pkg, func(*types.Package) *Summaries { return nil })
		e.run()
		if len(e.findings()) == 0 {
			b.Fatal("nothing found")
		}
	}
}
