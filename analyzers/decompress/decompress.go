package decompress

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/threatvet/threatvet/internal/gocode"
)

// Analyzer reports compressed data that is expanded without a limit.
var Analyzer = &analysis.Analyzer{
	Name:     "decompress",
	Doc:      "report compressed data that is expanded without a limit",
	Requires: []*analysis.Analyzer{inspect.Analyzer, gocode.Values},
	Run:      run,
}

const message = "Whoever supplies this data can fill the memory or the disk and stop the program with a small file because it is expanded without a limit."

// expanders are the functions whose result gives out more than goes in.
var expanders = []string{
	"compress/gzip.NewReader", "compress/zlib.NewReader", "compress/zlib.NewReaderDict", "compress/flate.NewReader", "compress/flate.NewReaderDict",
	"compress/bzip2.NewReader", "compress/lzw.NewReader", "archive/zip.File.Open", "archive/zip.Reader.Open", "archive/zip.ReadCloser.Open",
	"github.com/klauspost/compress/gzip.NewReader", "github.com/klauspost/compress/zlib.NewReader", "github.com/klauspost/compress/flate.NewReader",
	"github.com/klauspost/compress/zstd.NewReader", "github.com/klauspost/compress/s2.NewReader", "github.com/klauspost/pgzip.NewReader",
	"github.com/golang/snappy.NewReader", "github.com/andybalholm/brotli.NewReader", "github.com/pierrec/lz4.NewReader", "github.com/ulikunitz/xz.NewReader",
}

func run(pass *analysis.Pass) (any, error) {
	if !imported(pass.Pkg) {
		return nil, nil
	}
	e := &expansion{pass, gocode.ValuesOf(pass)}
	for cur, fn := range gocode.Calls(pass) {
		call := cur.Node().(*ast.CallExpr)
		from := drained(pass.TypesInfo, call, gocode.FuncName(fn))
		if from != nil && e.expands(from) && !e.looksAtSize(cur) && !isSelfTest(cur) {
			gocode.Report(pass, call, "GOH-032", message)
		}
	}
	return nil, nil
}

// isSelfTest reports whether a function tries out what it has compressed itself.
func isSelfTest(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	return ok && gocode.HasWord(fn.Name, "test", "selftest", "benchmark")
}

func imported(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(imp *types.Package) bool {
		path := gocode.PlainPath(imp.Path())
		return path == "archive/tar" || slices.ContainsFunc(expanders, func(name string) bool { return strings.HasPrefix(name, path+".") })
	})
}

// drained returns what a call reads to its end.
func drained(info *types.Info, call *ast.CallExpr, name string) ast.Expr {
	switch name {
	case "io.Copy", "io.CopyBuffer":
		if gocode.IsType(info, call.Args[0], "net/http.ResponseWriter") {
			return nil // it is handed on as it comes, and kept nowhere
		}
		return call.Args[1]
	case "io.ReadAll", "io/ioutil.ReadAll", "bytes.Buffer.ReadFrom", "bufio.Writer.ReadFrom", "os.File.ReadFrom":
		return call.Args[0]
	}
	return nil
}

type expansion struct {
	*analysis.Pass
	values *gocode.Assigned
}

// expands reports whether a reader is a decompressor, or one around it.
func (e *expansion) expands(reader ast.Expr) bool {
	for range 6 {
		if gocode.IsType(e.TypesInfo, reader, "archive/tar.Reader") {
			return e.isCompressed(reader)
		}
		call := e.made(reader)
		if call == nil {
			return false
		}
		switch name := gocode.CallName(e.TypesInfo, call); {
		case slices.Contains(expanders, name):
			return len(call.Args) == 0 || !e.own(call.Args[0])
		case name == "bufio.NewReader", name == "bufio.NewReaderSize", name == "io.TeeReader", name == "io.NopCloser":
			reader = call.Args[0]
		default:
			return false
		}
	}
	return false
}

// own reports whether compressed data is the program's own: brought along, or
// put away by it.
func (e *expansion) own(data ast.Expr) bool {
	return gocode.IsType(e.TypesInfo, data, "io/fs.File", "embed.FS") || e.stored(data, map[types.Object]bool{})
}

// made returns the call that makes a reader, also where several ways give it
// one: any of them may be taken.
func (e *expansion) made(reader ast.Expr) *ast.CallExpr {
	if call := e.values.Call(reader); call != nil {
		return call
	}
	for _, g := range e.values.To(gocode.Object(e.TypesInfo, reader)) {
		if call, ok := g.Value.(*ast.CallExpr); ok && g.Whole && slices.Contains(expanders, gocode.CallName(e.TypesInfo, call)) {
			return call
		}
	}
	return nil
}

// isCompressed reports whether an archive is read through a decompressor: a
// plain one is as large as what it holds.
func (e *expansion) isCompressed(archive ast.Expr) bool {
	call := e.values.Call(archive)
	return call != nil && len(call.Args) == 1 && e.expands(call.Args[0])
}

// looksAtSize reports whether the function around a call looks at the size
// that the archive states: that is how it decides what is too large.
func (e *expansion) looksAtSize(cur inspector.Cursor) bool {
	fn, ok := gocode.Outermost(cur)
	if !ok {
		return false
	}
	for c := range fn.Cursor.Preorder((*ast.BinaryExpr)(nil)) {
		n := c.Node().(*ast.BinaryExpr)
		for _, side := range []ast.Expr{n.X, n.Y} {
			if inner, ok := gocode.Conversion(e.TypesInfo, side); ok {
				side = inner
			}
			if gocode.HasWord(gocode.NameOf(e.TypesInfo, side), "size", "size64") && n.Op.Precedence() == comparison {
				return true
			}
		}
	}
	return false
}

// comparison is the precedence of <, == and their like.
const comparison = 3
