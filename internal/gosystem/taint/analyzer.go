package taint

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

// Analyzer follows data from outside through a package. Its result is a
// *Findings; analyzers that report one kind of weakness require it.
var Analyzer = &analysis.Analyzer{
	Name:       "gotaint",
	Doc:        "follow data from outside to where it does harm",
	Requires:   []*analysis.Analyzer{ssabuild.Analyzer},
	FactTypes:  []analysis.Fact{(*Summaries)(nil)},
	ResultType: reflect.TypeFor[*Findings](),
	Run:        run,
}

// Findings is what was found in a package.
type Findings struct {
	List []Finding
	// Bounds are the functions of which less than all is known.
	Bounds []Bound

	engine *engine
}

// Summary returns what a call of a declared function does with data, or nil
// where nothing is known of it.
func (f *Findings) Summary(fn *types.Func) *Summary {
	e := f.engine
	if e == nil || fn == nil || fn.Pkg() == nil {
		return nil
	}
	if fn.Pkg() != e.pkg.SSA.Pkg {
		return e.imported(fn.Origin())
	}
	if own := e.pkg.SSA.Prog.FuncValue(fn.Origin()); own != nil {
		return e.known(own)
	}
	return nil
}

func run(pass *analysis.Pass) (any, error) {
	built := pass.ResultOf[ssabuild.Analyzer].(*ssabuild.Package)
	if built.SSA == nil {
		return &Findings{}, nil
	}
	e := newEngine(pass.Fset, library.Given.Library(), built, factsOf(pass))
	e.run()
	pass.ExportPackageFact(e.exported())
	return &Findings{List: e.findings(), Bounds: e.bounded(), engine: e}, nil
}

func factsOf(pass *analysis.Pass) func(*types.Package) *Summaries {
	memo := map[*types.Package]*Summaries{}
	return func(p *types.Package) *Summaries {
		if have, ok := memo[p]; ok {
			return have
		}
		fact := &Summaries{}
		if !pass.ImportPackageFact(p, fact) {
			fact = nil
		}
		memo[p] = fact
		return fact
	}
}

// Kinded is an analyzer that reports one kind of what Analyzer finds.
type Kinded struct {
	Kind   library.Kind
	Threat string
	// Sentence is what someone can do, with %s for where the data is from.
	Sentence string
}

// Run reports the findings of the kind that anyone who sends something decides.
func (k Kinded) Run(pass *analysis.Pass) (any, error) {
	for _, f := range pass.ResultOf[Analyzer].(*Findings).List {
		if f.Kind == k.Kind && f.Trust == library.Anyone {
			f.Report(pass, k.Threat, fmt.Sprintf(k.Sentence, f.What))
		}
	}
	return nil, nil
}

// Report reports a finding, but for tests and what is made for them, with the
// way that the data takes as related positions, the source first.
func (f Finding) Report(pass *analysis.Pass, threat, message string) {
	if inTest(pass.Fset, f.Pos) || isMock(f.Func) {
		return
	}
	d := analysis.Diagnostic{Pos: f.Pos, Category: threat, Message: message}
	for _, h := range f.Hops {
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: place(pass.Fset, h), Message: h.Note})
	}
	pass.Report(d)
}

// isMock reports whether a function is made for tests only, by its name.
func isMock(fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return !gocode.Tests && gocode.HasWord(fn.Name(), "mock", "fake")
}

func inTest(fset *token.FileSet, pos token.Pos) bool {
	return !gocode.Tests && strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}

// place returns a position for a hop. A hop in another package has none in
// this one's file set, so a file of nothing but lines of one length stands in for
// its own.
func place(fset *token.FileSet, h Hop) token.Pos {
	if h.pos.IsValid() {
		return h.pos
	}
	const lines, width = 1 << 16, 1 << 9
	if h.File == "" || h.Line <= 0 || h.Line > lines {
		return token.NoPos
	}
	f := fset.AddFile(h.File, -1, lines*width)
	starts := make([]int, h.Line)
	for i := range starts {
		starts[i] = i * width
	}
	f.SetLines(starts)
	return f.LineStart(h.Line) + token.Pos(min(max(h.Col, 1), width)-1)
}
