package terraform

import (
	"slices"
	"testing"

	"github.com/hashicorp/hcl/v2/hclparse"
)

func TestIgnoresChanges(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"no lifecycle", `a = 1`, nil},
		{"a list", `lifecycle { ignore_changes = [secret_string, tags["Name"], metadata[0].labels] }`, []string{"secret_string", "tags", "metadata"}},
		{"texts, as before 0.12", `lifecycle { ignore_changes = ["secret_string", "tags.Name"] }`, []string{"secret_string", "tags"}},
		{"all", `lifecycle { ignore_changes = all }`, []string{Everything}},
		{"other settings", `lifecycle { prevent_destroy = true }`, nil},
		{"no list", `lifecycle { ignore_changes = 7 }`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, diags := hclparse.NewParser().ParseHCL([]byte(tt.text+"\n"), "main.tf")
			if diags.HasErrors() {
				t.Fatal(diags)
			}
			if got := ignoresChanges(f.Body); !slices.Equal(got, tt.want) {
				t.Errorf("ignores %v, want %v", got, tt.want)
			}
		})
	}
	t.Run("JSON", func(t *testing.T) {
		f, diags := hclparse.NewParser().ParseJSON([]byte(`{"lifecycle": {"ignore_changes": ["secret_string"]}}`), "main.tf.json")
		if diags.HasErrors() {
			t.Fatal(diags)
		}
		if got := ignoresChanges(f.Body); !slices.Equal(got, []string{"secret_string"}) {
			t.Errorf("ignores %v", got)
		}
	})
}
