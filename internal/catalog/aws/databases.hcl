# Databases, caches, search and warehouses.

resource "aws_db_instance" {
  kind = "store.sql"
  name = default(self.identifier, self.db_name, self.name)

  standin "identifier" { value = "${default(self.identifier_prefix, "")}${standin_name}" }
  standin "id" { value = self.identifier }
  standin "arn" { value = "arn:${partition}:rds:${region}:${account}:db:${self.identifier}" }
  standin "address" { value = "${self.identifier}.${standin_hash}.${region}.rds.amazonaws.com" }
  standin "port" {
    value  = contains(["mysql", "mariadb"], default(self.engine, "mysql")) ? 3306 : startswith(default(self.engine, ""), "postgres") ? 5432 : startswith(default(self.engine, ""), "oracle") ? 1521 : 1433
    shared = true
  }
  standin "endpoint" { value = "${self.address}:${self.port}" }
  standin "resource_id" { value = "db-${upper(standin_hash)}" }
  standin "master_user_secret" { value = [{ secret_arn = "arn:${partition}:secretsmanager:${region}:${account}:secret:rds!db-${standin_hash}" }] }

  companion "parameters" {
    type  = "aws_db_parameter_group"
    named = "parameter_group_name"
  }
  companion "group" {
    type  = "aws_db_subnet_group"
    named = "db_subnet_group_name"
  }

  fact "access_logs" { value = length(default(self.enabled_cloudwatch_logs_exports, [])) > 0 }
  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#auto_minor_version_upgrade
  fact "auto_upgrade" { value = default(self.auto_minor_version_upgrade, true) }
  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance:
  # the default is 0; a copy of another database is made with that one's setting.
  fact "backup_retention_days" { value = default(self.backup_retention_period, !has(self.replicate_source_db) ? 0 : null) }
  # Off unless a parameter group turns it on:
  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html
  fact "connections_recorded" {
    value = default(self.engine, "") != "postgres" ? null : has(companion.parameters) ? anytrue([
      for p in default(companion.parameters.parameter, []) : p.name == "log_connections" && contains(["1", "on", "true", "all"], lower(tostring(p.value)))
    ]) : has(self.parameter_group_name) ? null : false
  }
  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  # A replica can be made again from its source.
  fact "deletion_protection" { value = has(self.replicate_source_db) ? null : default(self.deletion_protection, false) }
  # A replica or a restored copy is encrypted where its source is.
  fact "encrypted_at_rest" { value = default(self.storage_encrypted, !has(self.replicate_source_db) && !has(self.snapshot_identifier) ? false : null) }
  # Oracle, SQL Server and Db2 know no such logins:
  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
  fact "iam_authn" { value = matches(default(self.engine, "mysql"), "^(oracle|sqlserver|db2|custom)") ? null : default(self.iam_database_authentication_enabled, false) }
  fact "multi_zone" { value = default(self.multi_az, false) }
  fact "password_literal" { value = written_out(self.password) }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }
  # PostgreSQL refuses plain connections by default since version 15:
  # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/PostgreSQL.Concepts.General.SSL.html
  fact "tls_required" {
    value = anytrue([for p in default(companion.parameters.parameter, []) : contains(["rds.force_ssl", "require_secure_transport"], p.name) && contains(["1", "on", "ON"], p.value)]) || (
      !has(companion.parameters) && default(self.engine, "") == "postgres" && default(tonumber(split(".", self.engine_version)[0]) >= 15, false)
    )
  }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.vpc_security_group_ids
    public_address = default(self.publicly_accessible, false)
    ports          = [self.port]
  }
}

resource "aws_db_parameter_group" {
  also = ["aws_rds_cluster_parameter_group"]

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
}

resource "aws_db_snapshot" {
  also = ["aws_db_cluster_snapshot"]
  kind = "store.snapshot"
  name = default(self.db_snapshot_identifier, self.db_cluster_snapshot_identifier)

  standin "id" { value = standin_name }

  fact "public_read" { value = contains(default(self.shared_accounts, []), "all") }
}

resource "aws_db_subnet_group" {
  also = ["aws_redshift_subnet_group", "aws_elasticache_subnet_group"]

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
}

resource "aws_docdb_cluster" {
  also = ["aws_neptune_cluster"]
  kind = "store.nosql"
  name = self.cluster_identifier

  standin "cluster_identifier" { value = "${default(self.cluster_identifier_prefix, "")}${standin_name}" }
  standin "id" { value = self.cluster_identifier }
  standin "arn" { value = "arn:${partition}:rds:${region}:${account}:cluster:${self.cluster_identifier}" }
  standin "endpoint" { value = "${self.cluster_identifier}.cluster-${standin_hash}.${region}.docdb.amazonaws.com" }

  companion "group" {
    type  = "aws_db_subnet_group"
    named = "db_subnet_group_name"
  }

  # The other log of a cluster, profiler, holds slow operations only:
  # https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
  fact "access_logs" { value = contains(default(self.enabled_cloudwatch_logs_exports, self.enable_cloudwatch_logs_exports, []), "audit") }
  fact "backup_retention_days" { value = default(self.backup_retention_period, 1) }
  fact "customer_key" { value = default(self.kms_key_id, self.kms_key_arn, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection, false) }
  # A key is accepted for encrypted storage only.
  fact "encrypted_at_rest" { value = default(self.storage_encrypted, default(self.kms_key_id, self.kms_key_arn, "") != "") }
  fact "password_literal" { value = written_out(self.master_password) }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.vpc_security_group_ids
    public_address = false
    ports          = [default(self.port, 27017)]
  }
}

resource "aws_docdb_cluster_instance" {
  also       = ["aws_neptune_cluster_instance"]
  belongs_to = self.cluster_identifier
  of_type    = ["aws_docdb_cluster"]
}

resource "aws_dynamodb_table" {
  kind = "store.nosql"
  name = self.name

  standin "arn" { value = "arn:${partition}:dynamodb:${region}:${account}:table/${standin_name}" }
  standin "id" { value = standin_name }
  standin "stream_arn" { value = "${self.arn}/stream/standin" }
  aliases = [self.name]

  companion "policy" {
    type  = "aws_dynamodb_resource_policy"
    where = "resource_arn"
  }

  # Continuous backups reach back 35 days where they are on.
  fact "backup_retention_days" { value = default(self.point_in_time_recovery[0].enabled, false) ? default(self.point_in_time_recovery[0].recovery_period_in_days, 35) : 0 }
  fact "customer_key" { value = default(self.server_side_encryption[0].enabled, false) && default(self.server_side_encryption[0].kms_key_arn, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection_enabled, false) }
  # Tables are always encrypted:
  # https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html
  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = allows_anyone(default(companion.policy.policy), ["dynamodb:GetItem", "dynamodb:Scan"], local.restricting_keys) }
}

resource "aws_dynamodb_table_item" {
  belongs_to = self.table_name
  of_type    = ["aws_dynamodb_table"]
}

resource "aws_dynamodb_resource_policy" {
  belongs_to = self.resource_arn
  of_type    = ["aws_dynamodb_table"]

  resource_policy { document = self.policy }
}

resource "aws_elasticache_cluster" {
  kind = "store.cache"
  name = self.cluster_id

  standin "id" { value = standin_name }
  standin "arn" { value = "arn:${partition}:elasticache:${region}:${account}:cluster:${standin_name}" }
  standin "cluster_address" { value = "${standin_name}.${standin_hash}.cfg.use1.cache.amazonaws.com" }
  standin "configuration_endpoint" { value = "${self.cluster_address}:11211" }
  standin "cache_nodes" { value = [{ address = "${standin_name}.${standin_hash}.0001.use1.cache.amazonaws.com", id = "0001", port = 6379 }] }

  companion "group" {
    type  = "aws_db_subnet_group"
    named = "subnet_group_name"
  }

  # A single node has neither passwords nor encryption; Redis keeps 0 days of
  # snapshots unless told otherwise.
  # Memcached knows no password here.
  fact "authn_required" { value = default(self.engine, "") == "memcached" ? null : false }
  fact "backup_retention_days" { value = default(self.engine, "") == "memcached" || has(self.replication_group_id) ? null : default(self.snapshot_retention_limit, 0) }
  fact "encrypted_at_rest" { value = false }
  fact "multi_zone" { value = default(self.az_mode, "single-az") == "cross-az" }
  fact "tls_required" { value = default(self.transit_encryption_enabled, false) }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.security_group_ids
    public_address = false
    ports          = [default(self.port, default(self.engine, "") == "memcached" ? 11211 : 6379)]
  }
}

resource "aws_elasticache_replication_group" {
  kind = "store.cache"
  name = self.replication_group_id

  standin "id" { value = standin_name }
  standin "arn" { value = "arn:${partition}:elasticache:${region}:${account}:replicationgroup:${standin_name}" }
  standin "primary_endpoint_address" { value = "master.${standin_name}.${standin_hash}.use1.cache.amazonaws.com" }
  standin "reader_endpoint_address" { value = "replica.${standin_name}.${standin_hash}.use1.cache.amazonaws.com" }
  standin "configuration_endpoint_address" { value = "clustercfg.${standin_name}.${standin_hash}.use1.cache.amazonaws.com" }

  companion "group" {
    type  = "aws_db_subnet_group"
    named = "subnet_group_name"
  }

  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
  fact "authn_required" { value = has(self.auth_token) || length(default(self.user_group_ids, [])) > 0 }
  fact "backup_retention_days" { value = default(self.snapshot_retention_limit, 0) }
  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.at_rest_encryption_enabled, default(self.engine, "redis") == "valkey") }
  fact "multi_zone" { value = default(self.multi_az_enabled, false) }
  fact "password_literal" { value = written_out(self.auth_token) }
  fact "tls_required" { value = default(self.transit_encryption_enabled, false) && default(self.transit_encryption_mode, "required") == "required" }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.security_group_ids
    public_address = false
    ports          = [default(self.port, 6379)]
  }
}

resource "aws_keyspaces_table" {
  kind = "store.nosql"
  name = self.table_name

  standin "arn" { value = "arn:${partition}:cassandra:${region}:${account}:/keyspace/${default(self.keyspace_name, "")}/table/${default(self.table_name, standin_name)}" }
  standin "id" { value = "${default(self.keyspace_name, "")}/${default(self.table_name, standin_name)}" }

  # Continuous backups reach back 35 days where they are on.
  fact "backup_retention_days" { value = default(self.point_in_time_recovery[0].status, "DISABLED") == "ENABLED" ? 35 : 0 }
  fact "customer_key" { value = default(self.encryption_specification[0].type, "AWS_OWNED_KMS_KEY") == "CUSTOMER_MANAGED_KMS_KEY" }
  # Tables are always encrypted:
  # https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html
  fact "encrypted_at_rest" { value = true }
}

resource "aws_opensearch_domain" {
  also = ["aws_elasticsearch_domain"]
  kind = "store.search"
  name = self.domain_name

  standin "arn" { value = "arn:${partition}:es:${region}:${account}:domain/${standin_name}" }
  standin "id" { value = self.arn }
  standin "endpoint" { value = "search-${standin_name}-${standin_hash}.${region}.es.amazonaws.com" }

  companion "policy" { type = "aws_opensearch_domain_policy" }

  let "document" { value = default(companion.policy.access_policies, self.access_policies) }

  fact "access_logs" { value = anytrue([for l in default(self.log_publishing_options, []) : default(l.enabled, true)]) }
  fact "authn_required" { value = default(self.advanced_security_options[0].enabled, false) }
  fact "customer_key" { value = default(self.encrypt_at_rest[0].kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.encrypt_at_rest[0].enabled, false) }
  fact "encrypted_inside" { value = default(self.node_to_node_encryption[0].enabled, false) }
  fact "multi_zone" { value = default(self.cluster_config[0].zone_awareness_enabled, false) }
  fact "public_network_access" { value = length(default(self.vpc_options, [])) == 0 }
  fact "public_read" { value = length(default(self.vpc_options, [])) == 0 && allows_anyone(let.document, ["es:ESHttpGet"], local.restricting_keys) }
  fact "public_write" { value = length(default(self.vpc_options, [])) == 0 && allows_anyone(let.document, ["es:ESHttpPost"], local.restricting_keys) }
  fact "tls_min" { value = contains(["Policy-Min-TLS-1-2-2019-07", "Policy-Min-TLS-1-2-PFS-2023-10"], default(self.domain_endpoint_options[0].tls_security_policy, "Policy-Min-TLS-1-0-2019-07")) ? "1.2" : "1.0" }
  fact "tls_required" { value = default(self.domain_endpoint_options[0].enforce_https, false) }

  network {
    subnets        = default(self.vpc_options[0].subnet_ids, [])
    groups         = default(self.vpc_options[0].security_group_ids, [])
    public_address = length(default(self.vpc_options, [])) == 0
    ports          = [443]
  }
  resource_policy { document = self.access_policies }
}

resource "aws_opensearch_domain_policy" {
  also       = ["aws_elasticsearch_domain_policy"]
  belongs_to = self.domain_name
  of_type    = ["aws_opensearch_domain"]

  resource_policy { document = self.access_policies }
}

# An encryption policy says for which collections a key is taken:
# https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html
resource "aws_opensearchserverless_security_policy" {
  kind = "store.search"
  name = self.name

  let "policy" { value = jsondecode(self.policy) }

  fact "customer_key" { value = default(self.type, "") == "encryption" ? !default(let.policy.AWSOwnedKey, false) : null }
  fact "public_network_access" { value = default(self.type, "") == "network" ? anytrue([for p in let.policy : default(p.AllowFromPublic, false)]) : null }
}

resource "aws_qldb_ledger" {
  kind = "store.nosql"
  name = self.name

  # On unless someone turns it off.
  fact "deletion_protection" { value = default(self.deletion_protection, true) }
  fact "encrypted_at_rest" { value = true }
}

resource "aws_rds_cluster" {
  kind = "store.sql"
  name = default(self.cluster_identifier, self.database_name)

  standin "cluster_identifier" { value = "${default(self.cluster_identifier_prefix, "")}${standin_name}" }
  standin "id" { value = self.cluster_identifier }
  standin "arn" { value = "arn:${partition}:rds:${region}:${account}:cluster:${self.cluster_identifier}" }
  standin "endpoint" { value = "${self.cluster_identifier}.cluster-${standin_hash}.${region}.rds.amazonaws.com" }
  standin "reader_endpoint" { value = "${self.cluster_identifier}.cluster-ro-${standin_hash}.${region}.rds.amazonaws.com" }
  standin "port" {
    value  = strcontains(default(self.engine, ""), "postgres") ? 5432 : 3306
    shared = true
  }
  standin "cluster_resource_id" { value = "cluster-${upper(standin_hash)}" }
  standin "master_user_secret" { value = [{ secret_arn = "arn:${partition}:secretsmanager:${region}:${account}:secret:rds!cluster-${standin_hash}" }] }

  companion "instance" { type = "aws_rds_cluster_instance" }
  companion "group" {
    type  = "aws_db_subnet_group"
    named = "db_subnet_group_name"
  }
  companion "parameters" {
    type  = "aws_db_parameter_group"
    named = "db_cluster_parameter_group_name"
  }

  fact "access_logs" { value = length(default(self.enabled_cloudwatch_logs_exports, [])) > 0 }
  fact "backup_retention_days" { value = default(self.backup_retention_period, 1) }
  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection, false) }
  fact "encrypted_at_rest" { value = default(self.storage_encrypted, default(self.engine_mode, "") == "serverless", false) }
  fact "iam_authn" { value = default(self.iam_database_authentication_enabled, false) }
  # The storage spans zones; the service does with a second instance.
  fact "multi_zone" { value = length(companions.instance) > 1 }
  fact "password_literal" { value = written_out(self.master_password) }
  fact "public_network_access" { value = anytrue([for i in companions.instance : default(i.publicly_accessible, false)]) }
  fact "tls_required" { value = anytrue([for p in default(companion.parameters.parameter, []) : contains(["rds.force_ssl", "require_secure_transport"], p.name) && contains(["1", "on", "ON"], p.value)]) }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.vpc_security_group_ids
    public_address = anytrue([for i in companions.instance : default(i.publicly_accessible, false)])
    ports          = [self.port]
  }
}

resource "aws_rds_cluster_instance" {
  kind       = "store.sql"
  belongs_to = self.cluster_identifier
  of_type    = ["aws_rds_cluster"]
  name       = self.identifier

  fact "auto_upgrade" { value = default(self.auto_minor_version_upgrade, true) }
  # Performance Insights keeps the text of queries.
  fact "customer_key" { value = default(self.performance_insights_enabled, false) ? default(self.performance_insights_kms_key_id, "") != "" : null }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }
}

resource "aws_redshift_cluster" {
  kind = "store.warehouse"
  name = self.cluster_identifier

  standin "id" { value = standin_name }
  standin "arn" { value = "arn:${partition}:redshift:${region}:${account}:cluster:${standin_name}" }
  standin "endpoint" { value = "${standin_name}.${standin_hash}.${region}.redshift.amazonaws.com:5439" }
  standin "dns_name" { value = "${standin_name}.${standin_hash}.${region}.redshift.amazonaws.com" }

  companion "group" {
    type  = "aws_db_subnet_group"
    named = "cluster_subnet_group_name"
  }
  companion "parameters" {
    type  = "aws_redshift_parameter_group"
    named = "cluster_parameter_group_name"
  }
  companion "logging" {
    type  = "aws_redshift_logging"
    where = "cluster_identifier"
  }

  fact "access_logs" { value = has(companion.logging) || default(self.logging[0].enable, false) }
  fact "backup_retention_days" { value = default(self.automated_snapshot_retention_period, 1) }
  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  # New clusters are encrypted since January 2025, which provider version 6 takes
  # over; before that the default was off.
  # https://aws.amazon.com/blogs/big-data/amazon-redshift-announces-security-enhancements-for-new-clusters/
  fact "encrypted_at_rest" { value = default(self.encrypted, true) }
  fact "password_literal" { value = written_out(self.master_password) }
  # Off by default from the same day on.
  fact "public_network_access" { value = default(self.publicly_accessible, false) }
  fact "tls_required" { value = anytrue([for p in default(companion.parameters.parameter, []) : p.name == "require_ssl" && p.value == "true"]) }

  network {
    subnets        = default(companion.group.subnet_ids, [])
    groups         = self.vpc_security_group_ids
    public_address = default(self.publicly_accessible, false)
    ports          = [default(self.port, 5439)]
  }
}

resource "aws_redshift_logging" {
  belongs_to = self.cluster_identifier
  of_type    = ["aws_redshift_cluster"]
}

resource "aws_redshift_parameter_group" {
  kind = "store.warehouse"
  name = self.name

  standin "id" { value = standin_name }
  aliases = [self.name]

  fact "tls_required" { value = anytrue([for p in default(self.parameter, []) : p.name == "require_ssl" && p.value == "true"]) }
}

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshiftserverless_namespace
resource "aws_redshiftserverless_namespace" {
  kind = "store.warehouse"
  name = self.namespace_name

  standin "id" { value = default(self.namespace_name, standin_name) }
  standin "arn" { value = "arn:${partition}:redshift-serverless:${region}:${account}:namespace/${standin_hash}" }

  companion "workgroup" {
    type  = "aws_redshiftserverless_workgroup"
    where = "namespace_name"
  }

  fact "access_logs" { value = length(default(self.log_exports, [])) > 0 }
  fact "customer_key" { value = !contains(["", "AWS_OWNED_KMS_KEY"], default(self.kms_key_id, "")) }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.admin_user_password) }
  fact "public_network_access" { value = anytrue([for w in companions.workgroup : default(w.publicly_accessible, false)]) }

  network {
    subnets        = flatten([for w in companions.workgroup : default(w.subnet_ids, [])])
    groups         = flatten([for w in companions.workgroup : default(w.security_group_ids, [])])
    public_address = anytrue([for w in companions.workgroup : default(w.publicly_accessible, false)])
    ports          = [5439]
  }
}

resource "aws_redshiftserverless_workgroup" {
  kind       = "store.warehouse"
  belongs_to = self.namespace_name
  of_type    = ["aws_redshiftserverless_namespace"]
  name       = self.workgroup_name

  standin "id" { value = default(self.workgroup_name, standin_name) }
  standin "arn" { value = "arn:${partition}:redshift-serverless:${region}:${account}:workgroup/${standin_hash}" }

  fact "public_network_access" { value = default(self.publicly_accessible, false) }
  fact "tls_required" {
    value  = anytrue([for p in default(self.config_parameter, []) : default(p.parameter_key, "") == "require_ssl" && default(p.parameter_value, "") == "true"])
    raises = true
  }

  network {
    subnets        = self.subnet_ids
    groups         = self.security_group_ids
    public_address = default(self.publicly_accessible, false)
    ports          = [5439]
  }
}

resource "aws_timestreamwrite_database" {
  kind = "store.nosql"
  name = self.database_name

  standin "arn" { value = "arn:${partition}:timestream:${region}:${account}:database/${standin_name}" }
  standin "id" { value = standin_name }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = true }
}
