package weakhash_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/weakhash"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), weakhash.Analyzer, "a", "pwned", "argon2", "collision", "label")
}
