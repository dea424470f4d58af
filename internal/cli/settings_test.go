package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The decoder panics on this; the file is that of a scanned project.
func TestSettingsThatBreakTheDecoder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, settingsFile), []byte("only: !00 00\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readSettings(dir); err == nil || !strings.Contains(err.Error(), "not YAML") {
		t.Errorf("%v", err)
	}
}
