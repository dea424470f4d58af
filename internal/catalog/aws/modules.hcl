# Modules of the public registry, for where nobody has downloaded them: what their
# arguments mean, by their documentation. What a module does by default is said
# where all of its newer versions agree; the rest is left open.

# https://registry.terraform.io/modules/terraform-aws-modules/dynamodb-table/aws/latest
module "terraform-aws-modules/dynamodb-table/aws" {
  stands_for = "aws_dynamodb_table"
  kind       = "store.nosql"
  name       = self.name

  standin "dynamodb_table_arn" { value = "arn:${partition}:dynamodb:${region}:${account}:table/${standin_name}" }
  standin "dynamodb_table_id" { value = standin_name }
  aliases = [self.name]

  fact "backup_retention_days" { value = default(self.point_in_time_recovery_enabled, false) ? 35 : 0 }
  fact "customer_key" { value = default(self.server_side_encryption_enabled, false) && default(self.server_side_encryption_kms_key_arn, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection_enabled, null) }
  fact "encrypted_at_rest" { value = true }
}

# https://registry.terraform.io/modules/terraform-aws-modules/ecs/aws/latest/submodules/service
module "terraform-aws-modules/ecs/aws//modules/service" {
  stands_for = "aws_ecs_service"
  kind       = "compute.container"
  name       = self.name
  runs_as    = default(self.tasks_iam_role_arn, self.task_role_arn)

  standin "id" { value = "arn:${partition}:ecs:${region}:${account}:service/${standin_name}" }

  let "containers" { value = [for c in entries(self.container_definitions) : c if default(c.create, true)] }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].entrypoint, []), default(let.containers[0].command, [])) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }

  network {
    subnets        = default(self.subnet_ids, [])
    groups         = default(self.security_group_ids, [])
    public_address = default(self.assign_public_ip, false)
  }
  environment {
    variables = merge([for c in let.containers : settings(default(c.environment, []))]...)
    secrets   = merge([for c in let.containers : secret_settings(default(c.secrets, []))]...)
  }
}

# https://registry.terraform.io/modules/terraform-aws-modules/lambda/aws/latest
module "terraform-aws-modules/lambda/aws" {
  stands_for = "aws_lambda_function"
  kind       = "compute.function"
  name       = self.function_name
  runs_as    = default(self.lambda_role, null)

  standin "lambda_function_arn" { value = "arn:${partition}:lambda:${region}:${account}:function:${standin_name}" }
  standin "lambda_function_name" { value = standin_name }
  standin "lambda_function_invoke_arn" { value = "arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${self.lambda_function_arn}/invocations" }
  standin "lambda_function_qualified_arn" { value = "${self.lambda_function_arn}:1" }
  standin "lambda_function_url" { value = "https://${standin_hash}.lambda-url.${region}.on.aws/" }
  standin "lambda_role_arn" { value = "arn:${partition}:iam::${account}:role/${default(self.role_name, standin_name)}" }
  standin "lambda_role_name" { value = default(self.role_name, standin_name) }

  let "own_role" { value = default(self.create_role, true) && !has(self.lambda_role) }
  let "statements" { value = default(self.attach_policy_statements, false) ? entries(self.policy_statements) : [] }

  fact "code_file" { value = default(self.local_existing_package, null) }
  fact "code_signed" { value = has(self.code_signing_config_arn) }
  fact "concurrency_limited" { value = default(self.reserved_concurrent_executions, -1) >= 0 }
  fact "customer_key" { value = !has(self.environment_variables) ? null : default(self.kms_key_arn, "") != "" }
  fact "dead_letter" { value = default(self.dead_letter_target_arn, "") != "" }
  fact "image_pinned" { value = !has(self.image_uri) ? null : strcontains(self.image_uri, "@sha256:") }
  fact "images" { value = !has(self.image_uri) ? null : [repository(self.image_uri)] }
  fact "starts" { value = has(self.image_uri) ? null : default(self.handler, null) }
  fact "url_authn" { value = !default(self.create_lambda_function_url, false) ? null : default(self.authorization_type, "NONE") == "NONE" ? "none" : "iam" }

  network {
    subnets        = default(self.vpc_subnet_ids, [])
    groups         = default(self.vpc_security_group_ids, [])
    public_address = default(self.create_lambda_function_url, false)
  }
  environment { variables = default(self.environment_variables, {}) }
  identity {
    kind = "role"
    arn  = self.lambda_role_arn
    when = let.own_role
  }
  policy {
    kind     = "identity"
    document = self.policy_json
    when     = let.own_role && default(self.attach_policy_json, false)
  }
  policy {
    kind     = "identity"
    each     = default(self.policy_jsons, [])
    document = each
    when     = let.own_role && default(self.attach_policy_jsons, false)
  }
  policy {
    kind     = "identity"
    each     = default(self.policies, [])
    managed  = each
    document = each
    when     = let.own_role && default(self.attach_policies, false)
  }
  policy {
    kind = "identity"
    document = jsonencode({
      Version = "2012-10-17"
      Statement = [
        for s in let.statements : {
          Effect    = default(s.effect, "Allow")
          Action    = default(s.actions, [])
          Resource  = default(s.resources, [])
          Condition = merge([for c in entries(default(s.condition, {})) : { "${c.test}" = { "${c.variable}" = c.values } }]...)
        }
      ]
    })
    when = let.own_role && length(let.statements) > 0
  }
}

# https://registry.terraform.io/modules/terraform-aws-modules/rds/aws/latest
module "terraform-aws-modules/rds/aws" {
  stands_for = "aws_db_instance"
  kind       = "store.sql"
  name       = default(self.identifier, self.db_name)

  standin "db_instance_identifier" { value = standin_name }
  standin "db_instance_arn" { value = "arn:${partition}:rds:${region}:${account}:db:${standin_name}" }
  standin "db_instance_address" { value = "${standin_name}.${standin_hash}.${region}.rds.amazonaws.com" }
  standin "db_instance_endpoint" { value = "${self.db_instance_address}:${default(self.port, 5432)}" }
  standin "db_instance_master_user_secret_arn" { value = "arn:${partition}:secretsmanager:${region}:${account}:secret:rds!db-${standin_hash}" }

  # The module encrypts unless someone says otherwise.
  fact "backup_retention_days" { value = default(self.backup_retention_period, null) }
  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection, false) }
  fact "encrypted_at_rest" { value = default(self.storage_encrypted, true) }
  fact "iam_authn" { value = default(self.iam_database_authentication_enabled, false) }
  fact "multi_zone" { value = default(self.multi_az, false) }
  fact "password_literal" { value = written_out(self.password) }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }

  network {
    subnets        = default(self.subnet_ids, [])
    groups         = default(self.vpc_security_group_ids, [])
    public_address = default(self.publicly_accessible, false)
  }
}

# https://registry.terraform.io/modules/terraform-aws-modules/s3-bucket/aws/latest
module "terraform-aws-modules/s3-bucket/aws" {
  stands_for = "aws_s3_bucket"
  kind       = "store.object"
  name       = self.bucket

  standin "s3_bucket_id" { value = "${default(self.bucket_prefix, "")}${standin_name}" }
  standin "s3_bucket_arn" { value = "arn:${partition}:s3:::${self.s3_bucket_id}" }
  standin "s3_bucket_bucket_domain_name" { value = "${self.s3_bucket_id}.s3.amazonaws.com" }
  standin "s3_bucket_bucket_regional_domain_name" { value = "${self.s3_bucket_id}.s3.${region}.amazonaws.com" }

  fact "access_logs" { value = has(self.logging) }
  fact "customer_key" { value = default(self.server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm, "") == "aws:kms" }
  fact "encrypted_at_rest" { value = true }
  fact "versioned" { value = contains(["true", "Enabled"], tostring(default(self.versioning.status, self.versioning.enabled, false))) }

  resource_policy {
    document = self.policy
    when     = default(self.attach_policy, false)
  }
}

# https://registry.terraform.io/modules/terraform-aws-modules/sns/aws/latest
module "terraform-aws-modules/sns/aws" {
  stands_for = "aws_sns_topic"
  kind       = "topic"
  name       = self.name

  standin "topic_arn" { value = "arn:${partition}:sns:${region}:${account}:${standin_name}" }
  standin "topic_id" { value = self.topic_arn }
  standin "topic_name" { value = standin_name }

  fact "customer_key" { value = !contains(["", "alias/aws/sns"], default(self.kms_master_key_id, "")) }
  fact "encrypted_at_rest" { value = default(self.kms_master_key_id, "") != "" }

  flow {
    each     = entries(self.subscriptions)
    to       = each.endpoint
    protocol = "event"
  }
}

# https://registry.terraform.io/modules/terraform-aws-modules/sqs/aws/latest
module "terraform-aws-modules/sqs/aws" {
  stands_for = "aws_sqs_queue"
  kind       = "queue"
  name       = self.name

  standin "queue_name" { value = standin_name }
  standin "queue_arn" { value = "arn:${partition}:sqs:${region}:${account}:${standin_name}" }
  standin "queue_url" { value = "https://sqs.${region}.amazonaws.com/${account}/${standin_name}" }
  standin "queue_id" { value = self.queue_url }

  fact "customer_key" { value = !contains(["", "alias/aws/sqs"], default(self.kms_master_key_id, "")) }
  fact "dead_letter" { value = default(self.create_dlq, false) || has(self.redrive_policy) }
  fact "encrypted_at_rest" { value = default(self.kms_master_key_id, "") != "" || default(self.sqs_managed_sse_enabled, true) }
}

# What is in the network is not seen: subnets and their routes are the module's.
# https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/latest
module "terraform-aws-modules/vpc/aws" {
  stands_for = "aws_vpc"
  kind       = "network.vpc"
  name       = self.name

  standin "vpc_id" { value = "vpc-${standin_hash}" }
  standin "vpc_arn" { value = "arn:${partition}:ec2:${region}:${account}:vpc/${self.vpc_id}" }

  fact "address_ranges" { value = has(self.cidr) ? [self.cidr] : null }
}
