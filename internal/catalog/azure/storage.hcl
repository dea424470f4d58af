# Storage accounts and what is in them.

data "azurerm_storage_account" {
  kind = "store.object"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Storage/storageAccounts/${standin_name}" }
}

# A container can be public only where its account lets it; since provider version
# 3 accounts do unless told otherwise:
# https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/storage_account
resource "azurerm_storage_account" {
  kind = "store.object"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Storage/storageAccounts/${standin_name}" }
  standin "primary_blob_endpoint" { value = "https://${standin_name}.blob.core.windows.net/" }
  standin "primary_queue_endpoint" { value = "https://${standin_name}.queue.core.windows.net/" }
  standin "primary_table_endpoint" { value = "https://${standin_name}.table.core.windows.net/" }
  standin "primary_web_endpoint" { value = "https://${standin_name}.z1.web.core.windows.net/" }
  standin "primary_blob_host" { value = "${standin_name}.blob.core.windows.net" }
  aliases = [self.name]

  companion "container" {
    type  = "azurerm_storage_container"
    where = "storage_account_name"
  }
  companion "container_by_id" {
    type  = "azurerm_storage_container"
    where = "storage_account_id"
  }
  companion "key" {
    type  = "azurerm_storage_account_customer_managed_key"
    where = "storage_account_id"
  }
  companion "queue" {
    type  = "azurerm_storage_queue"
    where = "storage_account_name"
  }
  companion "rules" {
    type  = "azurerm_storage_account_network_rules"
    where = "storage_account_id"
  }

  let "allowed" { value = default(self.allow_nested_items_to_be_public, self.allow_blob_public_access, true) }
  let "open" { value = anytrue([for c in concat(companions.container, companions.container_by_id) : contains(["blob", "container"], default(c.container_access_type, "private"))]) }
  let "default_action" { value = default(companion.rules.default_action, self.network_rules[0].default_action, "Allow") }

  fact "access_logs" {
    value = length(default(self.queue_properties, [])) > 0 ? alltrue([default(self.queue_properties[0].logging[0].read, false), default(self.queue_properties[0].logging[0].write, false), default(self.queue_properties[0].logging[0].delete, false)]) : length(companions.queue) > 0 ? false : null
  }
  fact "backup_elsewhere" { value = !contains(["LRS", "ZRS"], default(self.account_replication_type, "GRS")) }
  fact "cors_any_origin" { value = anytrue([for c in default(self.blob_properties[0].cors_rule, []) : contains(default(c.allowed_origins, []), "*")]) }
  fact "customer_key" { value = has(companion.key) || length(default(self.customer_managed_key, [])) > 0 }
  fact "deletion_window_days" { value = default(self.blob_properties[0].delete_retention_policy[0].days, null) }
  fact "encrypted_at_rest" { value = true }
  fact "object_lock" { value = length(default(self.immutability_policy, [])) > 0 }
  fact "public_guard" { value = !let.allowed }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && let.default_action == "Allow" }
  fact "public_read" { value = let.open && let.allowed }
  fact "public_write" { value = false }
  fact "shared_password" { value = default(self.shared_access_key_enabled, true) }
  fact "tls_min" { value = local.azure_tls[default(self.min_tls_version, "TLS1_2")] }
  fact "tls_required" { value = default(self.https_traffic_only_enabled, self.enable_https_traffic_only, true) }
  fact "twice_encrypted" { value = default(self.infrastructure_encryption_enabled, false) }
  fact "versioned" { value = default(self.blob_properties[0].versioning_enabled, false) }
  fact "website" { value = length(default(self.static_website, [])) > 0 }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_storage_account_customer_managed_key" {
  belongs_to = self.storage_account_id
  of_type    = ["azurerm_storage_account"]
}

resource "azurerm_storage_account_network_rules" {
  kind       = "store.object"
  belongs_to = default(self.storage_account_id, self.storage_account_name)
  of_type    = ["azurerm_storage_account"]

  fact "public_network_access" { value = default(self.default_action, "Allow") == "Allow" }
  fact "service_bypass" { value = !has(self.bypass) ? null : contains(self.bypass, "AzureServices") }
}

resource "azurerm_storage_blob" {
  belongs_to = self.storage_container_name
  of_type    = ["azurerm_storage_container"]
}

resource "azurerm_storage_container" {
  kind    = "store.object"
  name    = self.name
  part_of = default(self.storage_account_id, self.storage_account_name)

  standin "id" { value = "https://${default(self.storage_account_name, "standin")}.blob.core.windows.net/${standin_name}" }

  companion "account" {
    type  = "azurerm_storage_account"
    named = "storage_account_name"
  }

  fact "public_read" { value = contains(["blob", "container"], default(self.container_access_type, "private")) && default(companion.account.allow_nested_items_to_be_public, companion.account.allow_blob_public_access, true) }
  fact "published" { value = default(self.container_access_type, "private") == "blob" && default(companion.account.allow_nested_items_to_be_public, companion.account.allow_blob_public_access, true) }
}

resource "azurerm_storage_data_lake_gen2_filesystem" {
  kind    = "store.object"
  name    = self.name
  part_of = self.storage_account_id
}

resource "azurerm_storage_management_policy" {}

resource "azurerm_storage_object_replication" {}

resource "azurerm_storage_queue" {
  kind    = "queue"
  name    = self.name
  part_of = default(self.storage_account_id, self.storage_account_name)

  standin "id" { value = "https://${default(self.storage_account_name, "standin")}.queue.core.windows.net/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_storage_share" {
  kind    = "store.file"
  name    = self.name
  part_of = default(self.storage_account_id, self.storage_account_name)

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_storage_sync" {
  kind = "store.file"
  name = self.name

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/storage_sync#incoming_traffic_policy
  fact "public_network_access" { value = default(self.incoming_traffic_policy, "AllowAllTraffic") == "AllowAllTraffic" }
}

resource "azurerm_storage_table" {
  kind    = "store.nosql"
  name    = self.name
  part_of = default(self.storage_account_id, self.storage_account_name)

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_netapp_volume" {
  kind = "store.file"
  name = self.name

  fact "encrypted_at_rest" { value = true }
}

resource "azurerm_backup_protected_vm" {
  control "backup" { on = self.source_vm_id }
}

resource "azurerm_recovery_services_vault" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.RecoveryServices/vaults/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/recovery_services_vault
  fact "backup_elsewhere" { value = default(self.storage_mode_type, "GeoRedundant") != "LocallyRedundant" }
  fact "customer_key" { value = length(default(self.encryption, [])) > 0 }
  fact "deletion_protection" { value = default(self.soft_delete_enabled, true) }
  fact "encrypted_at_rest" { value = true }
  fact "object_lock" { value = contains(["Locked", "Unlocked"], default(self.immutability, "Disabled")) }
}

resource "azurerm_data_protection_backup_vault" {
  kind = "store.snapshot"
  name = self.name

  fact "deletion_protection" { value = default(self.soft_delete, "On") != "Off" }
}
