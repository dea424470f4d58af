# Amazon EC2: machines, disks, images, scaling groups.

locals {
  # What a machine in a subnet gets when nobody says: the subnet decides, and the
  # subnets of a default VPC hand out public addresses.
  # https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
  default_subnet_is_public = true
}

data "aws_availability_zones" {
  standin "names" { value = ["${region}a", "${region}b", "${region}c"] }
  standin "zone_ids" { value = ["az1", "az2", "az3"] }
  standin "id" { value = region }
}

# The newest image of a name counts, whoever publishes it, unless the owner is
# named:
# https://securitylabs.datadoghq.com/articles/whoami-a-cloud-image-name-confusion-attack/
data "aws_ami" {
  kind = "iac.config"

  standin "id" { value = "ami-${standin_hash}" }

  let "names" { value = [for f in default(self.filter, []) : default(f.name, "")] }
  fact "publisher_named" {
    value = length(default(self.owners, [])) > 0 || anytrue([for n in let.names : contains(["owner-id", "owner-alias", "image-id"], n)])
  }
}

resource "aws_ami" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "ami-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}::image/${self.id}" }

  companion "launch" {
    type  = "aws_ami_launch_permission"
    where = "image_id"
  }

  fact "encrypted_at_rest" { value = length(default(self.ebs_block_device, [])) == 0 ? null : alltrue([for d in self.ebs_block_device : default(d.encrypted, false)]) }
  fact "public_read" { value = anytrue([for p in companions.launch : default(p.group, "") == "all"]) }
}

resource "aws_ami_launch_permission" {
  kind       = "store.snapshot"
  belongs_to = self.image_id
  of_type    = ["aws_ami", "aws_ami_copy", "aws_ami_from_instance"]

  fact "public_read" { value = default(self.group, "") == "all" }
}

resource "aws_autoscaling_group" {
  kind    = "compute.vm"
  name    = self.name
  members = default(self.launch_template[0].id, self.launch_template[0].name, self.launch_configuration, self.mixed_instances_policy[0].launch_template[0].launch_template_specification[0].launch_template_id)
  runs_as = default(self.launch_template[0].id, self.launch_template[0].name, self.launch_configuration, self.mixed_instances_policy[0].launch_template[0].launch_template_specification[0].launch_template_id)

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
  standin "arn" { value = "arn:${partition}:autoscaling:${region}:${account}:autoScalingGroup:${standin_hash}:autoScalingGroupName/${self.name}" }

  companion "template" {
    type  = "aws_launch_template"
    named = "launch_template.id"
  }
  companion "configuration" {
    type  = "aws_launch_configuration"
    named = "launch_configuration"
  }

  network {
    subnets        = self.vpc_zone_identifier
    groups         = default(companion.template.network_interfaces[0].security_groups, companion.template.vpc_security_group_ids, companion.configuration.security_groups, [])
    public_address = default(companion.template.network_interfaces[0].associate_public_ip_address, companion.configuration.associate_public_ip_address)
  }
  flow {
    each     = self.target_group_arns
    from     = each
    forwards = true
  }
  flow {
    each     = self.load_balancers
    from     = each
    forwards = true
  }
  flow {
    each     = self.traffic_source
    from     = each.identifier
    forwards = true
  }
}

resource "aws_autoscaling_attachment" {
  flow {
    from     = default(self.lb_target_group_arn, self.alb_target_group_arn, self.elb)
    to       = self.autoscaling_group_name
    forwards = true
  }
}

resource "aws_ebs_encryption_by_default" {}

resource "aws_ebs_snapshot" {
  kind = "store.snapshot"

  standin "id" { value = "snap-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}::snapshot/${self.id}" }

  companion "volume" {
    type  = "aws_ebs_volume"
    named = "volume_id"
  }
  companion "permission" {
    type  = "aws_snapshot_create_volume_permission"
    where = "snapshot_id"
  }

  fact "encrypted_at_rest" { value = default(companion.volume.encrypted, !has(companion.volume) ? null : false) }
  fact "public_read" { value = anytrue([for p in companions.permission : default(p.account_id, "") == "all"]) }
}

resource "aws_ebs_snapshot_copy" {
  kind = "store.snapshot"

  standin "id" { value = "snap-${standin_hash}" }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.encrypted, false) }
}

resource "aws_ebs_volume" {
  kind = "store.block"

  standin "id" { value = "vol-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:volume/${self.id}" }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  # Off unless the account's default says otherwise, which is not in the volume.
  fact "encrypted_at_rest" { value = default(self.encrypted, default(self.kms_key_id, "") != "") }
}

resource "aws_eip" {
  standin "id" { value = "eipalloc-${standin_hash}" }
  standin "allocation_id" { value = self.id }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:elastic-ip/${self.id}" }
}

resource "aws_eip_association" {}

resource "aws_instance" {
  kind    = "compute.vm"
  name    = self.tags["Name"]
  runs_as = default(self.iam_instance_profile, self.launch_template[0].id, self.launch_template[0].name)

  standin "id" { value = "i-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:instance/${self.id}" }
  standin "private_dns" { value = "ip-${standin_hash}.${region}.compute.internal" }
  standin "public_dns" { value = "ec2-${standin_hash}.${region}.compute.amazonaws.com" }
  standin "primary_network_interface_id" { value = "eni-${standin_hash}" }

  companion "address" {
    type  = "aws_eip"
    where = "instance"
  }
  companion "association" {
    type  = "aws_eip_association"
    where = "instance_id"
  }
  companion "subnet" {
    type  = "aws_subnet"
    named = "subnet_id"
  }
  companion "template" {
    type  = "aws_launch_template"
    named = "launch_template.id"
  }
  companion "interface" {
    type  = "aws_network_interface"
    named = "network_interface.network_interface_id"
  }

  # A template's volumes and the machine's own are not encrypted unless said.
  fact "encrypted_at_rest" {
    value = alltrue([
      default(self.root_block_device[0].encrypted, false),
      alltrue([for d in default(self.ebs_block_device, []) : default(d.encrypted, false)]),
    ])
  }
  # Instances answer the old metadata service too unless told otherwise; only an
  # account or image setting outside of the sources can change that default.
  # https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-options-order-of-precedence.html
  fact "metadata_token_required" {
    value = default(self.metadata_options[0].http_tokens, companion.template.metadata_options[0].http_tokens, "optional") == "required" || default(self.metadata_options[0].http_endpoint, companion.template.metadata_options[0].http_endpoint, "enabled") == "disabled"
  }
  fact "metadata_hop_limit" { value = default(self.metadata_options[0].http_put_response_hop_limit, companion.template.metadata_options[0].http_put_response_hop_limit, 1) }
  fact "public_network_access" { value = let.public }
  fact "user_data_secret" { value = anytrue([has_secret(script(self.user_data)), has_secret(script(self.user_data_base64)), has_secret(script(default(companion.template.user_data, null)))]) }

  let "public" {
    value = has(companion.address) || has(companion.association) || default(
      self.associate_public_ip_address,
      companion.template.network_interfaces[0].associate_public_ip_address,
      companion.subnet.map_public_ip_on_launch,
      has(companion.interface) || has(companion.subnet) ? false : null,
      !has(self.subnet_id) ? local.default_subnet_is_public : null,
    )
  }

  network {
    subnets        = default(self.subnet_id, companion.interface.subnet_id, companion.template.network_interfaces[0].subnet_id, [])
    groups         = concat(default(self.vpc_security_group_ids, self.security_groups, companion.template.vpc_security_group_ids, companion.template.network_interfaces[0].security_groups, []), default(companion.interface.security_groups, []))
    public_address = let.public
  }
  environment { variables = script_variables(script(default(self.user_data, self.user_data_base64, companion.template.user_data))) }
}

resource "aws_launch_configuration" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = self.iam_instance_profile

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
  standin "arn" { value = "arn:${partition}:autoscaling:${region}:${account}:launchConfiguration:${standin_hash}:launchConfigurationName/${self.name}" }

  fact "encrypted_at_rest" { value = default(self.root_block_device[0].encrypted, false) && alltrue([for d in default(self.ebs_block_device, []) : default(d.encrypted, false)]) }
  fact "metadata_token_required" { value = default(self.metadata_options[0].http_tokens, "optional") == "required" || default(self.metadata_options[0].http_endpoint, "enabled") == "disabled" }
  fact "metadata_hop_limit" { value = default(self.metadata_options[0].http_put_response_hop_limit, 1) }
  fact "public_network_access" { value = self.associate_public_ip_address }
  fact "user_data_secret" { value = anytrue([has_secret(script(self.user_data)), has_secret(script(self.user_data_base64))]) }

  network {
    groups         = self.security_groups
    public_address = self.associate_public_ip_address
  }
}

resource "aws_launch_template" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.iam_instance_profile[0].name, self.iam_instance_profile[0].arn)

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = "lt-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:launch-template/${self.id}" }
  standin "latest_version" {
    value  = 1
    shared = true
  }
  standin "default_version" {
    value  = 1
    shared = true
  }

  let "disks" { value = flatten([for d in default(self.block_device_mappings, []) : default(d.ebs, [])]) }

  fact "encrypted_at_rest" { value = length(let.disks) == 0 ? null : alltrue([for d in let.disks : default(d.encrypted, false)]) }
  # As for machines: optional unless the template says required.
  fact "metadata_token_required" { value = default(self.metadata_options[0].http_tokens, "optional") == "required" || default(self.metadata_options[0].http_endpoint, "enabled") == "disabled" }
  fact "metadata_hop_limit" { value = default(self.metadata_options[0].http_put_response_hop_limit, 1) }
  fact "public_network_access" { value = default(self.network_interfaces[0].associate_public_ip_address, null) }
  fact "user_data_secret" { value = has_secret(script(self.user_data)) }

  network {
    subnets        = default(self.network_interfaces[0].subnet_id, [])
    groups         = concat(default(self.vpc_security_group_ids, []), default(self.network_interfaces[0].security_groups, []))
    public_address = default(self.network_interfaces[0].associate_public_ip_address, null)
  }
  environment { variables = script_variables(script(self.user_data)) }
}

resource "aws_network_interface" {
  standin "id" { value = "eni-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:network-interface/${self.id}" }
}

resource "aws_snapshot_create_volume_permission" {
  kind       = "store.snapshot"
  belongs_to = self.snapshot_id
  of_type    = ["aws_ebs_snapshot", "aws_ebs_snapshot_copy"]

  fact "public_read" { value = default(self.account_id, "") == "all" }
}

resource "aws_volume_attachment" {}
