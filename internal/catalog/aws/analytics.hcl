# Amazon MSK, DAX, Glue, DMS, MemoryDB, SageMaker and WorkSpaces.

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dax_cluster
resource "aws_dax_cluster" {
  kind    = "store.cache"
  name    = self.cluster_name
  runs_as = self.iam_role_arn

  standin "arn" { value = "arn:${partition}:dax:${region}:${account}:cache/${standin_name}" }

  fact "encrypted_at_rest" { value = default(self.server_side_encryption[0].enabled, false) }
  fact "tls_required" { value = default(self.cluster_endpoint_encryption_type, "NONE") == "TLS" }

  network { groups = default(self.security_group_ids, []) }
}

resource "aws_dms_replication_instance" {
  kind = "compute.vm"
  name = self.replication_instance_id

  standin "replication_instance_arn" { value = "arn:${partition}:dms:${region}:${account}:rep:${standin_hash}" }

  fact "customer_key" { value = default(self.kms_key_arn, "") != "" }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }

  network {
    groups         = default(self.vpc_security_group_ids, [])
    public_address = default(self.publicly_accessible, false)
  }
}

# Each of the three kinds of data has a mode of its own.
# https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html
resource "aws_glue_security_configuration" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = standin_name }

  fact "encrypted_at_rest" {
    value = alltrue([
      default(self.encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode, "DISABLED") != "DISABLED",
      default(self.encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode, "DISABLED") != "DISABLED",
      default(self.encryption_configuration[0].s3_encryption[0].s3_encryption_mode, "DISABLED") != "DISABLED",
    ])
  }
}

# TLS is on unless someone turns it off.
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster
resource "aws_memorydb_cluster" {
  kind = "store.cache"
  name = self.name

  standin "arn" { value = "arn:${partition}:memorydb:${region}:${account}:cluster/${standin_name}" }

  fact "authn_required" { value = default(self.acl_name, "") != "open-access" }
  fact "backup_retention_days" { value = default(self.snapshot_retention_limit, 0) }
  fact "customer_key" { value = default(self.kms_key_arn, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "tls_required" { value = default(self.tls_enabled, true) }

  network {
    groups         = default(self.security_group_ids, [])
    public_address = false
  }
}

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster
resource "aws_msk_cluster" {
  kind = "stream"
  name = self.cluster_name

  standin "arn" { value = "arn:${partition}:kafka:${region}:${account}:cluster/${standin_name}/${standin_hash}" }

  fact "access_logs" {
    value = anytrue([
      default(self.logging_info[0].broker_logs[0].cloudwatch_logs[0].enabled, false),
      default(self.logging_info[0].broker_logs[0].firehose[0].enabled, false),
      default(self.logging_info[0].broker_logs[0].s3[0].enabled, false),
    ])
  }
  fact "customer_key" { value = default(self.encryption_info[0].encryption_at_rest_kms_key_arn, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "encrypted_inside" { value = default(self.encryption_info[0].encryption_in_transit[0].in_cluster, true) }
  fact "tls_required" { value = default(self.encryption_info[0].encryption_in_transit[0].client_broker, "TLS") == "TLS" }

  network {
    subnets        = default(self.broker_node_group_info[0].client_subnets, [])
    groups         = default(self.broker_node_group_info[0].security_groups, [])
    public_address = default(self.broker_node_group_info[0].connectivity_info[0].public_access[0].type, "DISABLED") != "DISABLED"
  }
}

# Notebooks and machines are described beside the other platforms.
resource "aws_sagemaker_endpoint_configuration" {
  kind = "compute.batch"
  name = self.name

  fact "customer_key" { value = default(self.kms_key_arn, "") != "" }
}

# Both disks of a desktop are in clear unless someone says otherwise.
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace
resource "aws_workspaces_workspace" {
  kind = "compute.vm"
  name = self.user_name

  fact "disks_encrypted" { value = default(self.root_volume_encryption_enabled, false) && default(self.user_volume_encryption_enabled, false) }
}
