# Vaults, keys and secrets; what is recorded and what raises an alarm.

data "azurerm_key_vault" {
  kind = "secret_store"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.KeyVault/vaults/${standin_name}" }
}

data "azurerm_key_vault_secret" {
  standin "id" { value = "https://standin.vault.azure.net/secrets/${standin_name}/standin" }
}

resource "azurerm_advanced_threat_protection" {
  kind = "log.detector"

  fact "detects" { value = default(self.enabled, false) }
}

resource "azurerm_key_vault" {
  kind = "secret_store"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.KeyVault/vaults/${standin_name}" }
  standin "vault_uri" { value = "https://${standin_name}.vault.azure.net/" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/key_vault
  fact "deletion_protection" { value = default(self.purge_protection_enabled, false) && default(self.soft_delete_enabled, true) }
  fact "deletion_window_days" { value = default(self.soft_delete_retention_days, 90) }
  fact "encrypted_at_rest" { value = true }
  # The vault keeps its own list unless it leaves rights to role assignments.
  fact "own_access_list" { value = !default(self.rbac_authorization_enabled, self.enable_rbac_authorization, false) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && default(self.network_acls[0].default_action, "Allow") == "Allow" }

  binding {
    each    = flatten([for p in default(self.access_policy, []) : [for name in default(p.secret_permissions, []) : { object = p.object_id, name = lower(name) }]])
    when    = contains(local.vault_permissions, each.name)
    role    = "vault-secrets-${each.name}"
    members = each.object
    on      = self.id
    of_type = ["azurerm_key_vault"]
  }
}

# Rights in a vault that keeps its own list.
resource "azurerm_key_vault_access_policy" {
  binding {
    each    = [for name in default(self.secret_permissions, []) : lower(name)]
    when    = contains(local.vault_permissions, each)
    role    = "vault-secrets-${each}"
    members = self.object_id
    on      = self.key_vault_id
    of_type = ["azurerm_key_vault"]
  }
}

resource "azurerm_key_vault_certificate" {
  kind    = "secret_store"
  name    = self.name
  part_of = self.key_vault_id

  standin "secret_id" { value = "https://standin.vault.azure.net/secrets/${standin_name}/standin" }

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_key_vault_key" {
  kind    = "kms_key"
  name    = self.name
  part_of = self.key_vault_id

  standin "id" { value = "https://standin.vault.azure.net/keys/${standin_name}/standin" }
  standin "versionless_id" { value = "https://standin.vault.azure.net/keys/${standin_name}" }

  fact "expires" { value = has(self.expiration_date) }
  fact "hardware_key" { value = matches(self.key_type, "-HSM$") }
  fact "rotation" { value = length(default(self.rotation_policy, [])) > 0 }
}

resource "azurerm_key_vault_managed_hardware_security_module" {
  kind = "kms_key"
  name = self.name

  fact "deletion_protection" { value = default(self.purge_protection_enabled, false) }
  fact "hardware_key" { value = true }
}

resource "azurerm_key_vault_secret" {
  kind    = "secret_store"
  name    = self.name
  part_of = self.key_vault_id

  standin "id" { value = "https://standin.vault.azure.net/secrets/${standin_name}/standin" }
  standin "versionless_id" { value = "https://standin.vault.azure.net/secrets/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
  fact "expires" { value = has(self.expiration_date) }
  fact "literal_secret" { value = literal(self.value) }
}

resource "azurerm_log_analytics_workspace" {
  kind = "log.sink"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.OperationalInsights/workspaces/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/log_analytics_workspace#retention_in_days
  fact "retention_days" { value = default(self.retention_in_days, 30) }
}

resource "azurerm_log_analytics_solution" {
  kind = "log.detector"
  name = self.solution_name
}

resource "azurerm_application_insights" {
  kind = "log.sink"
  name = self.name

  fact "retention_days" { value = default(self.retention_in_days, 90) }
}

resource "azurerm_monitor_action_group" {}

resource "azurerm_monitor_activity_log_alert" {
  also = ["azurerm_monitor_metric_alert", "azurerm_monitor_scheduled_query_rules_alert", "azurerm_monitor_scheduled_query_rules_alert_v2"]
  kind = "log.detector"
  name = self.name

  fact "detects" { value = default(self.enabled, true) }
}

resource "azurerm_monitor_diagnostic_setting" {
  control "logging" { on = self.target_resource_id }
  flow {
    from      = self.target_resource_id
    to        = default(self.storage_account_id, self.log_analytics_workspace_id)
    operation = "s3:PutObject"
  }
}

# What happens to a subscription. The type is gone since provider version 4.
resource "azurerm_monitor_log_profile" {
  kind = "log.trail"
  name = self.name

  fact "records_all_kinds" { value = alltrue([for k in ["action", "delete", "write"] : contains([for c in default(self.categories, []) : lower(c)], k)]) }
  fact "multi_region" { value = length(default(self.locations, [])) >= 20 || contains([for l in default(self.locations, []) : lower(l)], "global") && length(default(self.locations, [])) >= 20 }
  fact "retention_days" { value = default(self.retention_policy[0].enabled, false) ? default(self.retention_policy[0].days, 0) : 0 }
  fact "recording" { value = default(self.retention_policy[0].enabled, true) || default(self.retention_policy[0].days, 1) == 0 }
}

resource "azurerm_security_center_auto_provisioning" {
  kind = "log.detector"

  fact "detects" { value = default(self.auto_provision, "Off") == "On" }
}

resource "azurerm_security_center_contact" {
  kind = "log.detector"
  name = self.email

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/security_center_contact
  fact "alerts_someone" { value = default(self.email, "") != "" && default(self.phone, "") != "" && default(self.alert_notifications, false) && default(self.alerts_to_admins, false) }
}

resource "azurerm_security_center_setting" {
  kind = "log.detector"
  name = self.setting_name

  fact "detects" { value = default(self.enabled, false) }
}

resource "azurerm_security_center_subscription_pricing" {
  kind = "log.detector"
  name = self.resource_type

  fact "detects" { value = default(self.tier, "") == "Standard" }
}

resource "azurerm_sentinel_alert_rule_scheduled" {
  also = ["azurerm_sentinel_alert_rule_ms_security_incident", "azurerm_sentinel_alert_rule_nrt"]
  kind = "log.detector"
  name = default(self.display_name, self.name)

  fact "detects" { value = default(self.enabled, true) }
}

resource "azurerm_sentinel_log_analytics_workspace_onboarding" {
  kind = "log.detector"
}

resource "azurerm_attestation_provider" {}

resource "azurerm_management_lock" {}

resource "azurerm_policy_assignment" {
  also = ["azurerm_resource_group_policy_assignment", "azurerm_subscription_policy_assignment", "azurerm_management_group_policy_assignment"]
}

resource "azurerm_policy_definition" {}
