package taint

import (
	"fmt"
	"go/types"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/gosystem/library"
)

// A function that does more than a summary holds is named; one that does not
// is not.
func TestBoundsAreSaid(t *testing.T) {
	for _, n := range []int{3, maxFlows + 6} {
		var src strings.Builder
		src.WriteString("package p\n")
		for i := range n {
			fmt.Fprintf(&src, "var g%d string\n", i)
		}
		src.WriteString("func Big(x string) {\n")
		for i := range n {
			fmt.Fprintf(&src, "g%d = x\n", i)
		}
		src.WriteString("}\nfunc Small(x string) string { return x }\n")
		fset, pkg, ok := build(src.String(), nil)
		if !ok {
			t.Fatal("the source does not compile")
		}
		e := newEngine(fset, library.Given.Library(), pkg, func(*types.Package) *Summaries { return nil })
		e.run()
		got := fmt.Sprint(e.bounded())
		if n == 3 && got != "[]" || n > 3 && (!strings.Contains(got, "p.Big") || !strings.Contains(got, tooManyFlows) || strings.Contains(got, "Small")) {
			t.Errorf("%d flows: %s", n, got)
		}
	}
}
