# See ../google/main.tf.

resource "azurerm_storage_account" "bad_obj_006" { name = "a" }
resource "azurerm_storage_account" "good_obj_006" {
  name                            = "b"
  allow_nested_items_to_be_public = false
}
resource "azurerm_storage_account" "bad_obj_005" { name = "c" }
resource "azurerm_storage_container" "open" {
  name                  = "open"
  storage_account_name  = azurerm_storage_account.bad_obj_005.name
  container_access_type = "blob"
}
resource "azurerm_storage_account" "good_obj_005" { name = "d" }
resource "azurerm_storage_account" "bad_obj_008" {
  name                       = "health"
  https_traffic_only_enabled = false
}
resource "azurerm_storage_account" "good_obj_008" { name = "health2" }
resource "azurerm_storage_account" "bad_obj_013" { name = "e" }
resource "azurerm_storage_account" "good_obj_013" {
  name = "f"
  blob_properties { versioning_enabled = true }
}
resource "azurerm_storage_account" "bad_net_015" { name = "g" }
resource "azurerm_storage_account" "good_net_015" {
  name = "h"
  network_rules { default_action = "Deny" }
}
resource "azurerm_mssql_server" "bad_db_004" { name = "a" }
resource "azurerm_mssql_server" "good_db_004" {
  name                          = "b"
  public_network_access_enabled = false
}
resource "azurerm_mssql_server" "bad_db_001" {
  name                         = "c"
  administrator_login_password = "correct-horse"
}
resource "azurerm_mssql_server" "good_db_001" { name = "d" }
resource "azurerm_mssql_server" "bad_db_010" { name = "e" }
resource "azurerm_mssql_firewall_rule" "all" {
  name             = "all"
  server_id        = azurerm_mssql_server.bad_db_010.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}
resource "azurerm_mssql_server" "good_db_010" { name = "f" }
resource "azurerm_mssql_firewall_rule" "office" {
  name             = "office"
  server_id        = azurerm_mssql_server.good_db_010.id
  start_ip_address = "203.0.113.1"
  end_ip_address   = "203.0.113.9"
}
resource "azurerm_mssql_database" "bad_db_005" {
  name                                = "a"
  transparent_data_encryption_enabled = false
}
resource "azurerm_mssql_database" "good_db_005" { name = "b" }
resource "azurerm_mysql_server" "bad_db_007" { name = "a" }
resource "azurerm_mysql_server" "good_db_007" {
  name                    = "b"
  ssl_enforcement_enabled = true
}
resource "azurerm_mssql_server" "bad_gw_003" {
  name                = "g"
  minimum_tls_version = "1.0"
}
resource "azurerm_mssql_server" "good_gw_003" { name = "h" }
resource "azurerm_redis_cache" "bad_cac_001" {
  name = "a"
  redis_configuration { authentication_enabled = false }
}
resource "azurerm_redis_cache" "good_cac_001" { name = "b" }
resource "azurerm_key_vault" "bad_kms_008" { name = "a" }
resource "azurerm_key_vault" "good_kms_008" {
  name                     = "b"
  purge_protection_enabled = true
}
resource "azurerm_key_vault_secret" "bad_sec_003" {
  name  = "a"
  value = "correct-horse"
}
resource "azurerm_key_vault_secret" "good_sec_003" {
  name  = "b"
  value = var.secret
}
variable "secret" {}
resource "azurerm_container_registry" "bad_reg_001" {
  name                   = "a"
  anonymous_pull_enabled = true
}
resource "azurerm_container_registry" "good_reg_001" { name = "b" }
resource "azurerm_kubernetes_cluster" "bad_k8s_008" { name = "a" }
resource "azurerm_kubernetes_cluster" "good_k8s_008" {
  name                    = "b"
  private_cluster_enabled = true
}
resource "azurerm_kubernetes_cluster" "bad_k8s_016" { name = "c" }
resource "azurerm_kubernetes_cluster" "good_k8s_016" {
  name                      = "d"
  workload_identity_enabled = true
}
resource "azurerm_network_security_rule" "bad_net_003" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  destination_port_range = "3389"
  source_address_prefix  = "Internet"
}
resource "azurerm_network_security_rule" "good_net_003" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  destination_port_range = "3389"
  source_address_prefix  = "10.0.0.0/8"
}
resource "azurerm_network_security_rule" "bad_net_004" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "*"
  destination_port_range = "1433"
  source_address_prefix  = "*"
}
resource "azurerm_network_security_rule" "good_net_004" {
  direction              = "Inbound"
  access                 = "Deny"
  protocol               = "*"
  destination_port_range = "1433"
  source_address_prefix  = "*"
}
resource "azurerm_linux_virtual_machine" "bad_cmp_002" {
  name        = "a"
  custom_data = base64encode("export DB_PASSWORD=hunter2hunter2")
}
resource "azurerm_linux_virtual_machine" "good_cmp_002" {
  name        = "b"
  custom_data = base64encode("export GREETING=hello")
}
resource "azurerm_linux_virtual_machine" "bad_cmp_020" {
  name                            = "c"
  disable_password_authentication = false
}
resource "azurerm_linux_virtual_machine" "good_cmp_020" { name = "d" }
resource "azurerm_linux_web_app" "bad_gw_002" { name = "a" }
resource "azurerm_linux_web_app" "good_gw_002" {
  name       = "b"
  https_only = true
}
resource "azurerm_linux_web_app" "bad_cmp_024" { name = "c" }
resource "azurerm_linux_web_app" "good_cmp_024" {
  name = "d"
  auth_settings_v2 { auth_enabled = true }
}
resource "azurerm_linux_web_app" "bad_fn_003" {
  name         = "e"
  app_settings = { DB_PASSWORD = "correct-horse" }
}
resource "azurerm_linux_web_app" "good_fn_003" {
  name         = "f"
  app_settings = { GREETING = "hello" }
}
resource "azurerm_container_group" "bad_cmp_007" {
  name = "a"
  container {
    name  = "a"
    image = "acme/a:1"
    security { privilege_enabled = true }
  }
}
resource "azurerm_container_group" "good_cmp_007" {
  name = "b"
  container {
    name  = "b"
    image = "acme/b:1"
  }
}
resource "azurerm_role_assignment" "bad_iam_021" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = "Owner"
  principal_id         = "p"
}
resource "azurerm_role_assignment" "good_iam_021" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop"
  role_definition_name = "Reader"
  principal_id         = "p"
}
resource "azurerm_log_analytics_workspace" "bad_log_006" { name = "a" }
resource "azurerm_log_analytics_workspace" "good_log_006" {
  name              = "b"
  retention_in_days = 365
}
