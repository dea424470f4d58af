package gosystem

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/threatvet/threatvet/analyzers"
	"github.com/threatvet/threatvet/analyzers/acceptance"
	"github.com/threatvet/threatvet/internal/gocode"
	"github.com/threatvet/threatvet/internal/gosystem/fragment"
)

// IsVet reports whether a command line is one by which the go command calls a
// vet tool.
func IsVet(args []string) bool {
	for _, a := range args {
		if a == "-V=full" || a == "-flags" || strings.HasSuffix(a, ".cfg") {
			return true
		}
	}
	return false
}

// VetMain acts as a vet tool, and ends the program.
func VetMain(args []string) {
	left, done, err := withoutTests(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "threatvet:", err)
		os.Exit(1)
	}
	if done {
		os.Exit(0)
	}
	spendMemory()
	if silent(left) {
		os.Exit(0)
	}
	os.Args = append(os.Args[:1:1], left...)
	unitchecker.Main(gocode.Named(honouring(analyzers.All))...)
}

// honouring returns the analyzers so that they leave out what comments accept.
// threatvet scan, which asks for fragments, wants it all and decides itself.
func honouring(list []*analysis.Analyzer) []*analysis.Analyzer {
	out := make([]*analysis.Analyzer, len(list))
	for i, a := range list {
		honours := acceptance.Honour(a)
		c := *a
		c.Run = func(pass *analysis.Pass) (any, error) {
			switch {
			case !fragment.Emits():
				return honours.Run(pass)
			case a == acceptance.Analyzer:
				return nil, nil
			}
			return a.Run(pass)
		}
		out[i] = &c
	}
	return out
}
