technique "az-role-assignment" {
  finds "administrator of access" {
    cloud    = "azurerm"
    bindings = ["me | User Access Administrator | /subscriptions/1"]
  }
  finds "a role of one's own" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Authorization/* | /subscriptions/1"]
  }
  finds "under a condition" {
    cloud    = "azurerm"
    bindings = ["me | Role Based Access Control Administrator | /subscriptions/1"]
    when     = "not the owner role"
  }
  silent "a contributor" {
    cloud    = "azurerm"
    bindings = ["me | Contributor | /subscriptions/1"]
    without  = ["account.victim"]
  }
  silent "only on a resource group" {
    cloud    = "azurerm"
    bindings = ["me | User Access Administrator | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-role-definition" {
  finds "a role that it holds" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Authorization/roleDefinitions/write | /subscriptions/1", "me | custom | /subscriptions/1"]
  }
  silent "a role of others" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Authorization/roleDefinitions/write | /subscriptions/1", "ann | custom | /subscriptions/1"]
  }
  silent "no right to write roles" {
    cloud    = "azurerm"
    bindings = ["me | Reader | /subscriptions/1", "me | custom | /subscriptions/1"]
  }
}

technique "az-role-on-store" {
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | User Access Administrator | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
  }
  silent "on another group" {
    cloud    = "azurerm"
    bindings = ["me | User Access Administrator | /subscriptions/1/resourceGroups/other"]
    data     = "storage"
  }
  silent "a reader" {
    cloud    = "azurerm"
    bindings = ["me | Reader | /subscriptions/1/resourceGroups/shop"]
    data     = "storage"
  }
}

technique "az-identity-assign" {
  finds "given to a machine" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Operator | account.victim", "me | Virtual Machine Contributor | /subscriptions/1/resourceGroups/other"]
  }
  finds "to a web app" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Operator | account.victim", "me | perm:Microsoft.Web/sites/write | /subscriptions/1/resourceGroups/shop"]
  }
  silent "no machine to give it to" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Operator | account.victim"]
  }
  silent "no right to give it" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "only on one machine's disks" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Operator | account.victim", "me | perm:Microsoft.Compute/disks/write | /subscriptions/1/resourceGroups/shop"]
  }
}

technique "az-identity-federate" {
  finds "a contributor of identities" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Contributor | account.victim"]
  }
  silent "an operator" {
    cloud    = "azurerm"
    bindings = ["me | Managed Identity Operator | account.victim"]
  }
}

technique "az-federation" {
  finds "any subject" {
    cloud = "azurerm"
    from  = "internet"
    facts = { "credential#federation_open" = true }
  }
  silent "one subject" {
    cloud = "azurerm"
    from  = "internet"
    facts = { "credential#federation_open" = false }
  }
}

technique "az-vm-command" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | machine"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | machine"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | storage"]
  }
}

technique "az-vm-login" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Administrator Login | machine"]
    exposure = { "machine" = "internet" }
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Administrator Login | /subscriptions/1/resourceGroups/shop"]
    exposure = { "machine" = "internet" }
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | machine"]
    exposure = { "machine" = "internet" }
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Administrator Login | storage"]
    exposure = { "machine" = "internet" }
  }
  silent "out of reach" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Administrator Login | machine"]
  }
}

technique "az-scale-set-command" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | machines"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | machines"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Virtual Machine Contributor | storage"]
  }
}

technique "az-app-code" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Website Contributor | app"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Website Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | app"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Website Contributor | storage"]
  }
}

technique "az-logic" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Logic App Contributor | logic"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Logic App Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | logic"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Logic App Contributor | storage"]
  }
}

technique "az-automation" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Automation Contributor | automation"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Automation Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Automation Operator | automation"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Automation Contributor | storage"]
  }
}

technique "az-datafactory" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Data Factory Contributor | factory"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Data Factory Contributor | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Reader | factory"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Data Factory Contributor | storage"]
  }
}

technique "az-container-exec" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerInstance/containerGroups/containers/exec/action | container"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerInstance/containerGroups/containers/exec/action | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerInstance/containerGroups/read | container"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerInstance/containerGroups/containers/exec/action | storage"]
  }
}

technique "az-container-app" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/* | containerapp"]
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/* | /subscriptions/1/resourceGroups/shop"]
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/read | containerapp"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.App/containerApps/* | storage"]
  }
}

technique "az-aks" {
  finds "the role on it" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster Admin Role | cluster"]
    facts    = { "cluster#local_accounts" = true }
  }
  finds "on the group that it lies in" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster Admin Role | /subscriptions/1/resourceGroups/shop"]
    facts    = { "cluster#local_accounts" = true }
  }
  silent "a lesser role" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster User Role | cluster"]
    facts    = { "cluster#local_accounts" = true }
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster Admin Role | storage"]
    facts    = { "cluster#local_accounts" = true }
  }
  silent "accounts of its own are off" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster Admin Role | cluster"]
    facts    = { "cluster#local_accounts" = false, "cluster#central_login" = true }
  }
}

technique "az-vault-policy" {
  finds "a vault with its own list" {
    cloud    = "azurerm"
    bindings = ["me | Key Vault Contributor | vault"]
    data     = "vault"
    facts    = { "vault#own_access_list" = true }
  }
  silent "a vault with role assignments" {
    cloud    = "azurerm"
    bindings = ["me | Key Vault Contributor | vault"]
    data     = "vault"
    facts    = { "vault#own_access_list" = false }
  }
  silent "a reader" {
    cloud    = "azurerm"
    bindings = ["me | Key Vault Reader | vault"]
    data     = "vault"
    facts    = { "vault#own_access_list" = true }
  }
}

technique "az-sql-admin" {
  finds "rights on the server" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.Sql/servers/administrators/write | server"]
    data     = "server"
  }
  silent "only on databases" {
    cloud    = "azurerm"
    bindings = ["me | SQL DB Contributor | server"]
    data     = "server"
  }
}

technique "az-image" {
  finds "push" {
    cloud     = "azurerm"
    bindings  = ["me | AcrPush | registry"]
    code_from = { "container" = "registry" }
    attribute = "container"
  }
  silent "pull" {
    cloud     = "azurerm"
    bindings  = ["me | AcrPull | registry"]
    code_from = { "container" = "registry" }
    attribute = "container"
  }
}

technique "az-app-storage" {
  finds "keys of the account" {
    cloud     = "azurerm"
    bindings  = ["me | Storage Account Key Operator Service Role | storage"]
    code_from = { "app" = "storage" }
    attribute = "storage_account_name"
  }
  silent "only to read" {
    cloud     = "azurerm"
    bindings  = ["me | Storage Blob Data Reader | storage"]
    code_from = { "app" = "storage" }
    attribute = "storage_account_name"
  }
  silent "another account" {
    cloud    = "azurerm"
    bindings = ["me | Storage Account Key Operator Service Role | storage"]
  }
}

technique "az-erase-backup" {
  finds "a contributor of backups" {
    cloud    = "azurerm"
    bindings = ["me | Backup Contributor | backups"]
  }
  silent "locked" {
    cloud    = "azurerm"
    bindings = ["me | Backup Contributor | backups"]
    facts    = { "backups#object_lock" = true }
  }
  silent "a reader" {
    cloud    = "azurerm"
    bindings = ["me | Reader | backups"]
  }
}
