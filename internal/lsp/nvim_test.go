package lsp

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A headless Neovim as the client: it opens a file, is shown a threat, applies
// the cure and sees the threat go.
func TestNeovim(t *testing.T) {
	nvim, err := exec.LookPath("nvim")
	if err != nil {
		t.Skip("there is no nvim here; the test needs 0.7 or newer")
	}
	dir := filesIn(t, estate)
	server := filepath.Join(t.TempDir(), "threatvet")
	if out, err := exec.Command("go", "build", "-o", server, "../../cmd/threatvet").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	script, err := filepath.Abs("testdata/nvim.lua")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile "+script)
	cmd.Env = append(os.Environ(), "LSP_SERVER="+server, "LSP_DIR="+dir, "LSP_FILE=images/main.tf", "LSP_THREAT="+tags, "HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir())
	out, err := cmd.CombinedOutput()
	text := strings.ReplaceAll(string(out), "\r", "")
	if err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	for _, want := range []string{
		"diagnostic at line 3, columns 2 to 34",
		`action: Set image_tag_mutability = "IMMUTABLE"`,
		"hover: true",
		`  image_tag_mutability = "IMMUTABLE"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	saved, err := os.ReadFile(filepath.Join(dir, "images", "main.tf"))
	if err != nil || !strings.Contains(string(saved), `"MUTABLE"`) {
		t.Errorf("the file on the disk has changed without being saved: %s (%v)", saved, err)
	}
}
