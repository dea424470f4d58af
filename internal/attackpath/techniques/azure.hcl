# Azure: rights on resources, and what runs with an identity there.

technique "az-role-assignment" {
  title  = "roles assigned to oneself"
  target = "self"
  need "whole" { actions = ["Microsoft.Authorization/roleAssignments/write"] }
  gains   = "admin"
  amounts = true
  of      = "self"
  ease    = 4
  attack  = ["T1098.003"]
  says    = "{actor} can assign itself any role on the whole subscription, and so become administrator"
}

technique "az-role-definition" {
  title        = "role that one holds rewritten"
  target       = "element"
  technologies = ["azurerm_role_definition"]
  where { held = true }
  need "whole" { actions = ["Microsoft.Authorization/roleDefinitions/write"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can put any action into {target}, which it holds, and so become administrator"
}

technique "az-role-on-store" {
  title  = "roles assigned on a store"
  target = "element"
  kinds  = ["ci.state", "log.sink", "queue", "secret_store", "store.block", "store.cache", "store.file", "store.nosql", "store.object", "store.registry", "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic"]
  where { worth = true }
  need "target" { actions = ["Microsoft.Authorization/roleAssignments/write"] }
  gains  = "reads"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can assign itself a role on {target}, and so read what it holds"
}

technique "az-identity-assign" {
  title        = "managed identity given to one's own program"
  target       = "identity"
  kinds        = ["identity.managed_identity"]
  technologies = ["azurerm_user_assigned_identity"]
  need "target" { actions = ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"] }
  need "any" {
    any = ["Microsoft.Compute/virtualMachines/write", "Microsoft.Compute/virtualMachineScaleSets/write", "Microsoft.Web/sites/write", "Microsoft.Logic/workflows/write", "Microsoft.Automation/automationAccounts/write", "Microsoft.ContainerInstance/containerGroups/write", "Microsoft.App/containerApps/write", "Microsoft.App/jobs/write", "Microsoft.DataFactory/factories/write", "Microsoft.Resources/deploymentScripts/write", "Microsoft.ContainerRegistry/registries/tasks/write", "Microsoft.MachineLearningServices/workspaces/computes/write"]
  }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can give {target} to a machine, function or workflow of its own, and take its tokens"
}

technique "az-identity-federate" {
  title        = "foreign issuer for a managed identity"
  target       = "identity"
  kinds        = ["identity.managed_identity"]
  technologies = ["azurerm_user_assigned_identity"]
  need "target" { actions = ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098.001"]
  says   = "{actor} can have {target} trust an issuer of its own, and so act as it"
}

technique "az-federation" {
  title        = "credential for whoever an issuer knows"
  from         = "internet"
  target       = "element"
  technologies = ["azurerm_federated_identity_credential", "azuread_application_federated_identity_credential", "azuread_application_flexible_federated_identity_credential"]
  where {
    fact "federation_open" { value = true }
  }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1078.004", "T1199"]
  says   = "Anyone whom the foreign issuer knows can be {role}, because {target} takes any subject"
}

technique "az-vm-command" {
  title        = "command on a machine"
  target       = "element"
  technologies = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_virtual_machine"]
  need "target" { any = ["Microsoft.Compute/virtualMachines/runCommand/action", "Microsoft.Compute/virtualMachines/runCommands/write", "Microsoft.Compute/virtualMachines/extensions/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1651"]
  says   = "{actor} can run commands on {target}, which have the rights of {role}"
}

technique "az-vm-login" {
  title        = "login on a machine"
  target       = "element"
  technologies = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_virtual_machine"]
  where { addressable = true }
  need "target" { any = ["Microsoft.Compute/virtualMachines/loginAsAdmin/action", "Microsoft.Compute/virtualMachines/login/action"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1021.007"]
  says   = "{actor} can sign in on {target} and take the tokens of {role}"
}

technique "az-scale-set-command" {
  title        = "command on the machines of a set"
  target       = "element"
  technologies = ["azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set", "azurerm_virtual_machine_scale_set"]
  need "target" { any = ["Microsoft.Compute/virtualMachineScaleSets/virtualMachines/runCommand/action", "Microsoft.Compute/virtualMachineScaleSets/extensions/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1651"]
  says   = "{actor} can run commands on the machines of {target}, which have the rights of {role}"
}

technique "az-app-code" {
  title        = "code of a web app or function"
  target       = "element"
  technologies = ["azurerm_app_service", "azurerm_function_app", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_logic_app_standard"]
  need "target" {
    any = ["Microsoft.Web/sites/publish/Action", "Microsoft.Web/sites/publishxml/action", "Microsoft.Web/sites/hostruntime/vfs/write", "Microsoft.Web/sites/functions/write", "Microsoft.Web/sites/sourcecontrols/write", "Microsoft.Web/sites/write"]
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can put its own code into {target}, which runs it as {role}"
}

technique "az-logic" {
  title        = "steps of a workflow rewritten"
  target       = "element"
  technologies = ["azurerm_logic_app_workflow"]
  need "target" { any = ["Microsoft.Logic/workflows/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can rewrite the steps of {target}, which call services as {role}"
}

technique "az-automation" {
  title        = "script of an automation account"
  target       = "element"
  technologies = ["azurerm_automation_account"]
  need "target" { any = ["Microsoft.Automation/automationAccounts/runbooks/write", "Microsoft.Automation/automationAccounts/runbooks/draft/write"] }
  need "target" { any = ["Microsoft.Automation/automationAccounts/jobs/write", "Microsoft.Automation/automationAccounts/webhooks/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can run its own script in {target}, with the rights of {role}"
}

technique "az-datafactory" {
  title        = "pipeline of a data factory"
  target       = "element"
  technologies = ["azurerm_data_factory"]
  need "target" { any = ["Microsoft.DataFactory/factories/pipelines/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can write a pipeline in {target}, which reads and calls what {role} may"
}

technique "az-container-exec" {
  title        = "command in a container"
  target       = "element"
  technologies = ["azurerm_container_group"]
  need "target" { any = ["Microsoft.ContainerInstance/containerGroups/containers/exec/action", "Microsoft.ContainerInstance/containerGroups/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} can run commands in {target}, which have the rights of {role}"
}

technique "az-container-app" {
  title        = "image of a container app"
  target       = "element"
  technologies = ["azurerm_container_app"]
  need "target" { any = ["Microsoft.App/containerApps/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1610"]
  says   = "{actor} can make {target} run its own image as {role}"
}

technique "az-aks" {
  title        = "administrator of a cluster"
  target       = "element"
  technologies = ["azurerm_kubernetes_cluster"]
  where {
    fact "local_accounts" { value = true }
  }
  need "target" {
    any = ["Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action", "Microsoft.ContainerService/managedClusters/runCommand/action", "Microsoft.ContainerService/managedClusters/accessProfiles/listCredential/action"]
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} can make itself administrator of {target} and take the tokens of {role} from its pods and machines"
}

technique "az-vault-policy" {
  title        = "list of a vault rewritten"
  target       = "element"
  technologies = ["azurerm_key_vault"]
  where {
    worth = true
    fact "own_access_list" { value = true }
  }
  need "target" { any = ["Microsoft.KeyVault/vaults/accessPolicies/write", "Microsoft.KeyVault/vaults/write"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1555.006"]
  says   = "{actor} can put itself on the list of those who may read {target}"
}

technique "az-sql-admin" {
  title        = "administrator of a database"
  target       = "element"
  technologies = ["azurerm_mssql_server", "azurerm_mssql_database", "azurerm_sql_server", "azurerm_sql_database"]
  where { worth = true }
  need "target" { any = ["Microsoft.Sql/servers/administrators/write", "Microsoft.Sql/servers/write"] }
  gains  = "reads"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can make itself administrator of the server of {target}, and read what it holds"
}

technique "az-image" {
  title        = "image of a running program replaced"
  target       = "code_from"
  technologies = ["azurerm_container_group", "azurerm_container_app", "azurerm_linux_web_app", "azurerm_linux_function_app"]
  attributes   = ["container", "template", "registry", "site_config", "image_registry_credential", "app_settings"]
  via { technologies = ["azurerm_container_registry"] }
  need "via" { any = ["Microsoft.ContainerRegistry/registries/push/write", "Microsoft.ContainerRegistry/registries/tasks/write"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1525"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can push another image to {via}, which {target} then runs as {role}"
}

technique "az-app-storage" {
  title        = "code of a function in its storage account"
  target       = "code_from"
  technologies = ["azurerm_function_app", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_logic_app_standard"]
  attributes   = ["storage_account_name", "storage_account_access_key", "storage_key_vault_secret_id"]
  via { kinds = ["store.object"] }
  need "via" {
    any = ["Microsoft.Storage/storageAccounts/listkeys/action", "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write", "Microsoft.Storage/storageAccounts/fileServices/fileshares/files/write"]
  }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1195.002"]
  says   = "{actor} can replace the code of {target} in {via}, and it then runs as {role}"
}

technique "az-erase-backup" {
  title        = "backups deleted"
  target       = "element"
  technologies = ["azurerm_recovery_services_vault", "azurerm_data_protection_backup_vault"]
  where { unlocked = true }
  need "target" { any = ["Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/delete", "Microsoft.DataProtection/backupVaults/backupInstances/delete"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1490"]
  says   = "{actor} can delete the backups in {target}"
}
