package catalog_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/catalog"
)

// TestBindings uses a cloud of its own, as rights given by binding roles are no
// matter of any one provider.
func TestBindings(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	err = c.Extend(fstest.MapFS{"own.hcl": {Data: []byte(`
provider "acme" {
  scopes = self.project
}
resource "acme_account" {
  kind = "identity.role"
  name = self.name
  standin "email" { value = "${standin_name}@acme.example" }
  identity {
    kind = "service_account"
    arn  = self.email
  }
}
resource "acme_bucket" {
  kind = "store.object"
  standin "id" { value = standin_name }
}
resource "acme_role" {
  standin "id" { value = standin_name }
  role {
    permissions = self.permissions
    except      = self.but
  }
}
resource "acme_grant" {
  binding {
    role      = self.role
    members   = self.members
    on        = self.on
    condition = self.when
  }
}
`)}})
	if err != nil {
		t.Fatal(err)
	}
	sys := build(t, c, `
variable "open" {}
resource "acme_account" "app" { name = "app" }
resource "acme_bucket" "b" { project = "p1" }
resource "acme_role" "own" {
  permissions = ["bucket.get", "bucket.set"]
  but         = ["bucket.set"]
}
resource "acme_grant" "bucket" {
  role    = "roles/reader"
  members = ["serviceAccount:${acme_account.app.email}", "allUsers"]
  on      = acme_bucket.b.id
}
resource "acme_grant" "project" {
  role    = acme_role.own.id
  members = acme_account.app.email
  on      = "p1"
  when    = "at night"
}
resource "acme_grant" "unknown" {
  role    = var.open
  members = "user:ann@acme.example"
  on      = "p1"
}
resource "acme_grant" "nobody" {
  role    = "roles/reader"
  members = var.open
  on      = "p1"
}
`)
	var got []string
	for _, b := range sys.Bindings {
		got = append(got, strings.TrimSpace(fmt.Sprintf("%s: %s %v-%v to %v on %v %q if %q %s:%d", b.ID, b.Role, b.Permissions, b.Except, b.Members, b.On, b.Scope, b.Condition, b.State, b.Evidence[0].Line)))
	}
	want := []string{
		`acme_grant.bucket#binding: roles/reader []-[] to [acme_account.app allUsers] on [acme_bucket.b] "acme-bucket-b" if "" known:10`,
		`acme_grant.nobody#binding: roles/reader []-[] to [] on [] "p1" if "" unknown:26`,
		`acme_grant.project#binding: acme_role.own [bucket.get bucket.set]-[bucket.set] to [acme_account.app] on [] "p1" if "at night" known:15`,
		`acme_grant.unknown#binding:  []-[] to [user:ann@acme.example] on [] "p1" if "" unknown:21`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, e := range sys.Elements {
		if e.ID == "acme_bucket.b" && !cmp.Equal(e.Scopes, []string{"p1"}) {
			t.Errorf("scopes %v, want those that the provider's entry says", e.Scopes)
		}
	}
}
