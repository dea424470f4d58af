# Databases, warehouses, caches and what computes over them.

resource "google_alloydb_cluster" {
  kind = "store.sql"
  name = self.cluster_id

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/clusters/${standin_name}" }
  standin "name" { value = self.id }

  # Backups are on by default, for 14 days:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/alloydb_cluster#nested_automated_backup_policy
  fact "backup_retention_days" { value = default(self.automated_backup_policy[0].enabled, true) ? 14 : 0 }
  fact "customer_key" { value = default(self.encryption_config[0].kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(default(self.initial_user[0].password, null)) }
  fact "public_network_access" { value = false }

  network {
    vpc            = default(self.network_config[0].network, self.network, [])
    public_address = false
    ports          = [5432]
  }
}

resource "google_alloydb_instance" {
  belongs_to = self.cluster
  of_type    = ["google_alloydb_cluster"]

  fact "public_network_access" {
    value  = default(self.network_config[0].enable_public_ip, false)
    raises = true
  }
}

resource "google_bigquery_data_transfer_config" {
  runs_as = self.service_account_name
}

resource "google_bigquery_dataset" {
  kind = "store.warehouse"
  name = self.dataset_id

  standin "id" { value = "projects/${account}/datasets/${standin_name}" }
  standin "self_link" { value = "https://bigquery.googleapis.com/bigquery/v2/${self.id}" }
  aliases = [self.dataset_id]

  fact "customer_key" { value = default(self.default_encryption_configuration[0].kms_key_name, "") != "" }
  fact "deletion_protection" { value = !default(self.delete_contents_on_destroy, false) }
  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = anytrue([for a in default(self.access, []) : contains(["allAuthenticatedUsers", "allUsers"], default(a.special_group, a.iam_member, ""))]) }
}

resource "google_bigquery_dataset_access" {
  kind       = "store.warehouse"
  belongs_to = self.dataset_id
  of_type    = ["google_bigquery_dataset"]
  name       = self.dataset_id

  fact "public_read" {
    value  = one_of(default(self.special_group, self.iam_member, ""), local.google_everyone)
    raises = true
  }
}

resource "google_bigquery_routine" {}

resource "google_bigquery_table" {
  kind    = "store.warehouse"
  name    = self.table_id
  part_of = self.dataset_id

  standin "id" { value = "projects/${account}/datasets/${default(self.dataset_id, "standin")}/tables/${standin_name}" }
  standin "self_link" { value = "https://bigquery.googleapis.com/bigquery/v2/${self.id}" }
  aliases = [self.table_id]

  companion "dataset" {
    type  = "google_bigquery_dataset"
    named = "dataset_id"
  }

  # A table that names no key gets its dataset's.
  fact "customer_key" { value = default(self.encryption_configuration[0].kms_key_name, companion.dataset.default_encryption_configuration[0].kms_key_name, "") != "" }
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/bigquery_table#deletion_protection
  fact "deletion_protection" { value = default(self.deletion_protection, true) }
  fact "encrypted_at_rest" { value = true }
}

resource "google_bigtable_instance" {
  kind = "store.nosql"
  name = self.name

  standin "id" { value = "projects/${account}/instances/${standin_name}" }

  fact "customer_key" { value = alltrue([for c in default(self.cluster, []) : default(c.kms_key_name, "") != ""]) && length(default(self.cluster, [])) > 0 }
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/bigtable_instance#deletion_protection
  fact "deletion_protection" { value = default(self.deletion_protection, true) }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = length(default(self.cluster, [])) > 1 }
}

resource "google_bigtable_table" {
  part_of = self.instance_name

  standin "id" { value = "projects/${account}/instances/${default(self.instance_name, "standin")}/tables/${standin_name}" }
}

resource "google_data_fusion_instance" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.dataproc_service_account

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/instances/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/data_fusion_instance
  fact "access_logs" { value = default(self.enable_stackdriver_logging, false) }
  fact "customer_key" { value = default(self.crypto_key_config[0].key_reference, "") != "" }
  fact "monitored" { value = default(self.enable_stackdriver_monitoring, false) }
  fact "public_network_access" { value = !default(self.private_instance, false) }

  network {
    vpc            = default(self.network_config[0].network, [])
    public_address = !default(self.private_instance, false)
  }
}

resource "google_dataflow_job" {
  also    = ["google_dataflow_flex_template_job"]
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_account_email

  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "default_identity" { value = !has(self.service_account_email) || matches(default(self.service_account_email, ""), local.google_default_identity) }
  # Workers get public addresses unless told otherwise.
  fact "public_network_access" { value = default(self.ip_configuration, "WORKER_IP_PUBLIC") != "WORKER_IP_PRIVATE" }

  network {
    vpc            = self.network
    subnets        = self.subnetwork
    public_address = default(self.ip_configuration, "WORKER_IP_PUBLIC") != "WORKER_IP_PRIVATE"
  }
}

resource "google_dataproc_cluster" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = default(self.cluster_config[0].gce_cluster_config[0].service_account)

  standin "id" { value = "projects/${account}/regions/${default(self.region, region)}/clusters/${standin_name}" }

  let "machines" { value = default(self.cluster_config[0].gce_cluster_config[0]) }

  fact "customer_key" { value = default(self.cluster_config[0].encryption_config[0].kms_key_name, "") != "" }
  fact "default_identity" { value = !has(default(let.machines.service_account)) || matches(default(let.machines.service_account, ""), local.google_default_identity) }
  fact "encrypted_at_rest" { value = true }
  # Machines get public addresses unless told otherwise.
  fact "public_network_access" { value = !default(let.machines.internal_ip_only, false) }
  fact "verified_boot" { value = default(let.machines.shielded_instance_config[0].enable_secure_boot, false) }

  network {
    vpc            = default(let.machines.network, [])
    subnets        = default(let.machines.subnetwork, [])
    public_address = !default(let.machines.internal_ip_only, false)
    tags           = default(let.machines.tags, [])
  }
}

resource "google_dataproc_job" {}

resource "google_datastream_connection_profile" {
  kind = "external.saas"
  name = self.display_name

  fact "password_literal" {
    value = literal(default(self.mysql_profile[0].password, self.postgresql_profile[0].password, self.oracle_profile[0].password, self.sql_server_profile[0].password, null))
  }
}

resource "google_firestore_database" {
  kind = "store.nosql"
  name = self.name

  standin "id" { value = "projects/${account}/databases/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/firestore_database
  fact "backup_retention_days" { value = default(self.point_in_time_recovery_enablement, "POINT_IN_TIME_RECOVERY_DISABLED") == "POINT_IN_TIME_RECOVERY_ENABLED" ? 7 : 0 }
  fact "customer_key" { value = default(self.cmek_config[0].kms_key_name, "") != "" }
  fact "deletion_protection" { value = default(self.delete_protection_state, "DELETE_PROTECTION_DISABLED") == "DELETE_PROTECTION_ENABLED" }
  fact "encrypted_at_rest" { value = true }
}

resource "google_memcache_instance" {
  kind = "store.cache"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/instances/${standin_name}" }

  # It knows neither passwords nor encryption:
  # https://cloud.google.com/memorystore/docs/memcached/networking
  fact "authn_required" { value = false }
  fact "tls_required" { value = false }

  network {
    vpc            = self.authorized_network
    public_address = false
    ports          = [11211]
  }
}

resource "google_redis_cluster" {
  kind = "store.cache"
  name = self.name

  fact "authn_required" { value = default(self.authorization_mode, "AUTH_MODE_DISABLED") == "AUTH_MODE_IAM_AUTH" }
  fact "deletion_protection" { value = default(self.deletion_protection_enabled, true) }
  fact "encrypted_at_rest" { value = true }
  fact "tls_required" { value = default(self.transit_encryption_mode, "TRANSIT_ENCRYPTION_MODE_DISABLED") == "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION" }

  network {
    vpc            = [for c in default(self.psc_configs, []) : default(c.network, "")]
    public_address = false
    ports          = [6379]
  }
}

resource "google_redis_instance" {
  kind = "store.cache"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/instances/${standin_name}" }

  # Neither a password nor encryption unless someone says so:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/redis_instance
  fact "authn_required" { value = default(self.auth_enabled, false) }
  fact "customer_key" { value = default(self.customer_managed_key, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "multi_zone" { value = default(self.tier, "BASIC") == "STANDARD_HA" }
  fact "tls_required" { value = default(self.transit_encryption_mode, "DISABLED") == "SERVER_AUTHENTICATION" }

  network {
    vpc            = self.authorized_network
    public_address = false
    ports          = [6379]
  }
}

resource "google_spanner_database" {
  kind    = "store.sql"
  name    = self.name
  part_of = self.instance

  standin "id" { value = "${default(self.instance, "standin")}/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/spanner_database
  fact "customer_key" { value = default(self.encryption_config[0].kms_key_name, "") != "" || length(default(self.encryption_config[0].kms_key_names, [])) > 0 }
  fact "deletion_protection" { value = default(self.enable_drop_protection, self.deletion_protection, true) }
  fact "encrypted_at_rest" { value = true }
  fact "tls_required" { value = true }
}

resource "google_spanner_instance" {
  standin "id" { value = "projects/${account}/instances/${standin_name}" }
  standin "name" { value = standin_name }
}

resource "google_sql_database" {
  part_of = self.instance

  standin "id" { value = "projects/${account}/instances/${default(self.instance, "standin")}/databases/${standin_name}" }
}

resource "google_sql_database_instance" {
  kind = "store.sql"
  name = self.name

  standin "name" { value = standin_name }
  standin "id" { value = self.name }
  standin "connection_name" { value = "${account}:${default(self.region, region)}:${self.name}" }
  standin "self_link" { value = "https://sqladmin.googleapis.com/sql/v1beta4/projects/${account}/instances/${self.name}" }
  standin "service_account_email_address" { value = "p000000000000-${substr(standin_hash, 0, 6)}@gcp-sa-cloud-sql.iam.gserviceaccount.com" }

  let "settings" { value = default(self.settings[0]) }
  let "engine" { value = split("_", default(self.database_version, "MYSQL"))[0] }
  let "flags" { value = { for f in default(let.settings.database_flags, []) : f.name => lower(tostring(f.value)) } }
  let "log_flags" { value = [for name in local.postgres_log_flags : let.flags[name] if can(let.flags[name])] }
  let "ranges" { value = [for n in default(let.settings.ip_configuration[0].authorized_networks, []) : default(n.value, "")] }
  # A public address is the default where nobody says anything:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/sql_database_instance#nested_settings_ip_configuration
  let "public" { value = default(let.settings.ip_configuration[0].ipv4_enabled, true) }
  let "mode" { value = default(let.settings.ip_configuration[0].ssl_mode) }

  # PostgreSQL says who connects and what they do only where flags ask for it.
  fact "access_logs" {
    value = let.engine != "POSTGRES" ? (let.engine == "MYSQL" && can(let.flags["general_log"]) ? let.flags["general_log"] == "on" : null) : (
      length(let.log_flags) > 0 && alltrue([for v in let.log_flags : v == "on"]) || let.records_by_value
    ) && !let.records_too_little
  }
  let "records_by_value" { value = default(let.flags["log_temp_files"], "-1") == "0" || contains(["error", "warning", "notice", "info", "log"], default(let.flags["log_min_messages"], "")) || contains(["ddl", "mod", "all"], default(let.flags["log_statement"], "")) || default(let.flags["log_min_duration_statement"], "") == "-1" || default(let.flags["cloudsql.enable_pgaudit"], "") == "on" }
  let "records_too_little" { value = anytrue([for v in let.log_flags : v == "off"]) || contains(["fatal", "panic", "debug5", "debug4", "debug3", "debug2", "debug1"], default(let.flags["log_min_messages"], "error")) || can(let.flags["log_temp_files"]) && default(let.flags["log_temp_files"], "0") != "0" }
  fact "authn_required" { value = let.engine == "SQLSERVER" && default(let.flags["contained database authentication"], "on") == "on" ? null : true }
  fact "allowed_cidrs" { value = let.public ? let.ranges : null }
  # Backups are off unless someone turns them on.
  fact "backup_retention_days" { value = has(default(self.master_instance_name)) ? null : default(let.settings.backup_configuration[0].enabled, false) ? default(let.settings.backup_configuration[0].backup_retention_settings[0].retained_backups, 7) : 0 }
  # Who comes and goes. Both flags are off unless somebody sets them:
  # https://cloud.google.com/sql/docs/postgres/flags
  let "comings" { value = [for name in ["log_connections", "log_disconnections"] : let.flags[name] if can(let.flags[name])] }
  fact "connections_recorded" { value = let.engine != "POSTGRES" ? null : length(let.comings) > 0 && alltrue([for v in let.comings : contains(["on", "true", "1"], v)]) }
  fact "customer_key" { value = default(self.encryption_key_name, "") != "" }
  # The provider's own guard does not stop anyone outside Terraform.
  fact "deletion_protection" { value = default(let.settings.deletion_protection_enabled, self.deletion_protection, true) }
  fact "encrypted_at_rest" { value = true }
  fact "iam_authn" { value = default(let.flags["cloudsql.iam_authentication"], let.flags["cloudsql_iam_authentication"], "off") == "on" }
  fact "logs_secrets" { value = let.engine != "POSTGRES" ? null : default(tonumber(let.flags["log_min_duration_statement"]), -1) >= 0 }
  fact "multi_zone" { value = default(let.settings.availability_type, "ZONAL") == "REGIONAL" }
  fact "password_literal" { value = written_out(self.root_password) }
  fact "public_network_access" { value = let.public }
  fact "reads_local_files" { value = let.engine == "MYSQL" ? default(let.flags["local_infile"], "on") != "off" : null }
  fact "shared_logins" { value = let.engine == "SQLSERVER" ? anytrue([default(let.flags["contained database authentication"], "off") == "on", default(let.flags["cross db ownership chaining"], "off") == "on"]) : null }
  fact "tls_required" { value = default(let.settings.ip_configuration[0].require_ssl, false) || contains(["ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"], default(let.mode, "")) }

  network {
    vpc            = default(let.settings.ip_configuration[0].private_network, [])
    public_address = let.public
    ports          = [let.engine == "MYSQL" ? 3306 : let.engine == "POSTGRES" ? 5432 : 1433]
  }
}

resource "google_sql_ssl_cert" {}

resource "google_sql_user" {
  kind       = "store.sql"
  belongs_to = self.instance
  of_type    = ["google_sql_database_instance"]
  name       = self.name

  fact "password_literal" {
    value  = literal(self.password)
    raises = true
  }
}

resource "google_vertex_ai_dataset" {
  kind = "store.object"
  name = self.display_name

  fact "customer_key" { value = default(self.encryption_spec[0].kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
}

resource "google_vertex_ai_endpoint" {
  kind = "compute.container"
  name = default(self.display_name, self.name)

  fact "customer_key" { value = default(self.encryption_spec[0].kms_key_name, "") != "" }
}

resource "google_vertex_ai_featurestore" {
  kind = "store.nosql"
  name = self.name

  fact "customer_key" { value = default(self.encryption_spec[0].kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
}

resource "google_vertex_ai_metadata_store" {
  kind = "store.nosql"
  name = self.name

  fact "customer_key" { value = default(self.encryption_spec[0].kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
}

locals {
  # Flags that turn a record on, by their name in PostgreSQL:
  # https://cloud.google.com/sql/docs/postgres/flags#list-flags-postgres
  postgres_log_flags = ["log_checkpoints", "log_connections", "log_disconnections", "log_lock_waits", "log_duration", "log_hostname"]
}
