# Modules of the public registry, for where nobody has downloaded them: what their
# arguments mean, by their documentation.

# https://registry.terraform.io/modules/Azure/avm-res-keyvault-vault/azurerm/latest
module "Azure/avm-res-keyvault-vault/azurerm" {
  stands_for = "azurerm_key_vault"
  kind       = "secret_store"
  name       = self.name

  standin "resource_id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.KeyVault/vaults/${standin_name}" }
  standin "uri" { value = "https://${standin_name}.vault.azure.net/" }
  aliases = [self.name]

  fact "public_network_access" { value = default(self.public_network_access_enabled, null) }
}

# https://registry.terraform.io/modules/Azure/avm-res-storage-storageaccount/azurerm/latest
module "Azure/avm-res-storage-storageaccount/azurerm" {
  stands_for = "azurerm_storage_account"
  kind       = "store.object"
  name       = self.name

  standin "resource_id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Storage/storageAccounts/${standin_name}" }
  standin "name" { value = standin_name }
  aliases = [self.name]

  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access_enabled, null) }
}
