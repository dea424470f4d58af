package redirectauth_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/redirectauth"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), redirectauth.Analyzer, "a")
}
