package attackpath

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// mallory is who attacks in the clouds that work with role bindings.
const mallory = "user:mallory@example.com"

// azureScope is where everything of Azure lies in fixtures.
const azureScope = "/subscriptions/1/resourceGroups/shop"

// boundStock is what the systems of fixtures with a cloud hold. What has "as"
// runs as account.victim, which is administrator.
var boundStock = []struct {
	cloud, id, kind, technology string
	as                          bool
}{
	{"google", "account.victim", "identity.role", "google_service_account", false},
	{"google", "account.other", "identity.role", "google_service_account", false},
	{"google", "batch", "store.object", "google_storage_bucket", false},
	{"google", "bucket", "store.object", "google_storage_bucket", false},
	{"google", "cluster", "k8s.cluster", "google_container_cluster", true},
	{"google", "key", "kms_key", "google_kms_crypto_key", false},
	{"google", "ciphertext", "secret_store", "google_kms_secret_ciphertext", false},
	{"google", "pods-secret", "secret_store", "kubernetes_secret", false},
	{"google", "default-machine", "compute.vm", "google_compute_instance", false},
	{"google", "default-function", "compute.function", "google_cloudfunctions2_function", false},
	{"google", "default-service", "compute.container", "google_cloud_run_service", false},
	{"google", "nodes", "compute.vm", "google_container_node_pool", true},
	{"google", "function", "compute.function", "google_cloudfunctions_function", true},
	{"google", "dataproc", "compute.batch", "google_dataproc_cluster", true},
	{"google", "job", "compute.batch", "google_cloud_run_v2_job", true},
	{"google", "workflow", "compute.batch", "google_workflows_workflow", true},
	{"google", "machine", "compute.vm", "google_compute_instance", true},
	{"google", "pool", "identity_provider", "google_iam_workload_identity_pool", false},
	{"google", "provider", "identity_provider", "google_iam_workload_identity_pool_provider", false},
	{"google", "registry", "store.registry", "google_artifact_registry_repository", false},
	{"google", "custom", "identity.policy", "google_project_iam_custom_role", false},
	{"google", "service", "compute.container", "google_cloud_run_service", true},
	{"google", "state", "ci.state", "terraform_backend_gcs", false},
	{"google", "sink", "log.sink", "google_logging_project_sink", false},
	{"google", "sql", "store.sql", "google_sql_database_instance", false},
	{"azurerm", "account.victim", "identity.role", "azurerm_user_assigned_identity", false},
	{"azurerm", "app", "compute.function", "azurerm_linux_function_app", true},
	{"azurerm", "automation", "ci.pipeline", "azurerm_automation_account", true},
	{"azurerm", "backups", "store.snapshot", "azurerm_recovery_services_vault", false},
	{"azurerm", "cluster", "k8s.cluster", "azurerm_kubernetes_cluster", true},
	{"azurerm", "container", "compute.container", "azurerm_container_group", true},
	{"azurerm", "containerapp", "compute.container", "azurerm_container_app", true},
	{"azurerm", "credential", "identity_provider", "azurerm_federated_identity_credential", true},
	{"azurerm", "custom", "identity.policy", "azurerm_role_definition", false},
	{"azurerm", "factory", "ci.pipeline", "azurerm_data_factory", true},
	{"azurerm", "logic", "compute.function", "azurerm_logic_app_workflow", true},
	{"azurerm", "machine", "compute.vm", "azurerm_linux_virtual_machine", true},
	{"azurerm", "machines", "compute.vm", "azurerm_linux_virtual_machine_scale_set", true},
	{"azurerm", "registry", "store.registry", "azurerm_container_registry", false},
	{"azurerm", "task", "ci.pipeline", "azurerm_container_registry_task", true},
	{"azurerm", "disk", "store.block", "azurerm_managed_disk", false},
	{"azurerm", "postgres", "store.sql", "azurerm_postgresql_flexible_server", false},
	{"azurerm", "server", "store.sql", "azurerm_mssql_server", false},
	{"azurerm", "storage", "store.object", "azurerm_storage_account", false},
	{"azurerm", "vault", "secret_store", "azurerm_key_vault", false},
	{"azuread", "group.victim", "identity.group", "azuread_group", false},
	{"azuread", "program.victim", "identity.role", "azuread_service_principal", false},
	{"azuread", "user.attacker", "identity.user", "azuread_user", false},
	{"azuread", "user.victim", "identity.user", "azuread_user", false},
}

// accountKinds are the identities among them.
var accountKinds = map[string]string{
	"google_service_account": "service_account", "azurerm_user_assigned_identity": "managed_identity",
	"azuread_group": "group", "azuread_service_principal": "service_account", "azuread_user": "user",
}

// boundSystem is a small system in one of the clouds that work with role
// bindings. Each of f.Bindings reads "who | role or permissions | on".
func (f fixture) boundSystem() *model.System {
	sys := model.New()
	clouds := []string{f.Cloud}
	if f.Cloud == "azuread" {
		clouds = append(clouds, "azurerm")
	}
	for _, s := range boundStock {
		if !slices.Contains(clouds, s.cloud) || slices.Contains(f.Without, s.id) {
			continue
		}
		sys.Elements = append(sys.Elements, f.boundElement(s.cloud, s.id, s.kind, s.technology, s.as))
		if kind := accountKinds[s.technology]; kind != "" {
			sys.Identities = append(sys.Identities, &model.Identity{ID: s.id, Kind: kind, Name: s.id, Facts: sys.Elements[len(sys.Elements)-1].Facts})
		}
	}
	if f.Rule != "" {
		sys.Elements = append(sys.Elements, &model.Element{ID: "rule", Kind: "iac.config", Name: f.Rule, Provider: f.Cloud, Facts: map[string]model.Fact{"enforced": {Value: true, State: model.Known}}})
	}
	list := f.Bindings
	switch f.Cloud {
	case "google":
		list = append(list, "account.victim | roles/owner | shop")
	case "azurerm":
		list = append(list, "account.victim | Owner | /subscriptions/1")
	case "azuread":
		list = append(list, "group.victim | Owner | /subscriptions/1", "program.victim | Owner | /subscriptions/1", "user.victim | Owner | /subscriptions/1")
	}
	for i, text := range list {
		sys.Bindings = append(sys.Bindings, f.boundBinding(sys, i, text))
	}
	if f.Data != "" {
		sys.DataAssets = append(sys.DataAssets, &model.DataAsset{ID: "data", Confidentiality: 4, Integrity: 4, Declared: true, FoundIn: []string{f.Data}})
	}
	return sys
}

func (f fixture) boundElement(cloud, id, kind, technology string, as bool) *model.Element {
	e := &model.Element{ID: id, Kind: kind, Technology: technology, Name: id, Provider: cloud, Facts: map[string]model.Fact{}}
	switch cloud {
	case "google":
		e.Scopes = []string{"shop"}
		if id == "pool" {
			e.Aliases = []string{"projects/0/locations/global/workloadIdentityPools/pool"}
		}
	case "azurerm":
		e.Scopes = []string{"/subscriptions/1", azureScope}
	case "azuread":
		e.Scopes = []string{"tenant"}
	}
	if as {
		e.RunsAs = "account.victim"
	}
	if scopes := f.Scopes[id]; scopes != nil {
		e.Facts["token_scopes"] = model.Fact{Value: scopes, State: model.Known}
	}
	e.PartOf = map[string]string{"provider": "pool", "task": "registry", "nodes": "cluster"}[id]
	e.Exposure = model.Exposure{Level: model.ExposureInternal, State: model.Known}
	if level := f.Exposure[id]; level != "" {
		e.Exposure.Level = level
	}
	e.Network = &model.Network{PublicAddress: model.Fact{Value: false, State: model.Known}}
	for name, value := range f.Facts {
		if on, fact, _ := strings.Cut(name, "#"); on == id {
			e.Facts[fact] = model.Fact{Value: value, State: model.Known}
		}
	}
	if f.Secret == id {
		of := "account.victim"
		if f.Cloud == "azuread" {
			of = "program.victim"
		}
		e.References = append(e.References, model.Reference{Attribute: "state", To: of, Credential: true})
	}
	if from := f.CodeFrom[id]; from != "" {
		e.References = append(e.References, model.Reference{Attribute: f.Attribute, To: from})
	}
	return e
}

func (f fixture) boundBinding(sys *model.System, i int, text string) *model.Binding {
	part := strings.Split(text, " | ")
	if len(part) != 3 {
		panic("binding " + text)
	}
	who, role, on := strings.Replace(part[0], "me", mallory, 1), part[1], part[2]
	if part[0] != "me" {
		who = part[0]
	}
	b := &model.Binding{Role: role, Members: []string{who}, Scope: on, State: model.Known, Condition: f.When}
	b.Evidence = []model.Evidence{{Location: model.Location{File: "main.tf", Line: 20 + i}}}
	if who != mallory {
		b.Condition = ""
	}
	if list, ok := strings.CutPrefix(role, "perm:"); ok {
		b.Role, b.Permissions = "own", strings.Split(list, ",")
	}
	if list, ok := strings.CutPrefix(role, "deny:"); ok {
		b.Role, b.Permissions, b.Deny = "deny", strings.Split(list, ","), true
	}
	typ := map[string]string{"google": "google_project_iam_member", "azurerm": "azurerm_role_assignment", "azuread": "azuread_directory_role_assignment"}[f.Cloud]
	if strings.HasPrefix(on, "/subscriptions") {
		typ = "azurerm_role_assignment"
	}
	if slices.ContainsFunc(sys.Elements, func(e *model.Element) bool { return e.ID == on }) {
		b.On = []string{on}
		if f.Cloud == "google" {
			typ = "google_storage_bucket_iam_member"
		}
	}
	b.ID = fmt.Sprintf("%s.b%d#binding", typ, i)
	return b
}
