technique "az-vm-application" {
  finds "who may write both" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/virtualMachines/write,Microsoft.Compute/galleries/applications/versions/write | /subscriptions/1/resourceGroups/shop"]
  }
  silent "only machines" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/virtualMachines/write | /subscriptions/1/resourceGroups/shop"]
  }
  silent "only applications" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/galleries/applications/versions/write | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-scale-set-image" {
  finds "who may write the set" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/virtualMachineScaleSets/write | /subscriptions/1/resourceGroups/shop"]
  }
  silent "who may only restart it" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/virtualMachineScaleSets/restart/action | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-function-keys" {
  finds "keys of the host" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Web/sites/host/listkeys/action | /subscriptions/1/resourceGroups/shop"]
  }
  finds "token of the administration" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Web/sites/functions/token/read | /subscriptions/1/resourceGroups/shop"]
  }
  silent "keys of one function" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Web/sites/functions/listkeys/action | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-app-settings" {
  finds "a key of another identity" {
    cloud    = "azuread"
    bindings = ["me | perm:Microsoft.Web/sites/config/list/action | /subscriptions/1/resourceGroups/shop"]
    secret   = "app"
  }
  silent "no key in them" {
    cloud    = "azuread"
    bindings = ["me | perm:Microsoft.Web/sites/config/list/action | /subscriptions/1/resourceGroups/shop"]
  }
  silent "only the public ones" {
    cloud    = "azuread"
    bindings = ["me | perm:Microsoft.Web/sites/config/read | /subscriptions/1/resourceGroups/shop"]
    secret   = "app"
  }
}

technique "az-container-app-exec" {
  finds "who may open a console" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/getAuthToken/action | /subscriptions/1/resourceGroups/shop"]
  }
  silent "who may read" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/read | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-aks-user" {
  finds "one login for all" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster User Role | /subscriptions/1/resourceGroups/shop"]
    facts    = { "cluster#central_login" = false }
  }
  silent "a directory is asked" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster User Role | /subscriptions/1/resourceGroups/shop"]
    facts    = { "cluster#central_login" = true }
  }
  silent "nobody knows" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster User Role | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-datafactory-link" {
  finds "who may write connections" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.DataFactory/factories/linkedservices/write | /subscriptions/1/resourceGroups/shop"]
  }
  silent "who may write data sets" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.DataFactory/factories/datasets/write | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-storage-keys" {
  finds "a new key" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/regeneratekey/action | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = true }
  }
  finds "a signed link" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/listAccountSas/action | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = true }
  }
  silent "keys are off" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/regeneratekey/action | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = false }
  }
  silent "who may only look" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/read | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = true }
  }
}

technique "az-storage-keys-on" {
  finds "who may write the account too" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/write,Microsoft.Storage/storageAccounts/listkeys/action | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = false }
  }
  silent "who may only list keys" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Storage/storageAccounts/listkeys/action | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
    facts    = { "storage#shared_password" = false }
  }
}

technique "az-database-password" {
  finds "who may write the server" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.DBforPostgreSQL/flexibleServers/write | /subscriptions/1/resourceGroups/shop"]
    data     = "postgres"
  }
  silent "who may write its rules" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.DBforPostgreSQL/flexibleServers/firewallRules/write | /subscriptions/1/resourceGroups/shop"]
    data     = "postgres"
  }
}

technique "az-disk-export" {
  finds "a link to the disk" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/disks/beginGetAccess/action | /subscriptions/1/resourceGroups/shop"]
    data     = "disk"
  }
  silent "who may write disks" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Compute/disks/write | /subscriptions/1/resourceGroups/shop"]
    data     = "disk"
  }
}
