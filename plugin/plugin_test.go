package plugin

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
)

func names(t *testing.T, conf any) []string {
	t.Helper()
	made, err := New(conf)
	if err != nil {
		t.Fatal(err)
	}
	list, err := made.BuildAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, a := range list {
		names = append(names, a.Name)
	}
	return names
}

func TestSettings(t *testing.T) {
	if _, err := register.GetPlugin("threatvet"); err != nil {
		t.Error(err)
	}
	all := names(t, nil)
	if !slices.Contains(all, "tlsverify") || slices.Contains(all, "gosystem") {
		t.Errorf("without settings: %q", all)
	}
	if got := names(t, map[string]any{"only": []string{"xss", "tlsverify"}}); !slices.Equal(got, []string{"tlsverify", "xss"}) {
		t.Errorf("only: %q", got)
	}
	if got := names(t, map[string]any{"skip": []string{"tlsverify"}}); len(got) != len(all)-1 || slices.Contains(got, "tlsverify") {
		t.Errorf("skip: %q", got)
	}
	for _, wrong := range []any{map[string]any{"only": []string{"tls"}}, map[string]any{"onyl": []string{"xss"}}} {
		if _, err := New(wrong); err == nil {
			t.Errorf("%v is no mistake", wrong)
		}
	}
}

// A golangci-lint with the plugin in it finds what go vet finds. Its build takes
// minutes and downloads golangci-lint, so it has to be asked for.
func TestCustomBuild(t *testing.T) {
	if os.Getenv("THREATVET_GOLANGCI") == "" {
		t.Skip("builds golangci-lint; THREATVET_GOLANGCI=1 asks for it")
	}
	project, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	custom := t.TempDir()
	write(t, custom, "main.go", builder)
	write(t, custom, "go.mod", strings.ReplaceAll(builderModule, "PROJECT", project))
	run(t, custom, true, "go", "build", "-mod=mod", "-o", "custom-gcl", ".")

	sources := t.TempDir()
	for name, text := range sample {
		write(t, sources, name, text)
	}
	out := run(t, sources, false, filepath.Join(custom, "custom-gcl"), "run", "./...")
	for _, want := range []string{"main.go:13:23: tlsverify: GOC-001: ", "main.go:16:20: pathtraversal: GOH-021: ", "2 issues:"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func run(t *testing.T, dir string, must bool, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil && must {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
