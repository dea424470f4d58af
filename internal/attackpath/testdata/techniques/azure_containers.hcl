technique "az-aks-accounts-on" {
  finds "both rights" {
    cloud    = "azurerm"
    bindings = ["me | Contributor | cluster"]
    facts    = { "cluster#local_accounts" = false, "cluster#central_login" = true }
  }
  silent "only the login, which there is not" {
    cloud    = "azurerm"
    bindings = ["me | Azure Kubernetes Service Cluster Admin Role | cluster"]
    facts    = { "cluster#local_accounts" = false, "cluster#central_login" = true }
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Contributor | storage"]
    facts    = { "cluster#local_accounts" = false }
  }
}

technique "az-registry-task" {
  finds "the right on the registry" {
    cloud    = "azurerm"
    bindings = ["me | Container Registry Tasks Contributor | registry"]
  }
  finds "in a role of one's own" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/tasks/write | registry"]
  }
  silent "who may push" {
    cloud    = "azurerm"
    bindings = ["me | AcrPush | registry"]
  }
  silent "on something else" {
    cloud    = "azurerm"
    bindings = ["me | Container Registry Tasks Contributor | storage"]
  }
}

technique "az-registry-run" {
  finds "source that can be replaced" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/scheduleRun/action | registry"]
    facts    = { "task#source_replaceable" = true }
  }
  silent "steps that stand in the task" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/scheduleRun/action | registry"]
    facts    = { "task#source_replaceable" = false }
  }
  silent "who may only see runs" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/runs/read | registry"]
    facts    = { "task#source_replaceable" = true }
  }
}

technique "az-registry-password" {
  finds "who may list it" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/listCredentials/action | registry"]
    facts    = { "registry#shared_password" = true }
    data     = "registry"
  }
  silent "there is none" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/listCredentials/action | registry"]
    facts    = { "registry#shared_password" = false }
    data     = "registry"
  }
  silent "only to read settings" {
    cloud    = "azurerm"
    bindings = ["me | Reader | registry"]
    facts    = { "registry#shared_password" = true }
    data     = "registry"
  }
}

technique "az-image-password" {
  finds "who may list it" {
    cloud     = "azurerm"
    bindings  = ["me | perm:Microsoft.ContainerRegistry/registries/listCredentials/action | registry"]
    facts     = { "registry#shared_password" = true }
    code_from = { "container" = "registry" }
    attribute = "container"
  }
  silent "there is none" {
    cloud     = "azurerm"
    bindings  = ["me | perm:Microsoft.ContainerRegistry/registries/listCredentials/action | registry"]
    facts     = { "registry#shared_password" = false }
    code_from = { "container" = "registry" }
    attribute = "container"
  }
  silent "another registry's image" {
    cloud    = "azurerm"
    bindings = ["me | perm:Microsoft.ContainerRegistry/registries/listCredentials/action | registry"]
    facts    = { "registry#shared_password" = true }
  }
}
