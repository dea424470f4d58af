# Amazon CloudFront, Cognito, Route 53, EFS and the rest that faces
# callers or keeps files.

resource "aws_athena_database" {
  kind = "store.warehouse"
  name = self.name

  standin "id" { value = standin_name }

  fact "encrypted_at_rest" { value = default(self.encryption_configuration[0].encryption_option, "") != "" }
}

resource "aws_athena_workgroup" {
  kind = "store.warehouse"
  name = self.name

  standin "arn" { value = "arn:${partition}:athena:${region}:${account}:workgroup/${standin_name}" }

  fact "encrypted_at_rest" { value = length(default(self.configuration[0].result_configuration[0].encryption_configuration, [])) > 0 }
  fact "settings_enforced" { value = default(self.configuration[0].enforce_workgroup_configuration, true) }
}

resource "aws_cloudfront_distribution" {
  kind = "gateway.cdn"
  name = default(self.aliases[0], self.comment)

  standin "id" { value = "E${upper(substr(standin_hash, 0, 13))}" }
  standin "arn" { value = "arn:${partition}:cloudfront::${account}:distribution/${self.id}" }
  standin "domain_name" { value = "d${substr(standin_hash, 0, 13)}.cloudfront.net" }
  standin "hosted_zone_id" {
    value  = "Z2FDTNDATAQYW2"
    shared = true
  }
  aliases = default(self.aliases, [])

  fact "access_logs" { value = default(self.logging_config[0].bucket, "") != "" }
  fact "listener_http" { value = anytrue([for b in concat(default(self.default_cache_behavior, []), default(self.ordered_cache_behavior, [])) : default(b.viewer_protocol_policy, "") == "allow-all"]) }
  # A viewer that comes over HTTP is passed on so where the origin is asked in the
  # same way.
  fact "origin_in_clear" {
    value = anytrue([
      for o in default(self.origin, []) : default(o.custom_origin_config[0].origin_protocol_policy, "") == "http-only" || default(o.custom_origin_config[0].origin_protocol_policy, "") == "match-viewer"
    ])
  }
  fact "origin_protected" { value = alltrue([for o in default(self.origin, []) : default(o.origin_access_control_id, o.s3_origin_config[0].origin_access_identity, "") != "" || anytrue([for h in default(o.custom_header, []) : true])]) }
  fact "private_origins" { value = anytrue([for o in default(self.origin, []) : length(default(o.vpc_origin_config, [])) > 0]) }
  # Under CloudFront's own name and certificate nobody can choose the version:
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
  let "oldest" { value = default(self.viewer_certificate[0].cloudfront_default_certificate, false) ? "" : default(self.viewer_certificate[0].minimum_protocol_version, "TLSv1") }
  fact "tls_min" {
    value = (
      matches(let.oldest, "^(SSLv3|TLSv1([.]0)?(_[0-9]+)?)$") ? "1.0" :
      matches(let.oldest, "^TLSv1[.]1") ? "1.1" :
      matches(let.oldest, "^TLSv1[.]2") ? "1.2" :
      matches(let.oldest, "^TLSv1[.]3") ? "1.3" : null
    )
  }

  network {
    public_address = default(self.enabled, true)
    ports          = [80, 443]
  }
  control "waf" { when = default(self.web_acl_id, "") != "" }
  flow {
    each     = self.origin
    to       = each.domain_name
    protocol = default(each.custom_origin_config[0].origin_protocol_policy, "https-only") == "http-only" ? "http" : "https"
    forwards = true
  }
  entry_point {
    kind  = "http"
    path  = "/"
    authn = "none"
  }
}

resource "aws_cloudfront_origin_access_control" {
  standin "id" { value = "E${upper(substr(standin_hash, 0, 13))}" }
}

resource "aws_cloudfront_origin_access_identity" {
  standin "id" { value = "E${upper(substr(standin_hash, 0, 13))}" }
  standin "cloudfront_access_identity_path" { value = "origin-access-identity/cloudfront/${self.id}" }
  standin "iam_arn" { value = "arn:${partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${self.id}" }
}

# Runs as the role of those who have signed in; the attachment runs as that of
# guests.
resource "aws_cognito_identity_pool" {
  kind    = "identity_provider"
  name    = self.identity_pool_name
  runs_as = companion.roles.roles["authenticated"]

  standin "id" { value = "${region}:${standin_hash}" }
  standin "arn" { value = "arn:${partition}:cognito-identity:${region}:${account}:identitypool/${self.id}" }

  companion "roles" {
    type  = "aws_cognito_identity_pool_roles_attachment"
    where = "identity_pool_id"
  }
  companion "users" {
    type  = "aws_cognito_user_pool"
    named = "cognito_identity_providers.provider_name"
  }

  fact "authn_required" { value = !default(self.allow_unauthenticated_identities, false) }
  # A function before sign-up may refuse; what it does is in its code.
  fact "open_signup" { value = has(companion.users) && default(companion.users.lambda_config[0].pre_sign_up, "") == "" ? !default(companion.users.admin_create_user_config[0].allow_admin_create_user_only, false) : null }
}

resource "aws_cognito_identity_pool_roles_attachment" {
  kind    = "identity_provider"
  name    = companion.pool.identity_pool_name
  runs_as = self.roles["unauthenticated"]

  companion "pool" {
    type  = "aws_cognito_identity_pool"
    named = "identity_pool_id"
  }
  companion "users" {
    type  = "aws_cognito_user_pool"
    named = "role_mapping.identity_provider"
  }
  companion "client" {
    type  = "aws_cognito_user_pool_client"
    where = "user_pool_id"
    of    = "users"
  }

  let "open_signup" { value = has(companion.users) && default(companion.users.lambda_config[0].pre_sign_up, "") == "" ? !default(companion.users.admin_create_user_config[0].allow_admin_create_user_only, false) : null }
  # What users may set of themselves: what a client may write, later where it can be changed, and
  # else while they sign up. A client that does not say so may write everything.
  # https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html
  let "chosen" {
    value = [for s in default(companion.users.schema, []) : "custom:${s.name}" if(default(s.mutable, false) || default(let.open_signup, false)) &&
    anytrue([for c in companions.client : length(default(c.write_attributes, [])) == 0 || contains(c.write_attributes, "custom:${s.name}")])]
  }
  let "roles" { value = flatten([for m in default(self.role_mapping, []) : [for r in default(m.mapping_rule, []) : r.role_arn if m.type == "Rules" && contains(let.chosen, r.claim)]]) }

  fact "open_signup" { value = let.open_signup }
  fact "roles_by_choice" { value = length(let.roles) == 0 ? null : let.roles }
  fact "authn_required" { value = !has(companion.pool) ? null : !default(companion.pool.allow_unauthenticated_identities, false) }
}

resource "aws_cognito_user_pool" {
  kind = "identity_provider"
  name = self.name

  standin "id" { value = "${region}_${substr(standin_hash, 0, 9)}" }
  standin "arn" { value = "arn:${partition}:cognito-idp:${region}:${account}:userpool/${self.id}" }
  standin "endpoint" { value = "cognito-idp.${region}.amazonaws.com/${self.id}" }

  companion "client" {
    type  = "aws_cognito_user_pool_client"
    where = "user_pool_id"
  }

  fact "deletion_protection" { value = default(self.deletion_protection, "INACTIVE") == "ACTIVE" }
  fact "mfa_required" { value = default(self.mfa_configuration, "OFF") == "ON" }
  let "trusted_addresses" { value = flatten([for c in companions.client : default(c.callback_urls, [])]) }
  fact "trusted_addresses" { value = length(let.trusted_addresses) == 0 ? null : let.trusted_addresses }
  fact "password_min_length" { value = default(self.password_policy[0].minimum_length, 8) }
}

resource "aws_cognito_user_pool_client" {
  standin "id" { value = standin_hash }
}

resource "aws_efs_access_point" {
  standin "id" { value = "fsap-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:elasticfilesystem:${region}:${account}:access-point/${self.id}" }
}

resource "aws_efs_file_system" {
  kind = "store.file"
  name = default(self.tags["Name"], self.creation_token)

  standin "id" { value = "fs-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:elasticfilesystem:${region}:${account}:file-system/${self.id}" }
  standin "dns_name" { value = "${self.id}.efs.${region}.amazonaws.com" }

  companion "mount" { type = "aws_efs_mount_target" }
  companion "policy" {
    type  = "aws_efs_file_system_policy"
    where = "file_system_id"
  }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.encrypted, false) }
  fact "tls_required" { value = denies_plain(default(companion.policy.policy)) }

  network {
    subnets        = [for m in companions.mount : m.subnet_id]
    groups         = flatten([for m in companions.mount : default(m.security_groups, [])])
    public_address = false
    ports          = [2049]
  }
}

resource "aws_efs_file_system_policy" {
  belongs_to = self.file_system_id
  of_type    = ["aws_efs_file_system"]

  resource_policy { document = self.policy }
}

resource "aws_efs_mount_target" {
  belongs_to = self.file_system_id
  of_type    = ["aws_efs_file_system"]
}

resource "aws_fsx_lustre_file_system" {
  also = ["aws_fsx_windows_file_system", "aws_fsx_ontap_file_system", "aws_fsx_openzfs_file_system"]
  kind = "store.file"

  standin "id" { value = "fs-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:fsx:${region}:${account}:file-system/${self.id}" }

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = true }

  network {
    subnets        = self.subnet_ids
    groups         = self.security_group_ids
    public_address = false
  }
}

resource "aws_glacier_vault" {
  kind = "store.object"
  name = self.name

  standin "arn" { value = "arn:${partition}:glacier:${region}:${account}:vaults/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = allows_anyone(self.access_policy, ["glacier:GetJobOutput", "glacier:InitiateJob"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(self.access_policy, ["glacier:DeleteArchive", "glacier:UploadArchive"], local.restricting_keys) }

  resource_policy { document = self.access_policy }
}

resource "aws_kinesis_video_stream" {
  kind = "stream"
  name = self.name

  fact "customer_key" { value = default(self.kms_key_id, "") != "" }
  fact "encrypted_at_rest" { value = true }
}

resource "aws_route53_record" {
  kind = "dns.record"
  name = self.name

  standin "fqdn" { value = default(self.name, standin_name) }

  companion "zone" {
    type  = "aws_route53_zone"
    named = "zone_id"
  }

  # Names are completed with that of the zone.
  let "name" { value = default(self.name, standin_name) }
  let "fqdn" { value = !has(companion.zone) || endswith(let.name, default(companion.zone.name, "")) ? let.name : "${let.name}.${default(companion.zone.name, "")}" }

  # Names of buckets and environments are one for all accounts, and free again once they are given up:
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
  # https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/customdomains.html
  let "targets" { value = concat(default(self.records, []), [for a in default(self.alias, []) : default(a.name, "")]) }
  let "claimable_by" {
    value = flatten([
      anytrue([for t in let.targets : matches(lower(t), "(^|\\.)s3(-website)?[.-][a-z0-9.-]*amazonaws\\.com\\.?$")]) ? ["aws_s3_bucket"] : [],
      anytrue([for t in let.targets : matches(lower(t), "\\.elasticbeanstalk\\.com\\.?$")]) ? ["aws_elastic_beanstalk_environment"] : [],
    ])
  }
  fact "claimable_by" { value = length(let.claimable_by) == 0 ? null : let.claimable_by }
  fact "host_names" { value = length(let.claimable_by) == 0 ? null : [let.fqdn] }

  flow {
    each     = self.alias
    to       = each.name
    protocol = "dns"
  }
  flow {
    to       = self.records
    protocol = "dns"
  }
  # The bucket that has the name, whatever its region; one that a record of its own name leads to.
  flow {
    each     = let.targets
    to       = matches(lower(each), "^s3-website[.-]") ? let.fqdn : replace(each, "/\\.s3(-website)?[.-][a-z0-9.-]*$/", "")
    of_type  = ["aws_s3_bucket"]
    protocol = "dns"
  }
  flow {
    each     = let.targets
    to       = split(".", each)[0]
    of_type  = ["aws_elastic_beanstalk_environment"]
    protocol = "dns"
  }
}

resource "aws_route53_zone" {
  kind = "dns.zone"
  name = self.name

  standin "zone_id" { value = "Z${upper(standin_hash)}" }
  standin "id" { value = self.zone_id }
  standin "arn" { value = "arn:${partition}:route53:::hostedzone/${self.zone_id}" }
}

resource "aws_route53domains_registered_domain" {
  also = ["aws_route53domains_domain"]
  kind = "dns.zone"
  name = self.domain_name

  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53domains_registered_domain#transfer_lock
  fact "transfer_locked" { value = default(self.transfer_lock, true) }
}

resource "aws_sfn_state_machine" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.role_arn

  standin "arn" { value = "arn:${partition}:states:${region}:${account}:stateMachine:${standin_name}" }
  standin "id" { value = self.arn }
}

resource "aws_transfer_server" {
  kind = "store.file"

  standin "id" { value = "s-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:transfer:${region}:${account}:server/${self.id}" }

  fact "public_network_access" { value = default(self.endpoint_type, "PUBLIC") == "PUBLIC" }

  network {
    public_address = default(self.endpoint_type, "PUBLIC") == "PUBLIC"
    ports          = [22]
  }
}

# Cloud Map: services register themselves under a name in a namespace.
# https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-services.html
resource "aws_service_discovery_private_dns_namespace" {
  also = ["aws_service_discovery_http_namespace", "aws_service_discovery_public_dns_namespace"]
  kind = "dns.zone"
  name = self.name

  standin "id" { value = "ns-${standin_name}" }
  standin "arn" { value = "arn:${partition}:servicediscovery:${region}:${account}:namespace/${self.id}" }
}

resource "aws_service_discovery_service" {
  kind = "dns.record"
  name = self.name

  standin "id" { value = "srv-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:servicediscovery:${region}:${account}:service/${self.id}" }
  aliases = ["${self.name}.${trimprefix(default(self.dns_config[0].namespace_id, self.namespace_id), "ns-")}"]
}
