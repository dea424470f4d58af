package sshverify_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/sshverify"
)

func Test(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), sshverify.Analyzer, "a", "server")
}
