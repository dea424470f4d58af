# Keys, secrets, certificates, logs and detection.

resource "aws_acm_certificate" {
  standin "arn" { value = "arn:${partition}:acm:${region}:${account}:certificate/${standin_hash}" }
  standin "id" { value = self.arn }
}

resource "aws_acm_certificate_validation" {
  standin "certificate_arn" { value = "arn:${partition}:acm:${region}:${account}:certificate/${standin_hash}" }
}

resource "aws_backup_plan" {
  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:backup:${region}:${account}:backup-plan:${standin_hash}" }
}

resource "aws_backup_selection" {
  control "backup" {
    each = self.resources
    on   = each
  }
}

resource "aws_backup_vault" {
  kind = "store.snapshot"
  name = self.name

  standin "arn" { value = "arn:${partition}:backup:${region}:${account}:backup-vault:${standin_name}" }
  standin "id" { value = standin_name }

  companion "lock" {
    type  = "aws_backup_vault_lock_configuration"
    where = "backup_vault_name"
  }

  fact "customer_key" { value = default(self.kms_key_arn, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "object_lock" { value = has(companion.lock) }
}

resource "aws_backup_vault_lock_configuration" {}

resource "aws_backup_vault_policy" {
  belongs_to = self.backup_vault_name
  of_type    = ["aws_backup_vault"]

  resource_policy { document = self.policy }
}

resource "aws_cloudtrail" {
  kind = "log.trail"
  name = self.name

  standin "arn" { value = "arn:${partition}:cloudtrail:${region}:${account}:trail/${standin_name}" }
  standin "id" { value = self.arn }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  # What is recorded without selectors is every management event:
  # https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
  # "arn:aws:s3" stands for all buckets, an ARN that ends in a slash for one.
  let "read_buckets" {
    value = flatten([
      for s in default(self.event_selector, []) : [
        for d in default(s.data_resource, []) : default(d.values, []) if default(d.type, "") == "AWS::S3::Object"
      ] if contains(["All", "ReadOnly"], default(s.read_write_type, "All"))
    ])
  }
  let "fields" {
    value = [
      for s in default(self.advanced_event_selector, []) : {
        for f in default(s.field_selector, []) : default(f.field, "") => concat(default(f.equals, []), default(f.starts_with, []))
      }
    ]
  }
  let "all_objects" {
    value = anytrue([for arn in let.read_buckets : endswith(arn, ":s3") || endswith(arn, ":s3:::")]) || anytrue([
      for f in let.fields : contains(default(f["resources.type"], []), "AWS::S3::Object") && !contains(default(f.readOnly, []), "false") && !has(default(f["resources.ARN"], null))
    ])
  }
  let "one_bucket" {
    value = concat(
      [for arn in let.read_buckets : trimsuffix(arn, "/") if endswith(arn, "/")],
      flatten([for f in let.fields : [for arn in default(f["resources.ARN"], []) : trimsuffix(arn, "/")] if !contains(default(f.readOnly, []), "false")]),
    )
  }

  fact "log_file_validation" { value = default(self.enable_log_file_validation, false) }
  fact "multi_region" { value = default(self.is_multi_region_trail, false) }
  fact "object_access_logs" { value = let.all_objects }
  fact "recording" { value = default(self.enable_logging, true) }
  fact "records_all_kinds" {
    value = length(default(self.event_selector, [])) + length(let.fields) == 0 || anytrue([
      for s in default(self.event_selector, []) : default(s.include_management_events, true) && default(s.read_write_type, "All") != "ReadOnly"
    ]) || anytrue([for f in let.fields : contains(default(f.eventCategory, []), "Management") && !contains(default(f.readOnly, []), "true")])
  }
  # Metrics and alarms are made from CloudWatch Logs.
  fact "watched" { value = default(self.cloud_watch_logs_group_arn, "") != "" }

  control "logging" {
    each    = let.one_bucket
    on      = each
    of_type = ["aws_s3_bucket"]
  }

  flow {
    to        = self.s3_bucket_name
    operation = "s3:PutObject"
  }
  flow {
    to       = default(self.cloud_watch_logs_group_arn, null)
    protocol = "log"
  }
}

resource "aws_cloudwatch_log_group" {
  kind = "log.sink"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
  standin "arn" { value = "arn:${partition}:logs:${region}:${account}:log-group:${self.name}" }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = true }
  # 0 is for ever, and what holds where nobody says.
  fact "retention_days" { value = default(self.retention_in_days, 0) }
}

resource "aws_cloudwatch_log_metric_filter" {}

resource "aws_cloudwatch_log_resource_policy" {}

resource "aws_cloudwatch_log_stream" {}

resource "aws_cloudwatch_metric_alarm" {
  standin "arn" { value = "arn:${partition}:cloudwatch:${region}:${account}:alarm:${default(self.alarm_name, standin_name)}" }
}

resource "aws_config_configuration_aggregator" {
  kind = "log.trail"
  name = self.name

  standin "arn" { value = "arn:${partition}:config:${region}:${account}:config-aggregator/config-aggregator-${substr(standin_hash, 0, 8)}" }
  standin "id" { value = standin_name }

  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_aggregator
  fact "multi_region" { value = default(self.account_aggregation_source[0].all_regions, self.organization_aggregation_source[0].all_regions, false) }
}

resource "aws_config_configuration_recorder" {
  kind = "log.trail"
  name = self.name

  companion "status" {
    type  = "aws_config_configuration_recorder_status"
    where = "name"
  }

  fact "multi_region" { value = default(self.recording_group[0].include_global_resource_types, false) }
  fact "recording" { value = has(companion.status) ? default(companion.status.is_enabled, false) : null }
  # Everything is recorded unless somebody chooses.
  fact "records_all_kinds" { value = length(default(self.recording_group, [])) == 0 || default(self.recording_group[0].all_supported, true) }
}

resource "aws_config_configuration_recorder_status" {
  belongs_to = self.name
  of_type    = ["aws_config_configuration_recorder"]
}

resource "aws_guardduty_detector" {
  kind = "log.detector"

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:guardduty:${region}:${account}:detector/${standin_hash}" }

  fact "detects" { value = default(self.enable, true) }
}

resource "aws_kms_alias" {
  standin "name" { value = "${default(self.name_prefix, "alias/")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:kms:${region}:${account}:${self.name}" }
  standin "target_key_arn" { value = default(self.target_key_id, "") }
  standin "id" { value = self.name }

  belongs_to = self.target_key_id
  of_type    = ["aws_kms_key"]
}

resource "aws_kms_grant" {
  belongs_to = self.key_id
  of_type    = ["aws_kms_key"]

  policy {
    kind = "permission"
    document = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Principal = { AWS = self.grantee_principal }, Action = [for o in default(self.operations, []) : "kms:${o}"], Resource = "*" }]
    })
  }
}

resource "aws_kms_key" {
  also = ["aws_kms_replica_key"]
  kind = "kms_key"
  name = self.description

  standin "key_id" { value = "${substr(standin_hash, 0, 8)}-${substr(standin_hash, 8, 4)}-4000-8000-${substr(standin_hash, 5, 12)}" }
  standin "id" { value = self.key_id }
  standin "arn" { value = "arn:${partition}:kms:${region}:${account}:key/${self.key_id}" }

  companion "policy" { type = "aws_kms_key_policy" }

  let "document" { value = default(companion.policy.policy, self.policy) }

  fact "deletion_window_days" { value = default(self.deletion_window_in_days, 30) }
  fact "multi_region" { value = default(self.multi_region, false) }
  fact "public_read" { value = allows_anyone(let.document, ["kms:Decrypt"], local.restricting_keys) }
  # Only symmetric keys can rotate.
  fact "rotation" { value = default(self.customer_master_key_spec, "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT" ? default(self.enable_key_rotation, false) : null }

  resource_policy { document = self.policy }
}

resource "aws_kms_key_policy" {
  belongs_to = self.key_id
  of_type    = ["aws_kms_key"]

  resource_policy { document = self.policy }
}

resource "aws_secretsmanager_secret" {
  kind = "secret_store"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:secretsmanager:${region}:${account}:secret:${self.name}-${substr(standin_hash, 0, 6)}" }
  standin "id" { value = self.arn }

  companion "policy" { type = "aws_secretsmanager_secret_policy" }
  companion "rotation" { type = "aws_secretsmanager_secret_rotation" }
  companion "version" { type = "aws_secretsmanager_secret_version" }

  let "document" { value = default(companion.policy.policy, self.policy) }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "deletion_window_days" { value = default(self.recovery_window_in_days, 30) }
  fact "encrypted_at_rest" { value = true }
  fact "literal_secret" { value = !has(companion.version) ? null : literal(default(companion.version.secret_string, companion.version.secret_binary)) }
  fact "public_read" { value = allows_anyone(let.document, ["secretsmanager:GetSecretValue"], local.restricting_keys) }
  fact "rotation" { value = has(companion.rotation) || has(self.rotation_lambda_arn) }

  resource_policy { document = self.policy }
}

resource "aws_secretsmanager_secret_policy" {
  belongs_to = self.secret_arn
  of_type    = ["aws_secretsmanager_secret"]

  resource_policy { document = self.policy }
}

resource "aws_secretsmanager_secret_rotation" {
  belongs_to = self.secret_id
  of_type    = ["aws_secretsmanager_secret"]
}

resource "aws_secretsmanager_secret_version" {
  kind       = "secret_store"
  belongs_to = self.secret_id
  of_type    = ["aws_secretsmanager_secret"]

  standin "arn" { value = default(self.secret_id, "") }
  standin "id" { value = "${default(self.secret_id, "")}|standin" }

  fact "literal_secret" { value = literal(default(self.secret_string, self.secret_binary)) }
}

resource "aws_securityhub_account" {
  kind = "log.detector"
}

resource "aws_ssm_parameter" {
  kind = "secret_store"
  name = self.name

  standin "arn" { value = "arn:${partition}:ssm:${region}:${account}:parameter/${trimprefix(standin_name, "/")}" }
  standin "id" { value = standin_name }
  aliases = [self.name]

  fact "customer_key" { value = default(self.type, "String") == "SecureString" && default(self.key_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.type, "String") == "SecureString" }
  # https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html
  fact "kept_secret" { value = default(self.type, "String") == "SecureString" }
  fact "literal_secret" { value = default(self.type, "String") == "SecureString" && literal(self.value) }
}

data "aws_secretsmanager_secret" {
  kind = "secret_store"
  name = default(self.name, self.arn)

  standin "name" { value = standin_name }
  standin "arn" { value = "arn:${partition}:secretsmanager:${region}:${account}:secret:${standin_name}-${substr(standin_hash, 0, 6)}" }
  standin "id" { value = self.arn }
}
