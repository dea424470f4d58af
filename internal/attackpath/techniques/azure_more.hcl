# Azure: further ways into what runs there, and to what it holds.

technique "az-vm-application" {
  title        = "application put on a machine"
  target       = "element"
  technologies = ["azurerm_linux_virtual_machine", "azurerm_windows_virtual_machine", "azurerm_virtual_machine"]
  need "target" { actions = ["Microsoft.Compute/virtualMachines/write"] }
  need "any" { actions = ["Microsoft.Compute/galleries/applications/versions/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072"]
  says   = "{actor} can have {target} install an application of its own, which runs with the rights of {role}"
}

technique "az-scale-set-image" {
  title        = "image of the machines of a set"
  target       = "element"
  technologies = ["azurerm_linux_virtual_machine_scale_set", "azurerm_windows_virtual_machine_scale_set", "azurerm_virtual_machine_scale_set"]
  need "target" { actions = ["Microsoft.Compute/virtualMachineScaleSets/write"] }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1525", "T1578"]
  assumes = ["the set starts machines after the change"]
  says    = "{actor} can have {target} start machines from its own image or start script, with the rights of {role}"
}

technique "az-function-keys" {
  title        = "master key of a function"
  target       = "element"
  technologies = ["azurerm_function_app", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_logic_app_standard"]
  need "target" { any = ["Microsoft.Web/sites/host/listkeys/action", "Microsoft.Web/sites/functions/token/read", "Microsoft.Web/sites/functions/admin/token/read"] }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1552", "T1648"]
  assumes = ["the files of the target can be written through its own administration"]
  says    = "{actor} can get the master key of {target}, put its own code there and run it as {role}"
}

technique "az-app-settings" {
  title        = "settings of a web app or function read"
  target       = "element"
  technologies = ["azurerm_app_service", "azurerm_function_app", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_logic_app_standard"]
  where { secrets = true }
  need "target" { any = ["Microsoft.Web/sites/config/list/action", "Microsoft.Web/sites/publishxml/action"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552.001"]
  says   = "{actor} can list the settings of {target}, in which credentials stand"
}

technique "az-container-app-exec" {
  title        = "command in a container app"
  target       = "element"
  technologies = ["azurerm_container_app"]
  need "target" { actions = ["Microsoft.App/containerApps/getAuthToken/action"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} can run commands in {target}, which have the rights of {role}"
}

technique "az-aks-user" {
  title        = "user of a cluster that knows no users"
  target       = "element"
  technologies = ["azurerm_kubernetes_cluster"]
  where {
    fact "central_login" { value = false }
  }
  need "target" { actions = ["Microsoft.ContainerService/managedClusters/listClusterUserCredential/action"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609"]
  says   = "{actor} gets the login of {target}, which is the same for everybody because no directory is asked, and takes the tokens of {role} from its pods and machines"
}

technique "az-datafactory-link" {
  title        = "connection of a data factory"
  target       = "element"
  technologies = ["azurerm_data_factory"]
  need "target" { actions = ["Microsoft.DataFactory/factories/linkedservices/write"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1557"]
  assumes = ["a pipeline that uses the connection runs"]
  says    = "{actor} can point a connection of {target} at a server of its own, which then gets the tokens of {role}"
}

technique "az-storage-keys" {
  title        = "keys of a storage account"
  target       = "element"
  technologies = ["azurerm_storage_account"]
  where {
    worth = true
    fact "shared_password" { value = true }
  }
  need "target" {
    any = ["Microsoft.Storage/storageAccounts/listkeys/action", "Microsoft.Storage/storageAccounts/regeneratekey/action", "Microsoft.Storage/storageAccounts/listAccountSas/action", "Microsoft.Storage/storageAccounts/listServiceSas/action"]
  }
  gains  = "reads"
  ease   = 4
  attack = ["T1552", "T1530"]
  says   = "{actor} can get a key of {target}, with which everything in it can be read and changed"
}

technique "az-storage-keys-on" {
  title        = "keys of a storage account switched on"
  target       = "element"
  technologies = ["azurerm_storage_account"]
  where {
    worth = true
    fact "shared_password" { value = false }
  }
  need "target" { actions = ["Microsoft.Storage/storageAccounts/write", "Microsoft.Storage/storageAccounts/listkeys/action"] }
  gains  = "reads"
  ease   = 3
  attack = ["T1552", "T1530"]
  says   = "{actor} can switch on the keys of {target}, which are off, and with one read and change everything in it"
}

technique "az-database-password" {
  title        = "password of a database's administrator"
  target       = "element"
  technologies = ["azurerm_postgresql_server", "azurerm_postgresql_flexible_server", "azurerm_mysql_server", "azurerm_mysql_flexible_server", "azurerm_mariadb_server"]
  where { worth = true }
  need "target" {
    any = ["Microsoft.DBforPostgreSQL/flexibleServers/write", "Microsoft.DBforPostgreSQL/servers/write", "Microsoft.DBforMySQL/flexibleServers/write", "Microsoft.DBforMySQL/servers/write", "Microsoft.DBforMariaDB/servers/write"]
  }
  gains  = "reads"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can set the administrator's password of {target}, and read what it holds"
}

technique "az-disk-export" {
  title        = "disk of a machine exported"
  target       = "element"
  technologies = ["azurerm_managed_disk", "azurerm_snapshot"]
  where { worth = true }
  need "target" { any = ["Microsoft.Compute/disks/beginGetAccess/action", "Microsoft.Compute/snapshots/beginGetAccess/action"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1530", "T1578.001"]
  says   = "{actor} can have a link made with which anyone downloads {target}"
}
