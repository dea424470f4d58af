package localinput_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/localinput"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), localinput.Analyzer, "a", "lib", "passed")
}
