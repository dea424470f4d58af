package scan

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/threatvet/threatvet/internal/sourcetree"
	"github.com/threatvet/threatvet/internal/terraform"
)

// estate is a tree of Terraform to measure on.
type estate struct {
	dir string
	// files holds the path of each source file, the largest trees included.
	files []string
	lines int
	// resources counts the instances that a load finds.
	resources int
}

// flat writes an estate in which every resource stands in a file of its own
// stack: each stack is a root with a module, as teams keep them.
func flat(tb testing.TB, n int) *estate {
	tb.Helper()
	dir := tb.TempDir()
	each := perStack(tb)
	for i := range max(1, (n+each/2)/each) {
		stack := fmt.Sprintf("stack%04d", i)
		copyNamed(tb, "testdata/estate/stack", filepath.Join(dir, stack), stack)
	}
	return survey(tb, dir)
}

// perStack is how many resources one stack becomes.
func perStack(tb testing.TB) int {
	tb.Helper()
	dir := tb.TempDir()
	copyNamed(tb, "testdata/estate/stack", dir, "stack")
	return survey(tb, dir).resources
}

// again writes an estate of one root that calls one module again and again: few
// lines become many resources.
func again(tb testing.TB, n int) *estate {
	tb.Helper()
	dir := tb.TempDir()
	copyNamed(tb, "testdata/estate/again", dir, "again")
	const perCall, perFile = 11, 200
	var calls strings.Builder
	for i := range n / perCall {
		fmt.Fprintf(&calls, "module \"s%d\" {\n  source = \"./service\"\n  name   = \"s%d-prod\"\n}\n\n", i, i)
		if i%perFile == perFile-1 || i == n/perCall-1 {
			file := filepath.Join(dir, fmt.Sprintf("services%d.tf", i/perFile))
			if err := os.WriteFile(file, []byte(calls.String()), 0o600); err != nil {
				tb.Fatal(err)
			}
			calls.Reset()
		}
	}
	return survey(tb, dir)
}

// copyNamed copies a tree, with the stack's name for STACK.
func copyNamed(tb testing.TB, from, to, name string) {
	tb.Helper()
	source := os.DirFS(from)
	err := fs.WalkDir(source, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, filepath.FromSlash(file))
		if d.IsDir() {
			return os.MkdirAll(target, 0o750)
		}
		text, err := fs.ReadFile(source, file)
		if err != nil {
			return err
		}
		return os.WriteFile(target, []byte(strings.ReplaceAll(string(text), "STACK", name)), 0o600)
	})
	if err != nil {
		tb.Fatal(err)
	}
}

// survey lists what there is to measure in a directory.
func survey(tb testing.TB, dir string) *estate {
	tb.Helper()
	e := &estate{dir: dir}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && sourcetree.PassedOver(d.Name()):
			return fs.SkipDir
		case !d.IsDir() && (path.Ext(name) == ".tf" || path.Ext(name) == ".tofu"):
			e.files = append(e.files, filepath.Join(dir, filepath.FromSlash(name)))
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	result := e.load(tb)
	e.lines = result.Lines
	for _, root := range result.Roots {
		e.resources += len(root.Resources)
	}
	return e
}

func (e *estate) load(tb testing.TB) *terraform.Result {
	tb.Helper()
	result, err := terraform.Load(context.Background(), terraform.Options{FS: os.DirFS(e.dir)})
	if err != nil {
		tb.Fatal(err)
	}
	return result
}

// parse is the reference: what merely parsing the files with hcl/v2 costs on
// two goroutines, each file once.
func (e *estate) parse(tb testing.TB) []*hcl.File {
	tb.Helper()
	parsed := make([]*hcl.File, len(e.files))
	next := make(chan int)
	var wait sync.WaitGroup
	for range 2 {
		wait.Go(func() {
			for i := range next {
				text, err := os.ReadFile(e.files[i])
				if err != nil {
					tb.Error(err)
					continue
				}
				parsed[i], _ = hclsyntax.ParseConfig(text, e.files[i], hcl.InitialPos)
			}
		})
	}
	for i := range e.files {
		next <- i
	}
	close(next)
	wait.Wait()
	return parsed
}

// held is how many bytes of heap make keeps alive.
func held(makes func() any) uint64 {
	before := live()
	kept := makes()
	after := live()
	runtime.KeepAlive(kept)
	runtime.KeepAlive(makes)
	if after < before {
		return 0
	}
	return after - before
}

func live() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
