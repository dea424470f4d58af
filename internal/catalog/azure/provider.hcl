# What all types of the provider share. Defaults are those of version 4 (August
# 2024) of azurerm where an argument still exists, else those of version 2 or 3:
# https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs

provider "azurerm" {
  tags     = default(self.tags, {})
  region   = "westeurope"
  location = default(self.location, null)
  account  = default(provider.subscription_id, "00000000-0000-0000-0000-000000000000")
  scopes   = ["/subscriptions/${account}", "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}"]
}

provider "azuread" {
  account = default(provider.tenant_id, "11111111-1111-1111-1111-111111111111")
  scopes  = ["tenant"]
}

locals {
  claimable_names = {
    "azurewebsites.net"     = ["azurerm_linux_web_app", "azurerm_windows_web_app", "azurerm_app_service", "azurerm_linux_function_app", "azurerm_windows_function_app", "azurerm_function_app"]
    "azure-api.net"         = ["azurerm_api_management"]
    "azurecontainer.io"     = ["azurerm_container_group"]
    "azureedge.net"         = ["azurerm_cdn_endpoint", "azurerm_cdn_frontdoor_endpoint"]
    "azurefd.net"           = ["azurerm_frontdoor", "azurerm_cdn_frontdoor_endpoint"]
    "blob.core.windows.net" = ["azurerm_storage_account"]
    "cloudapp.azure.com"    = ["azurerm_public_ip"]
    "trafficmanager.net"    = ["azurerm_traffic_manager_profile"]
    "web.core.windows.net"  = ["azurerm_storage_account"]
  }

  azure_tls = { "TLS1_0" = "1.0", "TLS1_1" = "1.1", "TLS1_2" = "1.2", "TLS1_3" = "1.3", "1.0" = "1.0", "1.1" = "1.1", "1.2" = "1.2", "1.3" = "1.3", "Tls10" = "1.0", "Tls11" = "1.1", "Tls12" = "1.2", "Disabled" = "1.0", "TLSEnforcementDisabled" = "1.0" }

  # Rights of programs in the directory that lead to more:
  # https://learn.microsoft.com/graph/permissions-reference
  graph_roles = [
    "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "06b708a9-e830-4db3-a914-8e69da51d44f", "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9",
    "dbaae8cf-10b5-4b86-a4a1-f871c94c6695", "62a82d76-70ea-41e2-9197-370581804d09", "19dbc75e-c2e2-444c-a770-ec69d8559fc7",
    "50483e42-d915-4231-9639-7fdb7fd190e5", "dd199f4a-f148-40a4-a2ec-f0069cc799ec", "41202f2c-f7ab-45be-b001-85c9728b9d69",
    "7e05723c-0bb0-42da-be95-ae9f08a6e53c",
  ]

  # What users may change of themselves unless the directory forbids it, in lower
  # case as membership rules name it:
  # https://learn.microsoft.com/entra/fundamentals/users-default-permissions
  own_attributes = ["mobile", "mobilephone", "othermails"]

  # Owner, Contributor, User Access Administrator, Role Based Access Control Administrator.
  broad_role_ids = "(?i)(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|f58310d9-a9f6-439a-9e8d-f62e7b41a168)$"

  eligible = "the holder switches the role on, which an approval or a second factor may guard"

  # What access policies of vaults allow, as far as it gives something:
  # https://learn.microsoft.com/azure/key-vault/general/assign-access-policy
  vault_permissions = ["all", "backup", "delete", "get", "list", "purge", "set"]

  # Service tags and stars that stand for the internet in network rules:
  # https://learn.microsoft.com/azure/virtual-network/service-tags-overview
  azure_anywhere = ["*", "internet", "any", "<nw>/0", "0.0.0.0", "0.0.0.0/0", "::/0"]

  # Versions that get no more fixes, by language:
  # https://learn.microsoft.com/azure/app-service/language-support-policy
  old_python = "^(2|3\\.[0-8])(\\.|$)"
  old_php    = "^(5|7|8\\.0|8\\.1)(\\.|$)"
  old_dotnet = "^v?([2-5]|6|7)(\\.|$)"
  old_java   = "^(1\\.[0-7]|7)(\\.|$)"
  old_node   = "^~?([0-9]|1[0-79])(\\.|-|$)"
}
