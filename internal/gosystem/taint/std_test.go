package taint

import (
	"flag"
	"go/types"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/threatvet/threatvet/internal/gosystem/library"
	"github.com/threatvet/threatvet/internal/gosystem/ssabuild"
)

var standard = flag.String("standard", "", "pattern of packages to analyse whole, such as std")

// Whole libraries, the standard library first of all, are analysed without a
// panic. It takes minutes, so it runs on request: -standard=std.
func TestStandardLibrary(t *testing.T) {
	if *standard == "" {
		t.Skip("asked for by -standard")
	}
	start := time.Now()
	loaded, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax}, *standard)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("loaded in %s", time.Since(start).Round(time.Second))
	facts := map[*types.Package]*Summaries{}
	count, functions, bounded, slowest := 0, 0, 0, time.Duration(0)
	packages.Visit(loaded, nil, func(p *packages.Package) {
		if len(p.Errors) > 0 || p.Types == nil || p.PkgPath == "unsafe" {
			return
		}
		built := ssabuild.Build(p.Fset, p.Types, p.Syntax, p.TypesInfo)
		if built.SSA == nil {
			t.Errorf("%s: no SSA form", p.PkgPath)
			return
		}
		at := time.Now()
		e := newEngine(p.Fset, library.Given.Library(), built, func(q *types.Package) *Summaries { return facts[q] })
		e.run()
		e.findings()
		facts[p.Types] = e.exported()
		took := time.Since(at)
		if took > slowest {
			slowest = took
			t.Logf("%s: %s", p.PkgPath, took.Round(time.Millisecond))
		}
		count, functions, bounded = count+1, functions+len(e.order), bounded+len(e.bounded())
	})
	t.Logf("%d packages, %d functions, %d met a limit, %s", count, functions, bounded, time.Since(start).Round(time.Second))
	if count < 10 {
		t.Errorf("only %d packages", count)
	}
}
