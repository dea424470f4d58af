package ldapinjection_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/ldapinjection"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), ldapinjection.Analyzer, "a")
}
