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

  fact "customer_key" {
    value = !default(let.encryption.EnableAtRestEncryption, false) ? null : anytrue([
      default(let.encryption.AtRestEncryptionConfiguration.S3EncryptionConfiguration.AwsKmsKey, "") != "",
      default(let.encryption.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.AwsKmsKey, "") != "",
    ])
  }
  fact "disks_encrypted" { value = can(let.encryption.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration) }
  fact "encrypted_at_rest" { value = default(let.encryption.EnableAtRestEncryption, false) }
  fact "encrypted_inside" { value = default(let.encryption.EnableInTransitEncryption, false) }
}

# What tables there are, and the passwords of connections.
# https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
resource "aws_glue_data_catalog_encryption_settings" {
  kind = "store.warehouse"
  name = self.catalog_id

  fact "encrypted_at_rest" {
    value = alltrue([
      default(self.data_catalog_encryption_settings[0].connection_password_encryption[0].return_connection_password_encrypted, false),
      default(self.data_catalog_encryption_settings[0].encryption_at_rest[0].catalog_encryption_mode, "DISABLED") != "DISABLED",
    ])
  }
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
resource "aws_imagebuilder_component" {
  kind = "compute.batch"
  name = self.name

  standin "arn" { value = "arn:${partition}:imagebuilder:${region}:${account}:component/${lower(standin_name)}/1.0.0/1" }
  standin "id" { value = self.arn }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
}

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

# What the session manager does, in a document of the kind "Session":
# https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-preferences-cli.html
resource "aws_ssm_document" {
  kind = "iac.config"
  name = self.name

  standin "arn" { value = "arn:${partition}:ssm:${region}:${account}:document/${default(self.name, standin_name)}" }
  standin "id" { value = default(self.name, standin_name) }

  # Documents in YAML are not read.
  let "session" { value = default(self.document_type, "") == "Session" && default(self.document_format, "JSON") == "JSON" }
  let "inputs" { value = let.session ? jsondecode(self.content).inputs : null }

  fact "public_rights" { value = default(self.permissions.account_ids, self.permissions["account_ids"], "") == "All" }
  fact "sessions_recorded" {
    value = !let.session ? null : anytrue([
      default(let.inputs.s3BucketName, "") != "" && default(let.inputs.s3EncryptionEnabled, true),
      default(let.inputs.cloudWatchLogGroupName, "") != "" && default(let.inputs.cloudWatchEncryptionEnabled, true),
    ])
  }
}
