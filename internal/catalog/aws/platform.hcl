# Services that run code or hold data for others: their roles are what matters.

resource "aws_api_gateway_api_key" {}

resource "aws_api_gateway_integration_response" {}

resource "aws_api_gateway_method_response" {}

resource "aws_api_gateway_usage_plan" {}

resource "aws_api_gateway_usage_plan_key" {}

resource "aws_apprunner_service" {
  kind    = "compute.container"
  name    = self.service_name
  runs_as = self.instance_configuration[0].instance_role_arn

  standin "arn" { value = "arn:${partition}:apprunner:${region}:${account}:service/${standin_name}/${standin_hash}" }
  standin "service_url" { value = "${standin_hash}.${region}.awsapprunner.com" }

  network { public_address = default(self.network_configuration[0].ingress_configuration[0].is_publicly_accessible, true) }
  environment {
    variables = default(self.source_configuration[0].image_repository[0].image_configuration[0].runtime_environment_variables, {})
    secrets   = default(self.source_configuration[0].image_repository[0].image_configuration[0].runtime_environment_secrets, {})
  }
}

resource "aws_cloudformation_stack" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.iam_role_arn

  standin "id" { value = "arn:${partition}:cloudformation:${region}:${account}:stack/${standin_name}/${standin_hash}" }
}

resource "aws_elastic_beanstalk_application" {}

resource "aws_elastic_beanstalk_environment" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = [for s in default(self.setting, []) : s.value if default(s.name, "") == "IamInstanceProfile"]

  standin "id" { value = "e-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:elasticbeanstalk:${region}:${account}:environment/${default(self.application, "standin")}/${standin_name}" }

  environment {
    variables = { for s in default(self.setting, []) : s.name => s.value if default(s.namespace, "") == "aws:elasticbeanstalk:application:environment" }
  }
}

# A set of rules that clusters are started with, as one document.
# https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html
resource "aws_emr_security_configuration" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = standin_name }

  let "encryption" { value = jsondecode(self.configuration).EncryptionConfiguration }

  fact "disks_encrypted" { value = can(let.encryption.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration) }
  fact "encrypted_at_rest" { value = default(let.encryption.EnableAtRestEncryption, false) }
  fact "encrypted_inside" { value = default(let.encryption.EnableInTransitEncryption, false) }
}

resource "aws_glue_dev_endpoint" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:glue:${region}:${account}:devEndpoint/${standin_name}" }
}

resource "aws_glue_job" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:glue:${region}:${account}:job/${standin_name}" }
  standin "id" { value = standin_name }
}

# A key pair whose keys the sources make is that key.
resource "aws_key_pair" {
  belongs_to = self.public_key
  of_type    = ["tls_private_key"]

  standin "key_name" { value = "${default(self.key_name_prefix, "")}${standin_name}" }
  standin "id" { value = self.key_name }
  standin "key_pair_id" { value = "key-${standin_hash}" }
}

resource "aws_sagemaker_notebook_instance" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:sagemaker:${region}:${account}:notebook-instance/${standin_name}" }
  standin "id" { value = standin_name }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "public_network_access" { value = default(self.direct_internet_access, "Enabled") == "Enabled" }

  network {
    subnets = default(self.subnet_id, [])
    groups  = default(self.security_groups, [])
  }
}

resource "aws_ssm_document" {
  standin "arn" { value = "arn:${partition}:ssm:${region}:${account}:document/${default(self.name, standin_name)}" }
  standin "id" { value = default(self.name, standin_name) }
}
