# Databases, caches, search and warehouses.

resource "azurerm_analysis_services_server" {
  kind = "store.warehouse"
  name = self.name

  fact "public_network_access" { value = length(default(self.ipv4_firewall_rule, [])) == 0 ? null : true }
  fact "allowed_cidrs" { value = length(default(self.ipv4_firewall_rule, [])) == 0 ? null : [for r in self.ipv4_firewall_rule : covering(r.range_start, r.range_end)] }
}

resource "azurerm_cosmosdb_account" {
  kind = "store.nosql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DocumentDB/databaseAccounts/${standin_name}" }
  standin "endpoint" { value = "https://${standin_name}.documents.azure.com:443/" }
  aliases = [self.name]

  let "filtered" { value = default(self.is_virtual_network_filter_enabled, false) || length(default(self.virtual_network_rule, [])) > 0 || length(compact(flatten([default(self.ip_range_filter, [])]))) > 0 }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/cosmosdb_account
  fact "backup_elsewhere" { value = default(self.backup[0].storage_redundancy, "Geo") == "Geo" || length(default(self.geo_location, [])) > 1 }
  fact "customer_key" { value = default(self.key_vault_key_id, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && !let.filtered }
  fact "shared_password" { value = !default(self.local_authentication_disabled, false) }
  fact "tls_min" { value = local.azure_tls[default(self.minimal_tls_version, "Tls12")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    subnets        = [for r in default(self.virtual_network_rule, []) : default(r.id, "")]
    public_address = default(self.public_network_access_enabled, true)
  }
}

resource "azurerm_cosmosdb_sql_database" {
  also    = ["azurerm_cosmosdb_mongo_database", "azurerm_cosmosdb_sql_container", "azurerm_cosmosdb_mongo_collection", "azurerm_cosmosdb_table"]
  part_of = self.account_name
}

resource "azurerm_cosmosdb_postgresql_cluster" {
  kind = "store.sql"
  name = self.name

  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.coordinator_public_ip_access_enabled, true) }
}

resource "azurerm_data_lake_store" {
  kind = "store.object"
  name = self.name

  fact "encrypted_at_rest" { value = default(self.encryption_state, "Enabled") == "Enabled" }
  fact "public_network_access" { value = default(self.firewall_state, "Enabled") == "Disabled" }
}

resource "azurerm_kusto_cluster" {
  kind = "store.warehouse"
  name = self.name

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/kusto_cluster
  fact "customer_key" { value = length(default(self.key_vault_key_id, "")) > 0 }
  fact "encrypted_at_rest" { value = default(self.disk_encryption_enabled, self.enable_disk_encryption, false) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "twice_encrypted" { value = default(self.double_encryption_enabled, false) }
}

resource "azurerm_mariadb_server" {
  kind = "store.sql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DBforMariaDB/servers/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.mariadb.database.azure.com" }

  fact "backup_elsewhere" { value = default(self.geo_redundant_backup_enabled, false) }
  fact "backup_retention_days" { value = default(self.backup_retention_days, 7) }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "tls_min" { value = default(local.azure_tls[self.ssl_minimal_tls_version_enforced], null) }
  fact "tls_required" { value = default(self.ssl_enforcement_enabled, self.ssl_enforcement == "Enabled", false) }

  network {
    public_address = default(self.public_network_access_enabled, true)
    ports          = [3306]
  }
}

resource "azurerm_mariadb_firewall_rule" {
  also       = ["azurerm_mysql_firewall_rule", "azurerm_mysql_flexible_server_firewall_rule", "azurerm_postgresql_firewall_rule", "azurerm_postgresql_flexible_server_firewall_rule", "azurerm_sql_firewall_rule", "azurerm_mssql_firewall_rule", "azurerm_redis_firewall_rule"]
  kind       = "store.sql"
  belongs_to = default(self.server_id, self.server_name, self.redis_cache_name)
  of_type    = ["azurerm_mariadb_server", "azurerm_mysql_server", "azurerm_mysql_flexible_server", "azurerm_postgresql_server", "azurerm_postgresql_flexible_server", "azurerm_mssql_server", "azurerm_redis_cache"]
  name       = self.name

  # From 0.0.0.0 to 0.0.0.0 stands for every machine in Azure, of whomever:
  # https://learn.microsoft.com/azure/azure-sql/database/firewall-configure#connections-from-inside-azure
  fact "allowed_cidrs" {
    value  = covering(default(self.start_ip_address, self.start_ip), default(self.end_ip_address, self.end_ip))
    raises = true
  }
}

# A server of SQL Server. Databases are resources of their own.
resource "azurerm_mssql_server" {
  also    = ["azurerm_sql_server"]
  kind    = "store.sql"
  name    = self.name
  runs_as = self.id

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Sql/servers/${standin_name}" }
  standin "fully_qualified_domain_name" { value = "${standin_name}.database.windows.net" }
  aliases = [self.name]

  companion "audit" {
    type  = "azurerm_mssql_server_extended_auditing_policy"
    where = "server_id"
  }
  companion "alerts" {
    type  = "azurerm_mssql_server_security_alert_policy"
    where = "server_name"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/mssql_server
  fact "access_logs" { value = has(companion.audit) || length(default(self.extended_auditing_policy, [])) > 0 }
  fact "central_login" { value = length(default(self.azuread_administrator, [])) > 0 }
  fact "encrypted_at_rest" { value = true }
  fact "iam_authn" { value = length(default(self.azuread_administrator, [])) > 0 }
  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "tls_min" { value = local.azure_tls[default(self.minimum_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    public_address = default(self.public_network_access_enabled, true)
    ports          = [1433]
  }
}

resource "azurerm_mssql_database" {
  also    = ["azurerm_sql_database", "azurerm_mssql_elasticpool"]
  kind    = "store.sql"
  name    = self.name
  part_of = default(self.server_id, self.server_name)

  standin "id" { value = "${default(self.server_id, "standin")}/databases/${standin_name}" }

  companion "audit" {
    type  = "azurerm_mssql_database_extended_auditing_policy"
    where = "database_id"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/mssql_database
  fact "backup_elsewhere" { value = default(self.storage_account_type, "Geo") != "Local" && default(self.geo_backup_enabled, true) }
  fact "backup_retention_days" { value = default(self.short_term_retention_policy[0].retention_days, 7) }
  fact "encrypted_at_rest" { value = default(self.transparent_data_encryption_enabled, true) }
  fact "multi_zone" { value = default(self.zone_redundant, false) }
}

resource "azurerm_mssql_database_extended_auditing_policy" {
  also = ["azurerm_mssql_server_extended_auditing_policy"]
  kind = "log.sink"

  fact "recording" { value = default(self.enabled, true) }
  fact "retention_days" { value = default(self.retention_in_days, 0) }
}

resource "azurerm_mssql_server_security_alert_policy" {
  kind = "log.detector"

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/mssql_server_security_alert_policy
  fact "alerts_someone" { value = default(self.email_account_admins, false) || length(default(self.email_addresses, [])) > 0 }
  fact "detects" { value = default(self.state, "Disabled") == "Enabled" && length(default(self.disabled_alerts, [])) == 0 }
}

resource "azurerm_mssql_server_transparent_data_encryption" {
  belongs_to = self.server_id
  of_type    = ["azurerm_mssql_server"]

  fact "customer_key" {
    value  = default(self.key_vault_key_id, "") != ""
    raises = true
  }
}

resource "azurerm_mssql_server_vulnerability_assessment" {
  kind = "log.detector"

  fact "alerts_someone" { value = default(self.recurring_scans[0].email_subscription_admins, false) || length(default(self.recurring_scans[0].emails, [])) > 0 }
  fact "detects" { value = default(self.recurring_scans[0].enabled, false) }
}

resource "azurerm_mssql_virtual_network_rule" {
  also = ["azurerm_sql_virtual_network_rule", "azurerm_mysql_virtual_network_rule", "azurerm_postgresql_virtual_network_rule"]
}

resource "azurerm_mssql_managed_instance" {
  kind = "store.sql"
  name = self.name

  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.public_data_endpoint_enabled, false) }
  fact "tls_min" { value = local.azure_tls[default(self.minimum_tls_version, "1.2")] }

  network {
    subnets        = self.subnet_id
    public_address = default(self.public_data_endpoint_enabled, false)
    ports          = [1433]
  }
}

resource "azurerm_mysql_server" {
  kind = "store.sql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DBforMySQL/servers/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.mysql.database.azure.com" }
  aliases = [self.name]

  # https://registry.terraform.io/providers/hashicorp/azurerm/3.0.0/docs/resources/mysql_server
  fact "backup_elsewhere" { value = default(self.geo_redundant_backup_enabled, false) }
  fact "backup_retention_days" { value = default(self.backup_retention_days, 7) }
  fact "detects" { value = default(self.threat_detection_policy[0].enabled, false) }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "tls_min" { value = local.azure_tls[default(self.ssl_minimal_tls_version_enforced, "TLS1_2")] }
  fact "tls_required" { value = default(self.ssl_enforcement_enabled, false) }
  fact "twice_encrypted" { value = default(self.infrastructure_encryption_enabled, false) }

  network {
    public_address = default(self.public_network_access_enabled, true)
    ports          = [3306]
  }
}

resource "azurerm_mysql_flexible_server" {
  kind = "store.sql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DBforMySQL/flexibleServers/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.mysql.database.azure.com" }
  aliases = [self.name]

  companion "setting" {
    type  = "azurerm_mysql_configuration"
    where = "server_name"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/mysql_flexible_server
  fact "backup_elsewhere" { value = default(self.geo_redundant_backup_enabled, false) }
  fact "backup_retention_days" { value = default(self.backup_retention_days, 7) }
  fact "customer_key" { value = length(default(self.customer_managed_key, [])) > 0 }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = length(default(self.high_availability, [])) > 0 }
  fact "password_literal" { value = written_out(self.administrator_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, self.delegated_subnet_id == "", !has(self.delegated_subnet_id)) }
  # Plain connections are refused unless someone allows them.
  fact "tls_min" {
    value = anytrue([for s in companions.setting : default(s.name, "") == "tls_version" && matches(default(s.value, ""), "(?i)TLSv1(,|$)")]) ? "1.0" : anytrue([for s in companions.setting : default(s.name, "") == "tls_version" && matches(default(s.value, ""), "(?i)TLSv1\\.1")]) ? "1.1" : "1.2"
  }
  fact "tls_required" { value = !anytrue([for s in companions.setting : default(s.name, "") == "require_secure_transport" && lower(default(s.value, "")) == "off"]) }

  network {
    subnets        = self.delegated_subnet_id
    public_address = !has(self.delegated_subnet_id)
    ports          = [3306]
  }
}

resource "azurerm_mysql_configuration" {
  also = ["azurerm_mysql_flexible_server_configuration", "azurerm_mariadb_configuration"]
}

resource "azurerm_postgresql_server" {
  kind = "store.sql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DBforPostgreSQL/servers/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.postgres.database.azure.com" }
  aliases = [self.name]

  companion "setting" {
    type  = "azurerm_postgresql_configuration"
    where = "server_name"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/3.0.0/docs/resources/postgresql_server
  fact "access_logs" { value = length(companions.setting) == 0 ? false : !anytrue([for s in companions.setting : contains(local.postgres_log_flags, default(s.name, "")) && lower(default(s.value, "")) == "off"]) && anytrue([for s in companions.setting : contains(local.postgres_log_flags, default(s.name, "")) && lower(default(s.value, "")) == "on"]) }
  fact "backup_elsewhere" { value = default(self.geo_redundant_backup_enabled, false) }
  fact "backup_retention_days" { value = default(self.backup_retention_days, 7) }
  fact "detects" { value = default(self.threat_detection_policy[0].enabled, false) }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.administrator_login_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "throttled" { value = length(companions.setting) == 0 ? null : !anytrue([for s in companions.setting : contains(["connection_throttling", "connection_throttle.enable"], default(s.name, "")) && lower(default(s.value, "")) == "off"]) }
  fact "tls_min" { value = local.azure_tls[default(self.ssl_minimal_tls_version_enforced, "TLS1_2")] }
  fact "tls_required" { value = default(self.ssl_enforcement_enabled, false) }
  fact "twice_encrypted" { value = default(self.infrastructure_encryption_enabled, false) }

  network {
    public_address = default(self.public_network_access_enabled, true)
    ports          = [5432]
  }
}

resource "azurerm_postgresql_configuration" {
  also       = ["azurerm_postgresql_flexible_server_configuration"]
  kind       = "store.sql"
  belongs_to = default(self.server_id, self.server_name)
  of_type    = ["azurerm_postgresql_server", "azurerm_postgresql_flexible_server"]
  name       = self.name

  fact "access_logs" { value = contains(local.postgres_log_flags, default(self.name, "")) ? lower(default(self.value, "")) == "on" : null }
  fact "throttled" { value = contains(["connection_throttling", "connection_throttle.enable"], default(self.name, "")) ? lower(default(self.value, "")) == "on" : null }
}

resource "azurerm_postgresql_flexible_server" {
  kind = "store.sql"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DBforPostgreSQL/flexibleServers/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.postgres.database.azure.com" }
  aliases = [self.name]

  companion "setting" {
    type  = "azurerm_postgresql_configuration"
    where = "server_id"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/postgresql_flexible_server
  fact "backup_elsewhere" { value = default(self.geo_redundant_backup_enabled, false) }
  fact "backup_retention_days" { value = default(self.backup_retention_days, 7) }
  fact "central_login" { value = default(self.authentication[0].active_directory_auth_enabled, false) }
  fact "customer_key" { value = length(default(self.customer_managed_key, [])) > 0 }
  fact "encrypted_at_rest" { value = true }
  fact "iam_authn" { value = default(self.authentication[0].active_directory_auth_enabled, false) }
  fact "multi_zone" { value = length(default(self.high_availability, [])) > 0 }
  fact "password_literal" { value = written_out(self.administrator_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, !has(self.delegated_subnet_id)) }
  fact "tls_required" { value = !anytrue([for s in companions.setting : default(s.name, "") == "require_secure_transport" && lower(default(s.value, "")) == "off"]) }

  network {
    subnets        = self.delegated_subnet_id
    public_address = default(self.public_network_access_enabled, !has(self.delegated_subnet_id))
    ports          = [5432]
  }
}

resource "azurerm_redis_cache" {
  kind = "store.cache"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Cache/redis/${standin_name}" }
  standin "hostname" { value = "${standin_name}.redis.cache.windows.net" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/redis_cache
  fact "authn_required" { value = default(self.redis_configuration[0].authentication_enabled, self.redis_configuration[0].enable_authentication, true) }
  fact "backup_retention_days" { value = default(self.redis_configuration[0].rdb_backup_enabled, false) ? 1 : 0 }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = length(default(self.zones, [])) > 1 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && !has(self.subnet_id) }
  fact "tls_min" { value = local.azure_tls[default(self.minimum_tls_version, "1.0")] }
  fact "tls_required" { value = !default(self.non_ssl_port_enabled, self.enable_non_ssl_port, false) }

  network {
    subnets        = self.subnet_id
    public_address = default(self.public_network_access_enabled, true) && !has(self.subnet_id)
    ports          = [6380]
  }
}

resource "azurerm_redis_enterprise_database" {
  kind = "store.cache"
  name = self.name

  fact "tls_required" { value = default(self.client_protocol, "Encrypted") == "Encrypted" }
}

resource "azurerm_search_service" {
  kind = "store.search"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Search/searchServices/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/search_service
  fact "customer_key" { value = default(self.customer_managed_key_enforcement_enabled, false) }
  fact "encrypted_at_rest" { value = true }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
  fact "shared_password" { value = default(self.local_authentication_enabled, true) }

  network { public_address = default(self.public_network_access_enabled, true) }
}

resource "azurerm_cognitive_account" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.CognitiveServices/accounts/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/cognitive_account
  fact "customer_key" { value = length(default(self.customer_managed_key, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && default(self.network_acls[0].default_action, "Allow") == "Allow" }
  fact "shared_password" { value = default(self.local_auth_enabled, true) }
}
