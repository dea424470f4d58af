package cors_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/cors"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), cors.Analyzer, "a")
}
