package sarif

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// TestMultitool validates against the SARIF schema and GitHub's rules with
// Microsoft's multitool (npm: @microsoft/sarif-multitool-linux), where it is
// installed: in PATH, or named by THREATVET_SARIF_MULTITOOL.
func TestMultitool(t *testing.T) {
	program := os.Getenv("THREATVET_SARIF_MULTITOOL")
	if program == "" {
		found, err := exec.LookPath("Sarif.Multitool")
		if err != nil {
			t.Skip("Sarif.Multitool is not installed; set THREATVET_SARIF_MULTITOOL to its path to validate against the schema")
		}
		program = found
	}
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(filepath.Dir(program), "sarif-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range map[string]*finding.Report{
		"shop":    reporttest.Shop(),
		"hostile": hostile("\x1b[31m\x00<script>](http://x)\u202e\xff %41 \" \\ ' ` {}"),
		"empty":   {System: &model.System{}},
	} {
		t.Run(name, func(t *testing.T) {
			content := written(t, r, Options{Category: "test", Version: "1.2.3"})
			doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("against the schema: %v", err)
			}
			validate(t, program, content)
		})
	}
}

// validate runs the multitool. It exits with 0 even for a file that it cannot
// read, and then says nothing at all; for one that it has read it always has
// something to note.

func validate(t *testing.T, program string, content []byte) {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.sarif"), filepath.Join(dir, "out.sarif")
	if err := os.WriteFile(in, content, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "validate", in, "-o", out, "--log", "ForceOverwrite", "--rule-kind", "Sarif;Ghas",
		"--json-schema", filepath.Join(filepath.Dir(program), "sarif-2.1.0.json"), "--level", "Error;Warning;Note", "--kind", "Fail")
	cmd.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1")
	if console, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, console)
	}
	raw, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Runs []struct {
			Results []struct {
				RuleID  string
				Level   string
				Message struct{ Arguments []string }
			}
		}
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if len(doc.Runs[0].Results) == 0 {
		t.Error("the multitool could not read the file")
	}
	for _, r := range doc.Runs[0].Results {
		if r.Level != "note" { // an absent level is a warning
			t.Errorf("%s %s: %q", r.Level, r.RuleID, r.Message.Arguments)
		}
	}
}
