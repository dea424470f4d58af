# More services that run what somebody gives them, or act on other services: the
# role that each acts as is what an attacker wants.

resource "aws_amplify_app" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = self.iam_service_role_arn

  standin "id" { value = "d${substr(standin_hash, 0, 13)}" }
  standin "arn" { value = "arn:${partition}:amplify:${region}:${account}:apps/${self.id}" }

  environment { variables = default(self.environment_variables, {}) }
}

resource "aws_appsync_datasource" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_role_arn

  standin "arn" { value = "arn:${partition}:appsync:${region}:${account}:apis/${default(self.api_id, "standin")}/datasources/${standin_name}" }
}

resource "aws_batch_compute_environment" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.compute_resources[0].instance_role

  standin "arn" { value = "arn:${partition}:batch:${region}:${account}:compute-environment/${standin_name}" }
}

resource "aws_batch_job_definition" {
  kind    = "compute.container"
  name    = self.name
  runs_as = default(jsondecode(self.container_properties).jobRoleArn, null)

  standin "arn" { value = "arn:${partition}:batch:${region}:${account}:job-definition/${standin_name}:1" }
  standin "arn_prefix" { value = "arn:${partition}:batch:${region}:${account}:job-definition/${standin_name}" }

  environment {
    variables = { for e in default(jsondecode(self.container_properties).environment, []) : e.name => default(e.value, "") }
    secrets   = { for e in default(jsondecode(self.container_properties).secrets, []) : e.name => default(e.valueFrom, "") }
  }
}

resource "aws_batch_job_queue" {
  standin "arn" { value = "arn:${partition}:batch:${region}:${account}:job-queue/${default(self.name, standin_name)}" }
}

resource "aws_bedrockagentcore_agent_runtime" {
  kind    = "compute.container"
  name    = self.agent_runtime_name
  runs_as = self.role_arn

  standin "agent_runtime_id" { value = "${standin_name}-${standin_hash}" }
  standin "agent_runtime_arn" { value = "arn:${partition}:bedrock-agentcore:${region}:${account}:runtime/${self.agent_runtime_id}" }

  environment { variables = default(self.environment_variables, {}) }
}

resource "aws_bedrockagentcore_browser" {
  kind    = "compute.container"
  name    = self.name
  runs_as = self.execution_role_arn

  standin "browser_id" { value = "${standin_name}-${standin_hash}" }
  standin "browser_arn" { value = "arn:${partition}:bedrock-agentcore:${region}:${account}:browser-custom/${self.browser_id}" }
}

resource "aws_bedrockagentcore_code_interpreter" {
  kind    = "compute.container"
  name    = self.name
  runs_as = self.execution_role_arn

  standin "code_interpreter_id" { value = "${standin_name}-${standin_hash}" }
  standin "code_interpreter_arn" { value = "arn:${partition}:bedrock-agentcore:${region}:${account}:code-interpreter-custom/${self.code_interpreter_id}" }
}

resource "aws_cloudformation_stack_set" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.administration_role_arn

  standin "stack_set_id" { value = "${standin_name}:${standin_hash}" }
  standin "arn" { value = "arn:${partition}:cloudformation:${region}:${account}:stackset/${self.stack_set_id}" }
  standin "id" { value = standin_name }
}

resource "aws_cloudformation_stack_set_instance" {}

resource "aws_codecommit_repository" {
  kind = "store.registry"
  name = self.repository_name

  standin "arn" { value = "arn:${partition}:codecommit:${region}:${account}:${default(self.repository_name, standin_name)}" }
  standin "id" { value = default(self.repository_name, standin_name) }
}

resource "aws_codepipeline" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:codepipeline:${region}:${account}:${standin_name}" }
  standin "id" { value = standin_name }
}

resource "aws_datapipeline_pipeline" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = "df-${upper(standin_hash)}" }
  standin "arn" { value = "arn:${partition}:datapipeline:${region}:${account}:pipeline/${self.id}" }
}

resource "aws_ec2_fleet" {
  kind    = "compute.vm"
  runs_as = self.launch_template_config[0].launch_template_specification[0].launch_template_id

  standin "id" { value = "fleet-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:fleet/${self.id}" }
}

resource "aws_emr_cluster" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = self.ec2_attributes[0].instance_profile

  standin "id" { value = "j-${upper(substr(standin_hash, 0, 13))}" }
  standin "arn" { value = "arn:${partition}:elasticmapreduce:${region}:${account}:cluster/${self.id}" }

  network {
    subnets        = default(self.ec2_attributes[0].subnet_id, self.ec2_attributes[0].subnet_ids, [])
    groups         = default([self.ec2_attributes[0].emr_managed_master_security_group], [])
    public_address = null
  }
}

resource "aws_emrserverless_application" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:emr-serverless:${region}:${account}:/applications/${self.id}" }
}

resource "aws_glue_crawler" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.role

  standin "arn" { value = "arn:${partition}:glue:${region}:${account}:crawler/${standin_name}" }
  standin "id" { value = standin_name }
}

resource "aws_glue_trigger" {}

resource "aws_imagebuilder_infrastructure_configuration" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = self.instance_profile_name

  standin "arn" { value = "arn:${partition}:imagebuilder:${region}:${account}:infrastructure-configuration/${lower(standin_name)}" }
}

resource "aws_kinesisanalyticsv2_application" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_execution_role

  standin "arn" { value = "arn:${partition}:kinesisanalytics:${region}:${account}:application/${standin_name}" }
}

resource "aws_mwaa_environment" {
  kind    = "compute.container"
  name    = self.name
  runs_as = self.execution_role_arn

  standin "arn" { value = "arn:${partition}:airflow:${region}:${account}:environment/${standin_name}" }
  standin "webserver_url" { value = "${standin_hash}.c0.${region}.airflow.amazonaws.com" }

  fact "public_network_access" { value = default(self.webserver_access_mode, "PRIVATE_ONLY") == "PUBLIC_ONLY" }

  network {
    subnets = default(self.network_configuration[0].subnet_ids, [])
    groups  = default(self.network_configuration[0].security_group_ids, [])
  }
}

# The role that an organisation gets in an account that it makes lets the
# management account in, with every right.
# https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
resource "aws_organizations_account" {
  kind = "identity.role"
  name = self.name

  standin "id" { value = substr(join("", [for c in split("", "${standin_hash}000000000000") : strcontains("0123456789", c) ? c : ""]), 0, 12) }
  standin "arn" { value = "arn:${partition}:organizations::${account}:account/o-standin/${self.id}" }

  fact "other_account" { value = true }

  identity {
    kind = "role"
    arn  = "arn:${partition}:iam::${self.id}:role/${default(self.role_name, "OrganizationAccountAccessRole")}"
  }
  policy {
    kind     = "trust"
    document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:${partition}:iam::${account}:root" } }] })
  }
  policy {
    kind    = "identity"
    managed = "arn:${partition}:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_sagemaker_domain" {
  kind    = "compute.vm"
  name    = self.domain_name
  runs_as = self.default_user_settings[0].execution_role

  standin "id" { value = "d-${substr(standin_hash, 0, 12)}" }
  standin "arn" { value = "arn:${partition}:sagemaker:${region}:${account}:domain/${self.id}" }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
}

resource "aws_sagemaker_model" {
  kind    = "compute.container"
  name    = self.name
  runs_as = self.execution_role_arn

  standin "arn" { value = "arn:${partition}:sagemaker:${region}:${account}:model/${standin_name}" }

  environment { variables = default(self.primary_container[0].environment, {}) }
}

resource "aws_sagemaker_user_profile" {
  kind    = "compute.vm"
  name    = self.user_profile_name
  runs_as = default(self.user_settings[0].execution_role, self.domain_id)

  standin "arn" { value = "arn:${partition}:sagemaker:${region}:${account}:user-profile/${default(self.domain_id, "standin")}/${standin_name}" }
}

resource "aws_scheduler_schedule" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.target[0].role_arn

  standin "arn" { value = "arn:${partition}:scheduler:${region}:${account}:schedule/${default(self.group_name, "default")}/${standin_name}" }
}

resource "aws_spot_fleet_request" {
  kind    = "compute.vm"
  runs_as = default(self.launch_specification[0].iam_instance_profile, self.launch_template_config[0].launch_template_specification[0].id)

  standin "id" { value = "sfr-${standin_hash}" }
}

resource "aws_spot_instance_request" {
  kind    = "compute.vm"
  name    = self.tags["Name"]
  runs_as = default(self.iam_instance_profile, self.launch_template[0].id)

  standin "id" { value = "sir-${standin_hash}" }
  standin "spot_instance_id" { value = "i-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:instance/${self.spot_instance_id}" }

  fact "metadata_token_required" { value = default(self.metadata_options[0].http_endpoint, "enabled") == "disabled" || default(self.metadata_options[0].http_tokens, "optional") == "required" }

  network {
    subnets        = default(self.subnet_id, [])
    groups         = default(self.vpc_security_group_ids, self.security_groups, [])
    public_address = self.associate_public_ip_address
  }
}

resource "aws_ssm_association" {}

resource "aws_ssm_maintenance_window" {
  standin "id" { value = "mw-${standin_hash}" }
}

resource "aws_ssm_maintenance_window_task" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_role_arn

  standin "window_task_id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:ssm:${region}:${account}:windowtask/${self.window_task_id}" }
}

resource "aws_transfer_user" {
  kind    = "compute.batch"
  name    = self.user_name
  runs_as = self.role

  standin "arn" { value = "arn:${partition}:transfer:${region}:${account}:user/${default(self.server_id, "standin")}/${default(self.user_name, standin_name)}" }
}
