package catalog_test

import (
	"context"
	"testing"
	"testing/fstest"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

func TestStates(t *testing.T) {
	const keys = `
resource "aws_iam_user" "ops" { name = "ops" }
resource "aws_iam_access_key" "ops" { user = aws_iam_user.ops.name }
resource "google_storage_bucket" "state" { name = "shop-state" }
`
	tests := []struct{ name, backend, alias, store string }{
		{"a place that is told in full", `backend "s3" {
    bucket = "shop-state"
    key    = "a/b"
  }`, "arn:aws:s3:::shop-state/a/b", ""},
		{"a part comes from the command line", `backend "s3" { key = "a/b" }`, "", ""},
		{"a bucket of the sources", `backend "gcs" { bucket = "shop-state" }`, "", "google_storage_bucket.state"},
		{"a kind of backend that is not described", `backend "consul" { path = "a/b" }`, "", ""},
	}
	known, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			source := "terraform {\n  " + tt.backend + "\n}\n" + keys
			result, err := terraform.Load(context.Background(), terraform.Options{FS: fstest.MapFS{"main.tf": {Data: []byte(source)}}, Schema: known})
			if err != nil {
				t.Fatal(err)
			}
			e := known.Build(result).Index().Elements["terraform.backend"]
			if tt.alias == "" && tt.store == "" {
				if e != nil {
					t.Errorf("a state at %v that is not told", e.Aliases)
				}
				return
			}
			if e == nil || e.Kind != "ci.state" || tt.alias != "" && (len(e.Aliases) != 1 || e.Aliases[0] != tt.alias) {
				t.Fatalf("state %+v, want alias %q", e, tt.alias)
			}
			held := map[string]bool{}
			for _, r := range e.References {
				held[r.To] = r.Credential
			}
			if !held["aws_iam_user.ops"] {
				t.Errorf("the state holds %v, want the key of aws_iam_user.ops", held)
			}
			if _, ok := held[tt.store]; tt.store != "" && !ok {
				t.Errorf("the state lies in %v, want %s", held, tt.store)
			}
		})
	}
}
