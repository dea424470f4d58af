package pprof_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/pprof"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), pprof.Analyzer, "a", "imported", "loopback", "library", "flags", "flagsmixed")
}
