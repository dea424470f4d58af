package pastedvalue

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/taint"
)

// Analyzer reports values of a caller or operator that are pasted into SQL or
// a shell's text.
var Analyzer = &analysis.Analyzer{
	Name:     "pastedvalue",
	Doc:      "report values of a caller or operator that are pasted into SQL or a shell's text",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values, taint.Analyzer},
	Run:      run,
}

const message = "Whoever decides %s can change what this %s does, because it is pasted into its text, and nothing here shows that only people who may do so decide it."

func run(pass *analysis.Pass) (any, error) {
	proven := map[int]bool{}
	for _, f := range pass.ResultOf[taint.Analyzer].(*taint.Findings).List {
		if f.Trust == library.Anyone {
			proven[pass.Fset.Position(f.Pos).Line] = true
		}
	}
	p := &pasting{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		text, what := p.run(cur, call, fn)
		if text == nil || proven[pass.Fset.Position(text.Pos()).Line] || proven[pass.Fset.Position(call.Pos()).Line] {
			continue
		}
		if who := p.decides(cur, text, what); who != "" {
			gocode.Report(pass, call, "GOS-006", fmt.Sprintf(message, who, what))
		}
	}
	return nil, nil
}

type pasting struct {
	*analysis.Pass
	values *gocode.Assigned
}

const (
	query   = "query"
	command = "command"
)

// run returns the text that a call runs as a query, or has a shell run.
func (p *pasting) run(cur inspector.Cursor, call *ast.CallExpr, fn *types.Func) (ast.Expr, string) {
	name := gocode.FuncName(fn)
	switch name {
	case "os/exec.Command", "os/exec.CommandContext":
		return p.shellText(call), command
	case "io.Writer.Write", "io.WriteCloser.Write", "io.WriteString", "fmt.Fprint", "fmt.Fprintln":
		return p.shellInput(call, name), command
	}
	known := library.Given.Library().Func(name)
	if known == nil {
		return nil, ""
	}
	for _, sink := range known.Sinks {
		if sink.Kind == library.SQLInjection && sink.Port.Index >= 0 && sink.Port.Index < len(call.Args) {
			return call.Args[sink.Port.Index], query
		}
	}
	return nil, ""
}

// shellText returns what a shell is started to run: the argument after -c.
func (p *pasting) shellText(call *ast.CallExpr) ast.Expr {
	for i, arg := range call.Args[:max(0, len(call.Args)-1)] {
		if text, ok := gocode.String(p.TypesInfo, arg); ok && i > 0 && (text == "-c" || text == "/c" || text == "-lc") && p.isShell(call.Args[i-1]) {
			return call.Args[i+1]
		}
	}
	return nil
}

func (p *pasting) isShell(program ast.Expr) bool {
	text, ok := p.values.Text(program)
	if !ok {
		return false
	}
	switch text[strings.LastIndexByte(text, '/')+1:] {
	case "sh", "bash", "zsh", "dash", "ash", "ksh", "cmd", "cmd.exe":
		return true
	}
	return false
}

// shellInput returns what is written to the standard input of a shell.
func (p *pasting) shellInput(call *ast.CallExpr, name string) ast.Expr {
	to, text := gocode.Receiver(call), call.Args[0]
	if !strings.HasSuffix(name, ".Write") {
		if len(call.Args) != 2 {
			return nil
		}
		to, text = call.Args[0], call.Args[1]
	}
	pipe := p.values.Call(to)
	if pipe == nil || gocode.CallName(p.TypesInfo, pipe) != "os/exec.Cmd.StdinPipe" {
		return nil
	}
	made := p.values.Call(gocode.Receiver(pipe))
	if made == nil || gocode.CallName(p.TypesInfo, made) != "os/exec.Command" || !p.isShell(made.Args[0]) {
		return nil
	}
	return text
}

// decides returns who decides a part of a text, or nothing where that is the
// program itself or cannot be told.
func (p *pasting) decides(cur inspector.Cursor, text ast.Expr, what string) string {
	outer, ok := gocode.Outermost(cur)
	if !ok {
		return ""
	}
	params := p.textParams(outer)
	given := gocode.DeriveText(p.TypesInfo, outer.Body, func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && params[p.TypesInfo.ObjectOf(id)]
	})
	parts := p.parts(text, "", 0)
	for _, part := range parts {
		if gocode.IsText(p.TypesInfo.TypeOf(part.value)) && given.Has(part.value) && p.harms(part, what) {
			return "what the callers of this function hand over"
		}
	}
	operator := gocode.DeriveText(p.TypesInfo, outer.Body, func(e ast.Expr) bool { return isOperators(p.TypesInfo, e) })
	for _, part := range parts {
		if operator.Has(part.value) {
			return "the command line, environment or input of the program"
		}
	}
	return ""
}

// harms reports whether a part of a text is a value there. The beginning of a
// text, or the whole of it, is somebody else's choice, unless its name says
// that it is what people type.
func (p *pasting) harms(part part, what string) bool {
	if part.before == "" {
		return what == query && namesValue(gocode.NameOf(p.TypesInfo, part.value))
	}
	return what == command || isValue(part.before)
}

// textParams are the parameters of a function that hold text.
func (p *pasting) textParams(fn gocode.Function) map[types.Object]bool {
	params := map[types.Object]bool{}
	for _, field := range fn.Type.Params.List {
		for _, name := range field.Names {
			if obj := p.TypesInfo.Defs[name]; obj != nil && gocode.IsText(obj.Type()) {
				params[obj] = true
			}
		}
	}
	return params
}

// isOperators reports whether an expression is what whoever starts the program
// says.
func isOperators(info *types.Info, e ast.Expr) bool {
	switch gocode.CallName(info, e) {
	case "os.Getenv", "flag.Arg", "flag.Args", "flag.String":
		return true
	case "bufio.Reader.ReadString", "bufio.Scanner.Text":
		return true
	}
	obj := gocode.Object(info, e)
	return obj != nil && obj.Name() == "Args" && obj.Pkg() != nil && obj.Pkg().Path() == "os" && obj.Parent() == obj.Pkg().Scope() && isVar(obj)
}

func isVar(obj types.Object) bool {
	_, ok := obj.(*types.Var)
	return ok
}

// part is a value in a text, and the constant text before it.
type part struct {
	value  ast.Expr
	before string
}

// parts takes a text apart: operands of +, and values that Sprintf fills in.
// before is what stands before it.
func (p *pasting) parts(e ast.Expr, before string, depth int) []part {
	if depth > 6 {
		return nil
	}
	e = ast.Unparen(e)
	if inner, ok := gocode.Conversion(p.TypesInfo, e); ok {
		return p.parts(inner, before, depth)
	}
	switch e := e.(type) {
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return append(p.parts(e.X, before, depth), p.parts(e.Y, before+p.constant(e.X, depth), depth)...)
		}
	case *ast.CallExpr:
		if name := gocode.CallName(p.TypesInfo, e); name == "fmt.Sprintf" || name == "fmt.Sprint" {
			return p.filled(e)
		}
	case *ast.Ident:
		var all []part
		text := before
		for _, g := range p.values.To(p.TypesInfo.ObjectOf(e)) {
			if g.Value == nil || g.Result >= 0 {
				continue
			}
			all = append(all, p.parts(g.Value, text, depth+1)...)
			text += p.constant(g.Value, depth+1)
		}
		if len(all) > 0 {
			return all
		}
	}
	if p.TypesInfo.Types[e].Value != nil {
		return nil
	}
	return []part{{e, before}}
}

// constant returns the constant text at the end of an expression.
func (p *pasting) constant(e ast.Expr, depth int) string {
	if text, ok := p.values.Text(e); ok {
		return text
	}
	if sum, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && depth < 6 {
		return p.constant(sum.X, depth+1) + "?" + p.constant(sum.Y, depth+1)
	}
	return "?"
}

// filled returns the values that a format takes as text.
func (p *pasting) filled(call *ast.CallExpr) []part {
	format, ok := p.values.Text(call.Args[0])
	if !ok {
		return nil
	}
	var all []part
	arg := 1
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		if verb := format[i+1]; verb != '%' && arg < len(call.Args) {
			if verb == 's' || verb == 'v' {
				all = append(all, part{call.Args[arg], format[:i]})
			}
			arg++
		}
		i++
	}
	return all
}
