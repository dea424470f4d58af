package jwt_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/jwt"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), jwt.Analyzer, "a")
}
