package routeauth_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/routeauth"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), routeauth.Analyzer, "a", "fewer", "chi", "gin", "across")
}
