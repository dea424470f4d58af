# AWS Lambda, Amazon ECS, ECR and EKS, and CodeBuild.

locals {
  # Whoever may change the policy may give themselves the rest.
  registry_writes = ["ecr:PutImage", "ecr:SetRepositoryPolicy", "ecr:BatchDeleteImage", "ecr:DeleteRepository"]
}

# The newest version counts, whoever made it, unless one is named.
# https://registry.terraform.io/providers/hashicorp/aws/5.0.0/docs/data-sources/lambda_layer_version#version
data "aws_lambda_layer_version" {
  kind = "iac.config"
  name = self.layer_name

  standin "arn" { value = "${self.layer_arn}:${default(self.version, 1)}" }
  standin "layer_arn" { value = "arn:${partition}:lambda:${region}:${account}:layer:${default(self.layer_name, standin_name)}" }

  fact "names_version" { value = has(self.version) }
}

resource "aws_codebuild_project" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = self.service_role

  standin "arn" { value = "arn:${partition}:codebuild:${region}:${account}:project/${standin_name}" }
  standin "id" { value = self.arn }

  fact "encrypted_at_rest" { value = !anytrue([for a in concat(default(self.artifacts, []), default(self.secondary_artifacts, [])) : default(a.encryption_disabled, false)]) }
  fact "privileged" { value = default(self.environment[0].privileged_mode, false) }

  network {
    subnets = default(self.vpc_config[0].subnets, [])
    groups  = default(self.vpc_config[0].security_group_ids, [])
  }
  environment {
    variables = { for v in default(self.environment[0].environment_variable, []) : v.name => v.value if default(v.type, "PLAINTEXT") == "PLAINTEXT" }
    secrets   = { for v in default(self.environment[0].environment_variable, []) : v.name => v.value if default(v.type, "PLAINTEXT") != "PLAINTEXT" }
  }
}

resource "aws_ecr_lifecycle_policy" {}

# A repository that is made elsewhere has the name that it is looked up by.
data "aws_ecr_repository" {
  name = self.name

  standin "arn" { value = "arn:${partition}:ecr:${region}:${account}:repository/${standin_name}" }
  standin "repository_url" { value = "${account}.dkr.ecr.${region}.amazonaws.com/${standin_name}" }
}

resource "aws_ecr_repository" {
  kind = "store.registry"
  name = self.name

  standin "arn" { value = "arn:${partition}:ecr:${region}:${account}:repository/${standin_name}" }
  standin "id" { value = standin_name }
  standin "repository_url" { value = "${account}.dkr.ecr.${region}.amazonaws.com/${standin_name}" }
  standin "registry_id" {
    value  = account
    shared = true
  }

  companion "policy" { type = "aws_ecr_repository_policy" }

  fact "customer_key" { value = default(self.encryption_configuration[0].encryption_type, "AES256") == "KMS" && default(self.encryption_configuration[0].kms_key, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = allows_anyone(default(companion.policy.policy), ["ecr:BatchGetImage"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(default(companion.policy.policy), local.registry_writes, local.restricting_keys) }
  fact "scan_on_push" { value = default(self.image_scanning_configuration[0].scan_on_push, false) }
  fact "tags_mutable" { value = startswith(default(self.image_tag_mutability, "MUTABLE"), "MUTABLE") }
}

resource "aws_ecr_repository_policy" {
  kind       = "store.registry"
  belongs_to = self.repository
  of_type    = ["aws_ecr_repository"]
  name       = self.repository

  fact "public_read" { value = allows_anyone(self.policy, ["ecr:BatchGetImage"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(self.policy, local.registry_writes, local.restricting_keys) }

  resource_policy { document = self.policy }
}

resource "aws_ecrpublic_repository" {
  kind = "store.registry"
  name = self.repository_name

  fact "meant_public" { value = true }
  fact "public_read" { value = true }
}

resource "aws_ecs_capacity_provider" {}

resource "aws_ecs_cluster" {
  kind = "compute.batch"
  name = self.name

  standin "arn" { value = "arn:${partition}:ecs:${region}:${account}:cluster/${standin_name}" }
  standin "id" { value = self.arn }
  aliases = [self.name]

  fact "monitored" { value = anytrue([for s in default(self.setting, []) : default(s.name, "") == "containerInsights" && contains(["enabled", "enhanced"], default(s.value, ""))]) }
}

resource "aws_ecs_cluster_capacity_providers" {}

resource "aws_ecs_service" {
  kind    = "compute.container"
  name    = self.name
  members = self.task_definition
  part_of = self.cluster
  runs_as = self.task_definition

  standin "id" { value = "arn:${partition}:ecs:${region}:${account}:service/${reverse(split("/", default(self.cluster, "default")))[0]}/${standin_name}" }
  standin "arn" { value = self.id }
  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html
  aliases = [for s in default(self.service_connect_configuration[0].service, []) : default(s.client_alias[0].dns_name, s.discovery_name, s.port_name, "")]

  fact "remote_commands" { value = default(self.enable_execute_command, false) }

  network {
    subnets        = default(self.network_configuration[0].subnets, [])
    groups         = default(self.network_configuration[0].security_groups, [])
    public_address = default(self.network_configuration[0].assign_public_ip, false)
  }
  flow {
    each     = self.load_balancer
    from     = default(each.target_group_arn, each.elb_name)
    port     = each.container_port
    forwards = true
  }
}

resource "aws_ecs_task_definition" {
  kind    = "compute.container"
  name    = self.family
  runs_as = self.task_role_arn

  standin "arn" { value = "arn:${partition}:ecs:${region}:${account}:task-definition/${standin_name}:1" }
  standin "arn_without_revision" { value = "arn:${partition}:ecs:${region}:${account}:task-definition/${standin_name}" }
  standin "id" { value = standin_name }
  standin "revision" {
    value  = 1
    shared = true
  }
  aliases = [self.family, "${default(self.family, "")}:1"]

  let "containers" { value = default(jsondecode(self.container_definitions), []) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].entryPoint, []), default(let.containers[0].command, [])) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  # Off unless someone turns it on:
  # https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html
  let "folders" { value = flatten([for v in default(self.volume, []) : default(v.efs_volume_configuration, [])]) }
  fact "mounts_encrypted" { value = length(let.folders) == 0 ? null : alltrue([for f in let.folders : default(f.transit_encryption, "DISABLED") == "ENABLED"]) }
  fact "privileged" { value = anytrue([for c in let.containers : default(c.privileged, false)]) || default(self.pid_mode, "") == "host" || default(self.ipc_mode, "") == "host" || default(self.network_mode, "") == "host" }
  fact "runs_as_root" { value = length(let.containers) == 0 ? null : anytrue([for c in let.containers : contains(["", "0", "root"], split(":", default(c.user, ""))[0])]) }

  environment {
    variables = merge([for c in let.containers : { for e in default(c.environment, []) : e.name => default(e.value, "") }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.secrets, []) : e.name => default(e.valueFrom, "") }]...)
  }
  # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
  flow {
    each     = [for c in let.containers : default(c.logConfiguration.options["awslogs-group"], null)]
    to       = each
    of_type  = ["aws_cloudwatch_log_group"]
    protocol = "log"
  }
}

resource "aws_eks_access_entry" {}

resource "aws_eks_access_policy_association" {}

resource "aws_eks_addon" {}

resource "aws_eks_cluster" {
  kind    = "k8s.cluster"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:eks:${region}:${account}:cluster/${standin_name}" }
  standin "id" { value = standin_name }
  standin "endpoint" { value = "https://${upper(standin_hash)}.gr7.${region}.eks.amazonaws.com" }
  standin "identity" { value = [{ oidc = [{ issuer = "https://oidc.eks.${region}.amazonaws.com/id/${upper(standin_hash)}" }] }] }

  # https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
  fact "access_logs" { value = contains(default(self.enabled_cluster_log_types, []), "audit") }
  fact "allowed_cidrs" { value = default(self.vpc_config[0].endpoint_public_access, true) ? default(self.vpc_config[0].public_access_cidrs, ["0.0.0.0/0"]) : [] }
  fact "customer_key" { value = default(self.encryption_config[0].provider[0].key_arn, "") != "" }
  # The log of the API server itself.
  fact "detail_errors" { value = contains(default(self.enabled_cluster_log_types, []), "api") }
  fact "encrypted_at_rest" { value = contains(default(self.encryption_config[0].resources, []), "secrets") }
  fact "public_network_access" { value = default(self.vpc_config[0].endpoint_public_access, true) }

  network {
    subnets        = default(self.vpc_config[0].subnet_ids, [])
    groups         = default(self.vpc_config[0].security_group_ids, [])
    public_address = default(self.vpc_config[0].endpoint_public_access, true)
    ports          = [443]
  }
}

resource "aws_eks_fargate_profile" {
  kind    = "compute.container"
  name    = self.fargate_profile_name
  runs_as = self.pod_execution_role_arn
  part_of = self.cluster_name

  network { subnets = self.subnet_ids }
}

resource "aws_eks_node_group" {
  kind    = "compute.vm"
  name    = self.node_group_name
  runs_as = self.node_role_arn
  part_of = self.cluster_name
  members = default(self.launch_template[0].id, self.launch_template[0].name)

  # Without a template of one's own, two hops are allowed so that pods get answers:
  # https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
  fact "metadata_hop_limit" { value = length(default(self.launch_template, [])) > 0 ? null : 2 }

  network {
    subnets        = self.subnet_ids
    public_address = null
  }
}

resource "aws_eks_pod_identity_association" {
  kind    = "k8s.workload"
  name    = has(self.service_account) ? "${default(self.namespace, "default")}/${self.service_account}" : null
  runs_as = self.role_arn
  part_of = self.cluster_name
}

resource "aws_lambda_alias" {
  standin "arn" { value = "${default(self.function_name, "arn:${partition}:lambda:${region}:${account}:function:standin")}:${default(self.name, "standin")}" }
  standin "invoke_arn" { value = "arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${self.arn}/invocations" }

  flow {
    from     = self.arn
    to       = self.function_name
    forwards = true
  }
}

resource "aws_lambda_event_source_mapping" {
  standin "id" { value = standin_hash }

  let "source" { value = split(":", default(self.event_source_arn, "")) }

  # What sets off the function. A table does by way of its stream.
  flow {
    when      = default(self.enabled, true)
    from      = default(self.event_source_arn, null)
    to        = self.function_name
    protocol  = "event"
    operation = length(let.source) < 3 ? "" : default({ dynamodb = "dynamodb:PutItem", kinesis = "kinesis:PutRecord", sqs = "sqs:SendMessage" }[let.source[2]], "")
  }
  entry_point {
    when    = default(self.enabled, true)
    kind    = "queue"
    on      = self.function_name
    of_type = ["aws_lambda_function"]
    authn   = "iam"
  }
}

resource "aws_lambda_function" {
  kind    = "compute.function"
  name    = self.function_name
  runs_as = self.role

  standin "arn" { value = "arn:${partition}:lambda:${region}:${account}:function:${standin_name}" }
  standin "id" { value = standin_name }
  standin "invoke_arn" { value = "arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${self.arn}/invocations" }
  standin "qualified_arn" { value = "${self.arn}:1" }
  standin "qualified_invoke_arn" { value = "arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${self.qualified_arn}/invocations" }
  standin "version" {
    value  = "1"
    shared = true
  }
  aliases = [self.function_name]

  companion "permission" { type = "aws_lambda_permission" }
  companion "url" { type = "aws_lambda_function_url" }

  fact "code_signed" { value = has(self.code_signing_config_arn) }
  fact "concurrency_limited" { value = default(self.reserved_concurrent_executions, -1) >= 0 }
  # Variables are always encrypted, with the service's key unless one is named.
  fact "customer_key" { value = !has(self.environment) ? null : default(self.kms_key_arn, "") != "" }
  fact "dead_letter" { value = default(self.dead_letter_config[0].target_arn, "") != "" }
  fact "code_file" { value = default(self.filename, null) }
  fact "image_pinned" { value = !has(self.image_uri) ? null : strcontains(self.image_uri, "@sha256:") }
  fact "images" { value = !has(self.image_uri) ? null : [repository(self.image_uri)] }
  fact "starts" { value = has(self.image_uri) ? null : default(self.handler, null) }
  fact "public_invoke" {
    value = anytrue([
      for p in companions.permission : default(p.principal, "") == "*" && default(p.source_arn, p.source_account, p.principal_org_id, "") == "" && default(p.function_url_auth_type, "") == ""
    ])
  }
  fact "url_authn" { value = !has(companion.url) ? null : default(companion.url.authorization_type, "") == "NONE" ? "none" : "iam" }

  network {
    subnets        = default(self.vpc_config[0].subnet_ids, [])
    groups         = default(self.vpc_config[0].security_group_ids, [])
    public_address = has(companion.url)
  }
  environment { variables = default(self.environment[0].variables, {}) }
  # https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html
  flow {
    to       = default(self.logging_config[0].log_group, "/aws/lambda/${default(self.function_name, "")}")
    of_type  = ["aws_cloudwatch_log_group"]
    protocol = "log"
  }
}

resource "aws_lambda_function_url" {
  belongs_to = self.function_name
  of_type    = ["aws_lambda_function"]

  standin "function_url" { value = "https://${standin_hash}.lambda-url.${region}.on.aws/" }
  standin "url_id" { value = standin_hash }

  entry_point {
    kind  = "http"
    path  = "/"
    authn = default(self.authorization_type, "") == "NONE" ? "none" : "iam"
  }
}

resource "aws_lambda_layer_version" {
  standin "arn" { value = "arn:${partition}:lambda:${region}:${account}:layer:${default(self.layer_name, standin_name)}:1" }
  standin "layer_arn" { value = "arn:${partition}:lambda:${region}:${account}:layer:${default(self.layer_name, standin_name)}" }
}

resource "aws_lambda_permission" {
  kind       = "compute.function"
  belongs_to = self.function_name
  of_type    = ["aws_lambda_function"]

  fact "public_invoke" { value = default(self.principal, "") == "*" && default(self.source_arn, self.source_account, self.principal_org_id, "") == "" && default(self.function_url_auth_type, "") == "" }

  # What the permission writes into the function's policy.
  # https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
  let "principal" { value = ["*", { Service = self.principal }, { AWS = self.principal }][self.principal == "*" ? 0 : endswith(self.principal, ".amazonaws.com") ? 1 : 2] }
  let "equals" {
    value = { for key, value in {
      "aws:SourceAccount"          = self.source_account
      "aws:PrincipalOrgID"         = self.principal_org_id
      "lambda:FunctionUrlAuthType" = self.function_url_auth_type
    } : key => value if has(value) }
  }
  let "conditions" {
    value = { for operator, keys in {
      ArnLike      = { for key, value in { "aws:SourceArn" = self.source_arn } : key => value if has(value) }
      StringEquals = let.equals
    } : operator => keys if keys != {} }
  }
  resource_policy {
    document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = default(self.action, "lambda:InvokeFunction"), Resource = "*", Principal = let.principal, Condition = let.conditions }] })
  }
  flow {
    from     = self.source_arn
    protocol = "event"
  }
}

resource "aws_lambda_provisioned_concurrency_config" {}
