package roledata

import (
	"slices"
	"testing"
)

func TestRole(t *testing.T) {
	azure, google := Clouds()["azurerm"], Clouds()["google"]
	tests := []struct {
		cloud            *Cloud
		name, technology string
		want             []string
	}{
		{google, "roles/owner", "google_storage_bucket", []string{"admin"}},
		{google, "roles/storage.objectViewer", "google_storage_bucket", []string{"list", "read"}},
		{google, "roles/storage.objectViewer", "google_sql_database_instance", nil},
		{google, "roles/editor", "google_secret_manager_secret", []string{"list", "write"}},
		{azure, "owner", "azurerm_key_vault", []string{"admin"}},
		{azure, "Contributor", "azurerm_key_vault_secret", []string{"list", "write"}},
		{azure, "/subscriptions/1/providers/Microsoft.Authorization/roleDefinitions/ACDD72A7-3385-48ef-bd42-f606fba81ae7", "azurerm_key_vault", []string{"list"}},
	}
	for _, tt := range tests {
		r, ok := tt.cloud.Role(tt.name)
		if !ok {
			t.Errorf("%s is not known", tt.name)
		} else if got := r.On(tt.technology); !slices.Equal(got, tt.want) {
			t.Errorf("%s on %s: %v, want %v", tt.name, tt.technology, got, tt.want)
		}
	}
}

func TestHolds(t *testing.T) {
	azure, google := Clouds()["azurerm"], Clouds()["google"]
	tests := []struct {
		cloud            *Cloud
		name, permission string
		want             bool
	}{
		{google, "roles/owner", "iam.serviceAccounts.getAccessToken", true},
		{google, "roles/editor", "iam.serviceAccounts.actAs", true},
		{google, "roles/editor", "storage.buckets.setIamPolicy", false},
		{google, "roles/iam.securityAdmin", "storage.buckets.setIamPolicy", true},
		{google, "roles/viewer", "compute.instances.create", false},
		{azure, "Contributor", "Microsoft.Compute/virtualMachines/runCommand/action", true},
		{azure, "Contributor", "Microsoft.Authorization/roleAssignments/write", false},
		{azure, "User Access Administrator", "microsoft.authorization/roleassignments/write", true},
		{azure, "Reader", "Microsoft.Storage/storageAccounts/listkeys/action", false},
	}
	for _, tt := range tests {
		if r, _ := tt.cloud.Role(tt.name); r.Holds(tt.permission) != tt.want {
			t.Errorf("%s holds %s: %t", tt.name, tt.permission, !tt.want)
		}
	}
}

// TestEveryLineGives checks that no entry of the data is without effect, and
// that no name stands twice.
func TestEveryLineGives(t *testing.T) {
	for provider, c := range Clouds() {
		seen := map[string]bool{}
		for _, r := range slices.Concat(c.Roles, c.Permissions) {
			if len(r.List)+len(r.Read)+len(r.Write)+len(r.Permissions)+len(r.Admin)+len(r.Can) == 0 {
				t.Errorf("%s: %s gives nothing", provider, r.Name)
			}
			if seen[r.Name] || r.ID != "" && seen[r.ID] {
				t.Errorf("%s: %s stands twice", provider, r.Name)
			}
			seen[r.Name], seen[r.ID] = true, true
		}
		for _, name := range c.Nothing {
			if seen[name] {
				t.Errorf("%s: %s stands twice", provider, name)
			}
			seen[name] = true
		}
	}
}
