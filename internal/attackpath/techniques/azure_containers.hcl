# Azure: registries of images and what they run, and clusters.

# Without an account of its own, a cluster knows only whom the directory knows;
# a command through the provider then has the rights of who sends it.
technique "az-aks-accounts-on" {
  title        = "own accounts of a cluster switched on"
  target       = "element"
  technologies = ["azurerm_kubernetes_cluster"]
  where {
    fact "local_accounts" { value = false }
  }
  need "target" { actions = ["Microsoft.ContainerService/managedClusters/write", "Microsoft.ContainerService/managedClusters/listClusterAdminCredential/action"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.006", "T1609"]
  says   = "{actor} can switch on the accounts of {target} itself, which are off, sign in as its administrator and take the tokens of {role} from its pods and machines"
}

# https://learn.microsoft.com/azure/container-registry/container-registry-tasks-authentication-managed-identity
technique "az-registry-task" {
  title        = "steps of a registry's task rewritten"
  target       = "element"
  technologies = ["azurerm_container_registry_task"]
  need "target" { actions = ["Microsoft.ContainerRegistry/registries/tasks/write"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072", "T1648"]
  says   = "{actor} can rewrite the steps of {target} and when it runs, and so run commands as {role}"
}

technique "az-registry-run" {
  title        = "task of a registry run on other source"
  target       = "element"
  technologies = ["azurerm_container_registry_task"]
  where {
    fact "source_replaceable" { value = true }
  }
  need "target" { actions = ["Microsoft.ContainerRegistry/registries/scheduleRun/action"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1072", "T1648"]
  says   = "{actor} can start {target} with another source than its own, whose steps then run as {role}"
}

technique "az-registry-password" {
  title        = "password of a registry"
  target       = "element"
  technologies = ["azurerm_container_registry"]
  where {
    worth = true
    fact "shared_password" { value = true }
  }
  need "target" { any = ["Microsoft.ContainerRegistry/registries/listCredentials/action", "Microsoft.ContainerRegistry/registries/regenerateCredential/action"] }
  gains  = "reads"
  ease   = 4
  attack = ["T1552", "T1525"]
  says   = "{actor} can get the password of {target}, with which every image in it can be read and replaced"
}

technique "az-image-password" {
  title        = "image replaced with the password of a registry"
  target       = "code_from"
  technologies = ["azurerm_container_group", "azurerm_container_app", "azurerm_linux_web_app", "azurerm_linux_function_app"]
  attributes   = ["container", "template", "registry", "site_config", "image_registry_credential", "app_settings"]
  via {
    technologies = ["azurerm_container_registry"]
    fact "shared_password" { value = true }
  }
  need "via" { any = ["Microsoft.ContainerRegistry/registries/listCredentials/action", "Microsoft.ContainerRegistry/registries/regenerateCredential/action"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1552", "T1525"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can get the password of {via} and push another image there, which {target} then runs as {role}"
}
