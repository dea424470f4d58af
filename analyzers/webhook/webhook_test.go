package webhook_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/webhook"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), webhook.Analyzer, "a")
}
