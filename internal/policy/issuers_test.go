package policy

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/issuer"
)

// TestIssuersAreThoseOfTheData keeps what the policies know of issuers the same
// as what everything else does.
func TestIssuersAreThoseOfTheData(t *testing.T) {
	const file = "../../policies/lib/issuers.rego"
	if *update {
		if err := os.WriteFile(file, []byte(issuer.Rego()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(issuer.Rego(), string(got)); diff != "" {
		t.Errorf("policies/lib/issuers.rego is behind the data; run `make golden`\n%s", diff)
	}
}
