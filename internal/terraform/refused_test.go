package terraform

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// Each root in testdata/badroots is refused by the real Terraform. Ours says so
// at the same line, and still evaluates the rest of the root.
func TestWhatTerraformRefusesIsSaid(t *testing.T) {
	if _, err := exec.LookPath("terraform"); err != nil {
		t.Skip("terraform is not installed")
	}
	roots, err := filepath.Glob("testdata/badroots/*.txtar")
	if err != nil || len(roots) == 0 {
		t.Fatalf("no roots: %v", err)
	}
	for _, root := range roots {
		t.Run(filepath.Base(root), func(t *testing.T) {
			t.Parallel()
			dir := unpack(t, root)
			want := refusals(t, dir)
			result, err := Load(context.Background(), Options{FS: os.DirFS(dir)})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range result.Diagnostics {
				if d.Subject != nil {
					got = append(got, fmt.Sprintf("%s:%d", d.Subject.Filename, d.Subject.Start.Line))
				}
			}
			if slices.Equal(want, []string{":0"}) { // Terraform gives a cycle no place
				want = got
			}
			if !slices.ContainsFunc(want, func(at string) bool { return slices.Contains(got, at) }) {
				t.Errorf("terraform refuses %v; ours says %v", want, result.Diagnostics)
			}
			i := slices.IndexFunc(result.Roots, func(r *Root) bool { return r.Dir == "." })
			if i < 0 {
				t.Fatal("no root")
			}
			text, err := OutputsJSON(result.Roots[i])
			if err != nil {
				t.Fatal(err)
			}
			var outputs map[string]any
			if err := json.Unmarshal(text, &outputs); err != nil {
				t.Fatal(err)
			}
			if outputs["ok"] != float64(1) {
				t.Errorf("the rest of the root is lost: %s", text)
			}
		})
	}
}

// refusals are the places of Terraform's errors.
func refusals(t *testing.T, dir string) []string {
	t.Helper()
	var at []string
	for _, args := range [][]string{{"init", "-json", "-backend=false", "-input=false"}, {"plan", "-json", "-input=false"}} {
		cmd := exec.Command("terraform", args...)
		cmd.Dir, cmd.Env = dir, terraformEnv()
		out, err := cmd.Output()
		if err == nil {
			continue
		}
		for line := range bytes.Lines(out) {
			var message struct {
				Diagnostic struct {
					Severity string
					Range    struct {
						Filename string
						Start    struct{ Line int }
					}
				}
			}
			if json.Unmarshal(line, &message) == nil && message.Diagnostic.Severity == "error" {
				r := message.Diagnostic.Range
				at = append(at, fmt.Sprintf("%s:%d", r.Filename, r.Start.Line))
			}
		}
		if len(at) == 0 {
			t.Fatalf("terraform %v fails without a place: %s", args, out)
		}
		return at
	}
	t.Fatal("terraform accepts the root")
	return nil
}

func TestTofuFilesReplaceTheirNamesakes(t *testing.T) {
	for _, c := range []struct {
		name, files, want string
	}{
		{"alone", "-- a.tofu --\noutput \"o\" { value = 1 }\n", `{"o":1}`},
		{"instead", "-- a.tf --\noutput \"o\" { value = 1 }\n-- a.tofu --\noutput \"o\" { value = 2 }\n", `{"o":2}`},
		{"beside", "-- a.tf --\noutput \"o\" { value = 1 }\n-- b.tofu --\noutput \"p\" { value = 2 }\n", `{"o":1,"p":2}`},
		{"JSON", "-- a.tf.json --\n{\"output\": {\"o\": {\"value\": 1}}}\n-- a.tofu.json --\n{\"output\": {\"o\": {\"value\": 3}}}\n", `{"o":3}`},
		{"override", "-- a.tf --\noutput \"o\" { value = 1 }\n-- override.tf --\noutput \"o\" { value = 4 }\n-- override.tofu --\noutput \"o\" { value = 5 }\n", `{"o":5}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "root.txtar")
			if err := os.WriteFile(file, []byte(c.files), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := json.Marshal(evaluated(t, unpack(t, file)))
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, want %s (%v)", got, c.want, err)
			}
		})
	}
}
