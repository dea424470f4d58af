package listen_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/listen"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), listen.Analyzer, "a")
}
