package acceptance_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/threatvet/threatvet/analyzers/acceptance"
	"github.com/threatvet/threatvet/analyzers/tlsverify"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), acceptance.Analyzer, "wrong")
}

func TestHonour(t *testing.T) {
	honouring := acceptance.Honour(tlsverify.Analyzer)
	analysistest.Run(t, analysistest.TestData(), honouring, "nolint", "ended")
}

// An acceptance that holds ends within a year, so its file is written today.
func TestHonoursWhatHolds(t *testing.T) {
	dir := t.TempDir()
	write := func(until string, want string) {
		source := fmt.Sprintf(`package a

import "crypto/tls"

//threatvet:accept GOC-001 until=%s owner=@a reason="a test"
var c = tls.Config{InsecureSkipVerify: true}%s
`, until, want)
		if err := os.MkdirAll(filepath.Join(dir, "src", "a"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "src", "a", "a.go"), []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		analysistest.Run(t, dir, acceptance.Honour(tlsverify.Analyzer), "a")
	}
	today := time.Now()
	write(today.Format(time.DateOnly), "")
	write(today.AddDate(0, 11, 0).Format(time.DateOnly), "")
	write(today.AddDate(0, 0, -2).Format(time.DateOnly), " // want `accepts any certificate. It was accepted until .* by @a, and that has ended`")
	write(today.AddDate(2, 0, 0).Format(time.DateOnly), " // want `accepts any certificate.$`")
}
