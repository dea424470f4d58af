package analyzers_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What the suggested fixes make of the test packages compiles.
func TestFixedCodeCompiles(t *testing.T) {
	goldens, err := filepath.Glob("*/testdata/src/*/*.go.golden")
	if err != nil || len(goldens) == 0 {
		t.Fatalf("no fixed code: %v", err)
	}
	fixed := map[string][]string{} // by the testdata folder
	for _, g := range goldens {
		src := filepath.Dir(filepath.Dir(g))
		fixed[src] = append(fixed[src], g)
	}
	for src, files := range fixed {
		t.Run(strings.Split(src, string(filepath.Separator))[0], func(t *testing.T) { compile(t, src, files) })
	}
}

// compile builds the packages of fixed files in a copy of their GOPATH.
func compile(t *testing.T, src string, files []string) {
	path := t.TempDir()
	if err := os.CopyFS(filepath.Join(path, "src"), os.DirFS(src)); err != nil {
		t.Fatal(err)
	}
	args := []string{"build"}
	for _, f := range files {
		rel, err := filepath.Rel(src, f)
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(path, "src", strings.TrimSuffix(rel, ".golden")), text, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, filepath.ToSlash(filepath.Dir(rel)))
	}
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "GO111MODULE=off", "GOPATH="+path, "GOFLAGS=")
	cmd.Dir = path
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}
