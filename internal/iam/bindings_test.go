package iam

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/model"
)

func TestBindings(t *testing.T) {
	bucket := &model.Element{ID: "google_storage_bucket.b", Kind: "store.object", Technology: "google_storage_bucket", Provider: "google", Scopes: []string{"shop"}}
	secret := &model.Element{ID: "google_secret_manager_secret.s", Kind: "secret_store", Technology: "google_secret_manager_secret", Provider: "google", Scopes: []string{"other"}}
	account := &model.Element{ID: "google_service_account.app", Kind: "identity.role", Technology: "google_service_account", Provider: "google", Scopes: []string{"shop"}}
	blobs := &model.Element{ID: "azurerm_storage_account.a", Kind: "store.object", Technology: "azurerm_storage_account", Provider: "azurerm", Aliases: []string{"/subscriptions/1/resourceGroups/Shop/providers/Microsoft.Storage/storageAccounts/a"}}
	container := &model.Element{ID: "azurerm_storage_container.c", Kind: "store.object", Technology: "azurerm_storage_container", Provider: "azurerm", PartOf: blobs.ID}
	vault := &model.Element{ID: "azurerm_key_vault.v", Kind: "secret_store", Technology: "azurerm_key_vault", Provider: "azurerm", Aliases: []string{"/subscriptions/1/resourceGroups/Shop2/providers/Microsoft.KeyVault/vaults/v"}}
	tests := []struct {
		name    string
		binding model.Binding
		want    []string
	}{
		{"a predefined role on a bucket", model.Binding{ID: "google_storage_bucket_iam_member.m", Role: "roles/storage.objectViewer", Members: []string{account.ID}, On: []string{bucket.ID}}, []string{
			account.ID + " list " + bucket.ID, account.ID + " read " + bucket.ID,
		}},
		{"on a project, and not on another", model.Binding{ID: "google_project_iam_member.m", Role: "roles/owner", Members: []string{account.ID}, Scope: "projects/shop"}, []string{
			account.ID + " admin account", account.ID + " admin " + account.ID, account.ID + " admin " + bucket.ID,
		}},
		{"a role that has nothing to do with it", model.Binding{ID: "google_project_iam_member.m", Role: "roles/bigquery.admin", Members: []string{account.ID}, Scope: "shop"}, nil},
		{"viewers do not see secrets", model.Binding{ID: "google_project_iam_member.m", Role: "roles/viewer", Members: []string{"user:ann"}, Scope: "other"}, []string{"user:ann list " + secret.ID}},
		{"everybody", model.Binding{ID: "google_storage_bucket_iam_member.m", Role: "roles/storage.objectCreator", Members: []string{"allUsers", "allAuthenticatedUsers"}, On: []string{bucket.ID}}, []string{
			"any-account write " + bucket.ID, "internet write " + bucket.ID,
		}},
		{"under a condition", model.Binding{ID: "google_storage_bucket_iam_member.m", Role: "roles/storage.objectCreator", Members: []string{"user:ann"}, On: []string{bucket.ID}, Condition: "request.time < x"}, []string{
			"user:ann write " + bucket.ID + " if [request.time < x]",
		}},
		{"an organisation", model.Binding{ID: "google_organization_iam_member.m", Role: "roles/secretmanager.secretAccessor", Members: []string{"user:ann"}, Scope: "organizations/7"}, []string{
			"user:ann read " + secret.ID + " if [what the configuration makes lies in organizations/7]",
		}},
		{"a role of one's own", model.Binding{ID: "google_project_iam_member.m", Role: "google_project_iam_custom_role.r", Permissions: []string{"storage.objects.get", "storage.buckets.get"}, Members: []string{"user:ann"}, Scope: "shop"}, []string{
			"user:ann read " + bucket.ID,
		}},
		{"becoming a service account", model.Binding{ID: "google_service_account_iam_member.m", Role: "roles/iam.serviceAccountTokenCreator", Members: []string{"user:ann"}, On: []string{account.ID}}, []string{
			"user:ann read " + account.ID, "user:ann write " + account.ID,
		}},
		{"azure: a group and what is part of its things", model.Binding{ID: "module.x[\"a.b\"].azurerm_role_assignment.m", Role: "Storage Blob Data Reader", Members: []string{"p"}, Scope: "/subscriptions/1/resourcegroups/shop"}, []string{
			"p list " + blobs.ID, "p list " + container.ID, "p read " + blobs.ID, "p read " + container.ID,
		}},
		{"azure: by id", model.Binding{ID: "infra//azurerm_role_assignment.m", Role: "/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6", Members: []string{"p"}, Scope: "/subscriptions/1"}, []string{
			"p list " + vault.ID, "p read " + vault.ID,
		}},
		{"azure: a role of one's own, without some", model.Binding{ID: "azurerm_role_assignment.m", Role: "azurerm_role_definition.r", Permissions: []string{"Microsoft.Storage/*", "Microsoft.KeyVault/vaults/read"}, Except: []string{"Microsoft.Storage/storageAccounts/delete", "*/write", "*/action", "*/blobs/*"}, Members: []string{"p"}, On: []string{blobs.ID, vault.ID}}, []string{
			"p list " + vault.ID, "p list " + blobs.ID, "p list " + container.ID,
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sys := model.New()
			sys.Elements = []*model.Element{bucket, secret, account, blobs, container, vault}
			if tt.binding.State == "" {
				tt.binding.State = model.Known
			}
			sys.Bindings = []*model.Binding{&tt.binding}
			Decide(sys)
			var got []string
			for _, g := range sys.Grants {
				line := g.Identity + " " + g.Level + " " + g.On
				if !g.Certain {
					line += fmt.Sprintf(" if %v", g.Conditions)
				}
				got = append(got, line)
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(sys.Gaps) > 0 {
				t.Errorf("gaps: %v", sys.Gaps[0])
			}
		})
	}
}

func TestUnknownRoleIsSaid(t *testing.T) {
	sys := model.New()
	sys.Bindings = []*model.Binding{{ID: "google_project_iam_member.m", Role: "roles/nosuch.role", Members: []string{"user:ann"}, Scope: "p", State: model.Known,
		Evidence: []model.Evidence{{Location: model.Location{File: "main.tf", Line: 3}}}}}
	Decide(sys)
	if len(sys.Grants) > 0 || len(sys.Gaps) != 1 || sys.Gaps[0].Location.Line != 3 {
		t.Errorf("grants %v, gaps %v; want one gap with its place", sys.Grants, sys.Gaps)
	}
}
