package terraform

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Each root in testdata/roots is applied with the real Terraform, and its
// outputs are compared with ours. Only built-in providers are used, so that
// nothing is fetched.
func TestOutputsAreTerraforms(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	roots, err := filepath.Glob("testdata/roots/*.txtar")
	if err != nil || len(roots) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	for _, root := range roots {
		t.Run(filepath.Base(root), func(t *testing.T) {
			t.Parallel()
			dir := unpack(t, root)
			want, got := apply(t, dir), evaluated(t, dir)
			maps.DeleteFunc(got, func(_ string, v any) bool { return v == nil }) // Terraform leaves null outputs out
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("outputs differ (-terraform +threatvet):\n%s", diff)
			}
		})
	}
}

func unpack(t *testing.T, archive string) string {
	t.Helper()
	a, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	fsys, err := txtar.FS(a)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, fsys); err != nil {
		t.Fatal(err)
	}
	return dir
}

// apply returns the outputs that Terraform computes, by name.
func apply(t *testing.T, dir string) map[string]any {
	t.Helper()
	terraform(t, dir, "init", "-backend=false", "-input=false")
	terraform(t, dir, "apply", "-auto-approve", "-input=false")
	var outputs map[string]struct {
		Value     any
		Sensitive bool
	}
	if err := json.Unmarshal(terraform(t, dir, "output", "-json"), &outputs); err != nil {
		t.Fatal(err)
	}
	values := map[string]any{}
	for name, o := range outputs {
		if o.Sensitive {
			o.Value = map[string]any{"sensitive": true}
		}
		values[name] = o.Value
	}
	return values
}

func terraform(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("terraform", args...)
	cmd.Dir = dir
	cmd.Env = terraformEnv()
	out, err := cmd.Output()
	if err != nil {
		var stderr []byte
		if exit, ok := err.(*exec.ExitError); ok { //nolint:errorlint // exec returns it bare
			stderr = exit.Stderr
		}
		t.Fatalf("terraform %v: %v\n%s%s", args, err, out, stderr)
	}
	return out
}

func terraformEnv() []string {
	return append(os.Environ(), "TF_IN_AUTOMATION=1", "CHECKPOINT_DISABLE=1", "TF_CLI_CONFIG_FILE="+os.DevNull)
}

func evaluated(t *testing.T, dir string) map[string]any {
	t.Helper()
	result, err := Load(context.Background(), Options{FS: os.DirFS(dir)})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range result.Diagnostics {
		t.Errorf("diagnostic: %v", d)
	}
	for _, root := range result.Roots {
		if root.Dir != "." {
			continue
		}
		text, err := OutputsJSON(root)
		if err != nil {
			t.Fatal(err)
		}
		var values map[string]any
		if err := json.Unmarshal(text, &values); err != nil {
			t.Fatal(err)
		}
		return values
	}
	t.Fatal("no root")
	return nil
}
