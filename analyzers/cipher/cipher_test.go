package cipher_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/cipher"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), cipher.Analyzer, "a", "bcrypt")
}
