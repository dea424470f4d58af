# What the built-in roles of Azure give. Ids are the same in every tenant.

cloud "azurerm" {
  source  = "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles"
  begins  = "Microsoft."
  above   = ["/providers/microsoft.management/managementgroups/"]
  wide    = ["azurerm_role_assignment", "azurerm_pim_*_role_assignment"]
  whole   = ["/subscriptions/*"]
  holding = ["/subscriptions/*/resourcegroups/*"]
  holders = ["azurerm_resource_group"]
  # https://learn.microsoft.com/azure/role-based-access-control/role-definitions#control-and-data-actions
  data = [
    "Microsoft.Compute/virtualMachines/login/action", "Microsoft.Compute/virtualMachines/loginAsAdmin/action",
    "Microsoft.ContainerService/managedClusters/pods/*", "Microsoft.KeyVault/vaults/keys/*/action", "Microsoft.KeyVault/vaults/secrets/*/action",
    "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*", "Microsoft.Storage/storageAccounts/fileServices/fileshares/files/*",
  ]

  role "Owner" {
    id    = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
    admin = ["*"]
    can   = ["*"]
  }
  # A contributor lists the keys of storage accounts and so reads what they hold;
  # secrets and rights are out of reach.
  role "Contributor" {
    id     = "b24988ac-6180-42a0-ab88-20f7382dd24c"
    list   = ["*"]
    read   = ["azurerm_storage_*", "azurerm_linux_virtual_machine*", "azurerm_windows_virtual_machine*", "azurerm_virtual_machine*", "azurerm_*web_app*", "azurerm_*function_app*", "azurerm_app_service*", "azurerm_cosmosdb_*", "azurerm_servicebus_*", "azurerm_eventhub*", "azurerm_redis_*", "azurerm_container_registry", "azurerm_managed_disk", "azurerm_snapshot", "azurerm_kubernetes_cluster*", "azurerm_log_analytics_workspace", "azurerm_search_service"]
    write  = ["*"]
    can    = ["*"]
    cannot = ["Microsoft.Authorization/*/Delete", "Microsoft.Authorization/*/Write", "Microsoft.Authorization/elevateAccess/Action", "Microsoft.Storage/storageAccounts/blobServices/*", "Microsoft.KeyVault/vaults/secrets/getSecret/action", "Microsoft.Compute/virtualMachines/login/action", "Microsoft.Compute/virtualMachines/loginAsAdmin/action"]
  }
  role "Reader" {
    id   = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
    list = ["*"]
  }
  role "User Access Administrator" {
    id          = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"
    list        = ["*"]
    permissions = ["*"]
    can         = ["Microsoft.Authorization/*"]
  }
  role "Role Based Access Control Administrator" {
    id          = "f58310d9-a9f6-439a-9e8d-f62e7b41a168"
    list        = ["*"]
    permissions = ["*"]
    can         = ["Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleAssignments/delete"]
  }
  role "Managed Identity Operator" {
    id    = "f1a07417-d97a-45cb-824c-7a7467783830"
    read  = ["azurerm_user_assigned_identity"]
    write = ["azurerm_user_assigned_identity"]
    can   = ["Microsoft.ManagedIdentity/userAssignedIdentities/*/read", "Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"]
  }
  role "Managed Identity Contributor" {
    id    = "e40ec5ca-96e0-45a2-b4ff-59039f2c2b59"
    list  = ["azurerm_user_assigned_identity"]
    write = ["azurerm_user_assigned_identity"]
    can   = ["Microsoft.ManagedIdentity/userAssignedIdentities/write", "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"]
  }

  role "Storage Blob Data Owner" {
    id          = "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"
    list        = ["azurerm_storage_*"]
    read        = ["azurerm_storage_*"]
    write       = ["azurerm_storage_*"]
    permissions = ["azurerm_storage_*"]
    can         = ["Microsoft.Storage/storageAccounts/blobServices/*"]
  }
  role "Storage Blob Data Contributor" {
    id    = "ba92f5b4-2d11-453d-a403-e96b0029c9fe"
    list  = ["azurerm_storage_*"]
    read  = ["azurerm_storage_*"]
    write = ["azurerm_storage_*"]
    can   = ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write"]
  }
  role "Storage Blob Data Reader" {
    id   = "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"
    list = ["azurerm_storage_*"]
    read = ["azurerm_storage_*"]
  }
  role "Storage Queue Data Contributor" {
    id    = "974c5e8b-45b9-4653-ba55-5f855dd0fb88"
    read  = ["azurerm_storage_queue", "azurerm_storage_account"]
    write = ["azurerm_storage_queue", "azurerm_storage_account"]
  }
  role "Storage Table Data Contributor" {
    id    = "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"
    read  = ["azurerm_storage_table", "azurerm_storage_account"]
    write = ["azurerm_storage_table", "azurerm_storage_account"]
  }
  role "Storage Account Contributor" {
    id    = "17d1049b-9a84-46fb-8f53-869881c3d3ab"
    list  = ["azurerm_storage_*"]
    read  = ["azurerm_storage_*"]
    write = ["azurerm_storage_*"]
    can   = ["Microsoft.Storage/storageAccounts/*"]
  }
  role "Storage Account Key Operator Service Role" {
    id    = "81a9662b-bebf-436f-a333-f67b29880f12"
    list  = ["azurerm_storage_*"]
    read  = ["azurerm_storage_*"]
    write = ["azurerm_storage_*"]
    can   = ["Microsoft.Storage/storageAccounts/listkeys/action", "Microsoft.Storage/storageAccounts/regeneratekey/action"]
  }

  role "Key Vault Administrator" {
    id    = "00482a5a-887f-4fb3-b363-3b7fe8e74483"
    list  = ["azurerm_key_vault*"]
    read  = ["azurerm_key_vault*"]
    write = ["azurerm_key_vault*"]
    can   = ["Microsoft.KeyVault/vaults/*"]
  }
  role "Key Vault Contributor" {
    id    = "f25e0fa2-a7c8-4377-a976-54943a77a395"
    list  = ["azurerm_key_vault*"]
    write = ["azurerm_key_vault"]
    can   = ["Microsoft.KeyVault/vaults/write", "Microsoft.KeyVault/vaults/read", "Microsoft.KeyVault/vaults/accessPolicies/write"]
  }
  role "Key Vault Reader" {
    id   = "21090545-7ca7-4776-b22c-e363652d74d2"
    list = ["azurerm_key_vault*"]
  }
  role "Key Vault Secrets Officer" {
    id    = "b86a8fe4-44ce-4948-aee5-eccb2c155cd7"
    list  = ["azurerm_key_vault", "azurerm_key_vault_secret"]
    read  = ["azurerm_key_vault", "azurerm_key_vault_secret"]
    write = ["azurerm_key_vault", "azurerm_key_vault_secret"]
  }
  role "Key Vault Secrets User" {
    id   = "4633458b-17de-408a-b874-0445c86b69e6"
    list = ["azurerm_key_vault", "azurerm_key_vault_secret"]
    read = ["azurerm_key_vault", "azurerm_key_vault_secret"]
  }
  role "Key Vault Crypto Officer" {
    id    = "14b46e9e-c2b7-41b4-b07b-48a6ebf60603"
    list  = ["azurerm_key_vault", "azurerm_key_vault_key"]
    read  = ["azurerm_key_vault_key"]
    write = ["azurerm_key_vault", "azurerm_key_vault_key"]
  }
  role "Key Vault Crypto User" {
    id   = "12338af0-0e69-4776-bea7-57ae8d297424"
    list = ["azurerm_key_vault_key"]
    read = ["azurerm_key_vault_key"]
  }

  role "Virtual Machine Contributor" {
    id    = "9980e02c-c2be-4d73-94e8-173b1dc7cf3c"
    list  = ["azurerm_*virtual_machine*"]
    read  = ["azurerm_*virtual_machine*"]
    write = ["azurerm_*virtual_machine*"]
    can   = ["Microsoft.Compute/virtualMachines/*", "Microsoft.Compute/virtualMachineScaleSets/*", "Microsoft.Compute/disks/write", "Microsoft.Compute/disks/read"]
  }
  role "Virtual Machine Administrator Login" {
    id    = "1c0163c0-47e6-4577-8991-ea5c82e286e4"
    read  = ["azurerm_*virtual_machine*"]
    write = ["azurerm_*virtual_machine*"]
    can   = ["Microsoft.Compute/virtualMachines/login/action", "Microsoft.Compute/virtualMachines/loginAsAdmin/action"]
  }
  role "Virtual Machine User Login" {
    id   = "fb879df8-f326-4884-b1cf-06f3ad86be52"
    read = ["azurerm_*virtual_machine*"]
    can  = ["Microsoft.Compute/virtualMachines/login/action"]
  }
  role "Website Contributor" {
    id    = "de139f84-1756-47ae-9be6-808fbbe84772"
    list  = ["azurerm_*web_app*", "azurerm_*function_app*", "azurerm_app_service*"]
    read  = ["azurerm_*web_app*", "azurerm_*function_app*", "azurerm_app_service*"]
    write = ["azurerm_*web_app*", "azurerm_*function_app*", "azurerm_app_service*"]
    can   = ["Microsoft.Web/sites/*", "Microsoft.Web/certificates/*"]
  }
  role "AcrPull" {
    id   = "7f951dda-4ed3-4680-a7ca-43fe172d538d"
    list = ["azurerm_container_registry"]
    read = ["azurerm_container_registry"]
  }
  role "AcrPush" {
    id    = "8311e382-0749-4cb8-b61a-304f252e45ec"
    list  = ["azurerm_container_registry"]
    read  = ["azurerm_container_registry"]
    write = ["azurerm_container_registry"]
    can   = ["Microsoft.ContainerRegistry/registries/push/write", "Microsoft.ContainerRegistry/registries/pull/read"]
  }
  role "Container Registry Tasks Contributor" {
    id    = "fb382eab-e894-4461-af04-94435c366c3f"
    list  = ["azurerm_container_registry", "azurerm_container_registry_task"]
    write = ["azurerm_container_registry_task"]
    can   = ["Microsoft.ContainerRegistry/registries/tasks/*", "Microsoft.ContainerRegistry/registries/runs/*", "Microsoft.ContainerRegistry/registries/taskruns/*", "Microsoft.ContainerRegistry/registries/scheduleRun/action"]
  }
  role "Azure Kubernetes Service Cluster Admin Role" {
    id    = "0ab0b1a8-8aac-4efd-b8c2-3ee1fb270be8"
    read  = ["azurerm_kubernetes_cluster"]
    write = ["azurerm_kubernetes_cluster"]
    can   = ["Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action"]
  }
  role "Azure Kubernetes Service Cluster User Role" {
    id   = "4abbcc35-e782-43d8-92c5-2d3f1bd2253f"
    list = ["azurerm_kubernetes_cluster"]
    can  = ["Microsoft.ContainerService/managedClusters/listClusterUserCredential/action"]
  }
  role "Azure Kubernetes Service RBAC Cluster Admin" {
    id    = "b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b"
    read  = ["azurerm_kubernetes_cluster"]
    write = ["azurerm_kubernetes_cluster"]
    can   = ["Microsoft.ContainerService/managedClusters/pods/exec/action", "Microsoft.ContainerService/managedClusters/pods/write"]
  }
  role "SQL DB Contributor" {
    id    = "9b7fa17d-e63e-47b0-bb0a-15c516ac86ec"
    list  = ["azurerm_*sql*"]
    write = ["azurerm_*sql*"]
    can   = ["Microsoft.Sql/servers/databases/*"]
  }
  role "SQL Server Contributor" {
    id     = "6d8ee4ec-f05a-4a1d-8b00-a9b17e38b437"
    list   = ["azurerm_*sql*"]
    read   = ["azurerm_*sql*"]
    write  = ["azurerm_*sql*"]
    can    = ["Microsoft.Sql/servers/*"]
    cannot = ["Microsoft.Sql/servers/administrators/*"]
  }
  role "DocumentDB Account Contributor" {
    id    = "5bd9cd88-fe45-4216-938b-f97437e15450"
    list  = ["azurerm_cosmosdb_*"]
    read  = ["azurerm_cosmosdb_*"]
    write = ["azurerm_cosmosdb_*"]
    can   = ["Microsoft.DocumentDB/databaseAccounts/*"]
  }
  role "Cosmos DB Account Reader Role" {
    id   = "fbdf93bf-df7d-467e-a4d2-9458aa1360c8"
    list = ["azurerm_cosmosdb_*"]
    read = ["azurerm_cosmosdb_*"]
  }
  role "Azure Service Bus Data Owner" {
    id    = "090c5cfd-751d-490a-894a-3ce6f1109419"
    read  = ["azurerm_servicebus_*"]
    write = ["azurerm_servicebus_*"]
  }
  role "Azure Service Bus Data Receiver" {
    id   = "4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"
    read = ["azurerm_servicebus_*"]
  }
  role "Azure Service Bus Data Sender" {
    id    = "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"
    write = ["azurerm_servicebus_*"]
  }
  role "Azure Event Hubs Data Owner" {
    id    = "f526a384-b230-433a-b45c-95f59c4a2dec"
    read  = ["azurerm_eventhub*"]
    write = ["azurerm_eventhub*"]
  }
  role "Azure Event Hubs Data Receiver" {
    id   = "a638d3c7-ab3a-418d-83e6-5f17a39d4fde"
    read = ["azurerm_eventhub*"]
  }
  role "Azure Event Hubs Data Sender" {
    id    = "2b629674-e913-4c01-ae53-ef4638d8f975"
    write = ["azurerm_eventhub*"]
  }
  role "Monitoring Contributor" {
    id    = "749f88d5-cbae-40b8-bcfc-e573ddc772fa"
    list  = ["*"]
    write = ["azurerm_monitor_*"]
    can   = ["Microsoft.Insights/*"]
  }
  role "Log Analytics Contributor" {
    id    = "92aaf0da-9dab-42b6-94a3-d43ce8d16293"
    list  = ["*"]
    read  = ["azurerm_log_analytics_*"]
    write = ["azurerm_log_analytics_*", "azurerm_monitor_diagnostic_setting"]
  }
  role "Log Analytics Reader" {
    id   = "73c42c96-874c-492b-b04d-ab87d138a893"
    list = ["*"]
    read = ["azurerm_log_analytics_*"]
  }
  role "Backup Contributor" {
    id    = "5e467623-bb1f-42f4-a55d-6e525e11384b"
    list  = ["azurerm_recovery_services_vault", "azurerm_backup_*", "azurerm_data_protection_*"]
    write = ["azurerm_recovery_services_vault", "azurerm_backup_*", "azurerm_data_protection_*"]
    can   = ["Microsoft.RecoveryServices/vaults/*"]
  }
  role "Logic App Contributor" {
    id  = "87a39d53-fc1b-424a-814c-f7e04687dc9e"
    can = ["Microsoft.Logic/*"]
  }
  role "Automation Contributor" {
    id  = "f353d9bd-d4a6-484e-a77a-8050b599b867"
    can = ["Microsoft.Automation/automationAccounts/*"]
  }
  role "Automation Operator" {
    id  = "d3881f73-407a-4167-8283-e981cbba0404"
    can = ["Microsoft.Automation/automationAccounts/jobs/write"]
  }
  role "Data Factory Contributor" {
    id  = "673868aa-7521-48a0-acc6-0f60742d39f5"
    can = ["Microsoft.DataFactory/factories/*"]
  }
  role "Azure Kubernetes Service Contributor Role" {
    id  = "ed7f3fbd-7b88-4dd4-9017-9adb7ce333f8"
    can = ["Microsoft.ContainerService/managedClusters/*"]
  }

  # Access policies of vaults that keep their own list.
  role "vault-secrets-all" {
    list  = ["azurerm_key_vault", "azurerm_key_vault_secret"]
    read  = ["azurerm_key_vault", "azurerm_key_vault_secret"]
    write = ["azurerm_key_vault", "azurerm_key_vault_secret"]
  }
  role "vault-secrets-get" { read = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  role "vault-secrets-backup" { read = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  role "vault-secrets-list" { list = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  role "vault-secrets-set" { write = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  role "vault-secrets-delete" { write = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  role "vault-secrets-purge" { write = ["azurerm_key_vault", "azurerm_key_vault_secret"] }

  # For roles of one's own.
  permission "Microsoft.Storage/storageAccounts/read" { list = ["azurerm_storage_*"] }
  permission "Microsoft.Storage/storageAccounts/listKeys/action" {
    read  = ["azurerm_storage_*"]
    write = ["azurerm_storage_*"]
  }
  permission "Microsoft.Storage/storageAccounts/delete" { write = ["azurerm_storage_*"] }
  permission "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read" { read = ["azurerm_storage_*"] }
  permission "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write" { write = ["azurerm_storage_*"] }
  permission "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete" { write = ["azurerm_storage_*"] }
  permission "Microsoft.KeyVault/vaults/read" { list = ["azurerm_key_vault*"] }
  permission "Microsoft.KeyVault/vaults/accessPolicies/write" { permissions = ["azurerm_key_vault*"] }
  permission "Microsoft.KeyVault/vaults/write" { write = ["azurerm_key_vault"] }
  permission "Microsoft.KeyVault/vaults/secrets/getSecret/action" { read = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  permission "Microsoft.KeyVault/vaults/secrets/setSecret/action" { write = ["azurerm_key_vault", "azurerm_key_vault_secret"] }
  permission "Microsoft.KeyVault/vaults/keys/decrypt/action" { read = ["azurerm_key_vault_key"] }
  permission "Microsoft.Authorization/roleAssignments/write" { permissions = ["*"] }
  permission "Microsoft.Authorization/roleDefinitions/write" { permissions = ["*"] }
  permission "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action" {
    read  = ["azurerm_user_assigned_identity"]
    write = ["azurerm_user_assigned_identity"]
  }
  permission "Microsoft.Compute/virtualMachines/read" { list = ["azurerm_*virtual_machine*"] }
  permission "Microsoft.Compute/virtualMachines/write" { write = ["azurerm_*virtual_machine*"] }
  permission "Microsoft.Compute/virtualMachines/delete" { write = ["azurerm_*virtual_machine*"] }
  permission "Microsoft.Compute/virtualMachines/runCommand/action" {
    read  = ["azurerm_*virtual_machine*"]
    write = ["azurerm_*virtual_machine*"]
  }
  permission "Microsoft.Compute/virtualMachines/extensions/write" {
    read  = ["azurerm_*virtual_machine*"]
    write = ["azurerm_*virtual_machine*"]
  }
  permission "Microsoft.Compute/disks/beginGetAccess/action" { read = ["azurerm_managed_disk"] }
  permission "Microsoft.Web/sites/publishxml/action" {
    read  = ["azurerm_*web_app*", "azurerm_*function_app*"]
    write = ["azurerm_*web_app*", "azurerm_*function_app*"]
  }
  permission "Microsoft.Web/sites/write" { write = ["azurerm_*web_app*", "azurerm_*function_app*"] }
  permission "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action" {
    read  = ["azurerm_kubernetes_cluster"]
    write = ["azurerm_kubernetes_cluster"]
  }
  permission "Microsoft.ContainerRegistry/registries/pull/read" { read = ["azurerm_container_registry"] }
  permission "Microsoft.ContainerRegistry/registries/push/write" { write = ["azurerm_container_registry"] }
  permission "Microsoft.DocumentDB/databaseAccounts/listKeys/action" {
    read  = ["azurerm_cosmosdb_*"]
    write = ["azurerm_cosmosdb_*"]
  }
  permission "Microsoft.Sql/servers/databases/export/action" { read = ["azurerm_*sql*"] }
  permission "Microsoft.Sql/servers/write" { write = ["azurerm_*sql*"] }
  permission "Microsoft.ServiceBus/namespaces/authorizationRules/listKeys/action" {
    read  = ["azurerm_servicebus_*"]
    write = ["azurerm_servicebus_*"]
  }
}
