package seclog_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/seclog"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), seclog.Analyzer, "a", "kubernetes", "lexer")
}
