# Amazon S3. Since provider version 4 (February 2022) most settings are resources
# of their own; the arguments inside aws_s3_bucket are those of version 3.

locals {
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
  public_read_acls  = ["public-read", "public-read-write", "authenticated-read"]
  public_write_acls = ["public-read-write"]
  everyone_groups = [
    "http://acs.amazonaws.com/groups/global/AllUsers",
    "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
  ]
  log_delivery_group = "http://acs.amazonaws.com/groups/s3/LogDelivery"
  read_permissions   = ["READ", "FULL_CONTROL"]
  write_permissions  = ["WRITE", "WRITE_ACP", "FULL_CONTROL"]
}

resource "aws_s3_bucket" {
  kind = "store.object"
  name = self.bucket

  standin "bucket" { value = "${default(self.bucket_prefix, "")}${standin_name}" }
  standin "id" { value = self.bucket }
  standin "arn" { value = "arn:${partition}:s3:::${self.bucket}" }
  standin "bucket_domain_name" { value = "${self.bucket}.s3.amazonaws.com" }
  standin "bucket_regional_domain_name" { value = "${self.bucket}.s3.${region}.amazonaws.com" }
  standin "website_endpoint" { value = "${self.bucket}.s3-website-${region}.amazonaws.com" }
  standin "website_domain" {
    value  = "s3-website-${region}.amazonaws.com"
    shared = true
  }
  standin "hosted_zone_id" {
    value  = "Z3AQBSTGFYJSTF"
    shared = true
  }
  standin "region" {
    value  = region
    shared = true
  }

  companion "acl" { type = "aws_s3_bucket_acl" }
  companion "cors" { type = "aws_s3_bucket_cors_configuration" }
  companion "encryption" { type = "aws_s3_bucket_server_side_encryption_configuration" }
  companion "guard" { type = "aws_s3_bucket_public_access_block" }
  companion "lock" { type = "aws_s3_bucket_object_lock_configuration" }
  companion "log_source" {
    type  = "aws_s3_bucket_logging"
    where = "target_bucket"
  }
  companion "logging" { type = "aws_s3_bucket_logging" }
  companion "ownership" { type = "aws_s3_bucket_ownership_controls" }
  companion "policy" { type = "aws_s3_bucket_policy" }
  companion "versioning" { type = "aws_s3_bucket_versioning" }
  companion "website" { type = "aws_s3_bucket_website_configuration" }

  let "acl" { value = default(companion.acl.acl, self.acl, "private") }
  let "grants" { value = default(companion.acl.access_control_policy[0].grant, self.grant, []) }
  let "document" { value = default(companion.policy.policy, self.policy) }
  let "encryption" {
    value = default(
      companion.encryption.rule[0].apply_server_side_encryption_by_default[0],
      self.server_side_encryption_configuration[0].rule[0].apply_server_side_encryption_by_default[0],
    )
  }

  # A list that someone wrote counts as in force unless a guard in the sources
  # takes it away. New buckets have their guard on and lists off since April 2023
  # (https://aws.amazon.com/about-aws/whats-new/2022/12/amazon-s3-automatically-enable-block-public-access-disable-access-control-lists-buckets-april-2023/),
  # but then S3 refuses the public list or policy, so that a configuration which
  # works at all has the guard off elsewhere.
  let "lists_off" {
    value = anytrue([
      default(companion.guard.ignore_public_acls, false),
      default(companion.guard.block_public_acls, false),
      default(companion.ownership.rule[0].object_ownership == "BucketOwnerEnforced", false),
    ])
  }
  let "policies_off" {
    value = anytrue([
      default(companion.guard.restrict_public_buckets, false),
      default(companion.guard.block_public_policy, false),
    ])
  }
  let "read_by_list" {
    value = contains(local.public_read_acls, let.acl) || anytrue([
      for g in let.grants : contains(local.everyone_groups, default(g.grantee[0].uri, g.uri, "")) &&
      anytrue([for p in default(g.permissions, [g.permission]) : contains(local.read_permissions, p)])
    ])
  }
  let "write_by_list" {
    value = contains(local.public_write_acls, let.acl) || anytrue([
      for g in let.grants : contains(local.everyone_groups, default(g.grantee[0].uri, g.uri, "")) &&
      anytrue([for p in default(g.permissions, [g.permission]) : contains(local.write_permissions, p)])
    ])
  }
  let "read_by_policy" { value = allows_anyone(let.document, ["s3:GetObject"], local.restricting_keys) }
  let "write_by_policy" { value = allows_anyone(let.document, ["s3:PutObject", "s3:DeleteObject", "s3:PutBucketPolicy"], local.restricting_keys) }

  # Where S3 writes access logs to, a key of one's own is not supported:
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
  let "takes_access_logs" {
    value = anytrue([
      has(companion.log_source),
      let.acl == "log-delivery-write",
      anytrue([for g in let.grants : default(g.grantee[0].uri, g.uri, "") == local.log_delivery_group]),
      strcontains(default(let.document, ""), "\"logging.s3.amazonaws.com\""),
    ])
  }

  fact "access_logs" { value = has(companion.logging) || default(self.logging[0].target_bucket, "") != "" }
  fact "cors_any_origin" { value = anytrue([for r in default(companion.cors.cors_rule, self.cors_rule, []) : contains(default(r.allowed_origins, []), "*")]) }
  fact "customer_key" { value = default(let.encryption.kms_master_key_id, "") != "" }
  # Every object is encrypted since 5 January 2023:
  # https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
  fact "encrypted_at_rest" { value = true }
  fact "lists_may_publish" {
    value = !has(companion.guard) ? null : !anytrue([
      default(companion.guard.block_public_acls, false),
      default(companion.guard.ignore_public_acls, false),
      default(companion.ownership.rule[0].object_ownership == "BucketOwnerEnforced", false),
    ])
  }
  fact "object_lock" { value = has(companion.lock) || default(self.object_lock_enabled, self.object_lock_configuration[0].object_lock_enabled == "Enabled", false) }
  fact "policies_may_publish" {
    value = !has(companion.guard) ? null : !anytrue([
      default(companion.guard.block_public_policy, false),
      default(companion.guard.restrict_public_buckets, false),
    ])
  }
  fact "public_guard" {
    value = !has(companion.guard) ? !(let.read_by_list || let.write_by_list || let.read_by_policy || let.write_by_policy) : alltrue([
      default(companion.guard.block_public_acls, false),
      default(companion.guard.block_public_policy, false),
      default(companion.guard.ignore_public_acls, false),
      default(companion.guard.restrict_public_buckets, false),
    ])
  }
  fact "public_list" { value = allows_anyone(let.document, ["s3:ListBucket"], local.restricting_keys) && !let.policies_off }
  fact "public_read" { value = let.read_by_list && !let.lists_off || let.read_by_policy && !let.policies_off }
  fact "public_write" { value = let.write_by_list && !let.lists_off || let.write_by_policy && !let.policies_off }
  # To let everyone read by name and no more is what one does to publish; a list of
  # the old kind (ACL) lists as well.
  fact "published" {
    value = let.read_by_policy && !let.policies_off && !let.read_by_list && !let.write_by_policy && !allows_anyone(let.document, ["s3:ListBucket"], local.restricting_keys)
  }
  fact "takes_access_logs" { value = let.takes_access_logs }
  fact "tls_required" { value = denies_plain(let.document) }
  fact "versioned" { value = default(companion.versioning.versioning_configuration[0].status == "Enabled", self.versioning[0].enabled, false) }
  fact "website" { value = has(companion.website) || has(self.website) }

  resource_policy { document = self.policy }
}

resource "aws_s3_bucket_acl" {
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
  name       = self.bucket

  let "grants" { value = default(self.access_control_policy[0].grant, []) }

  fact "public_read" {
    value = contains(local.public_read_acls, default(self.acl, "private")) || anytrue([
      for g in let.grants : contains(local.everyone_groups, default(g.grantee[0].uri, "")) && contains(local.read_permissions, g.permission)
    ])
  }
  fact "public_write" {
    value = contains(local.public_write_acls, default(self.acl, "private")) || anytrue([
      for g in let.grants : contains(local.everyone_groups, default(g.grantee[0].uri, "")) && contains(local.write_permissions, g.permission)
    ])
  }
}

resource "aws_s3_bucket_cors_configuration" {
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
  name       = self.bucket

  fact "cors_any_origin" { value = anytrue([for r in default(self.cors_rule, []) : contains(default(r.allowed_origins, []), "*")]) }
}

resource "aws_s3_bucket_lifecycle_configuration" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
}

resource "aws_s3_bucket_logging" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  flow {
    to        = self.target_bucket
    operation = "s3:PutObject"
  }
}

resource "aws_s3_bucket_notification" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  flow {
    each      = self.lambda_function
    to        = each.lambda_function_arn
    protocol  = "event"
    operation = anytrue([for e in default(each.events, []) : startswith(e, "s3:ObjectCreated:")]) ? "s3:PutObject" : ""
  }
  flow {
    each      = self.queue
    to        = each.queue_arn
    protocol  = "event"
    operation = anytrue([for e in default(each.events, []) : startswith(e, "s3:ObjectCreated:")]) ? "s3:PutObject" : ""
  }
  flow {
    each      = self.topic
    to        = each.topic_arn
    protocol  = "event"
    operation = anytrue([for e in default(each.events, []) : startswith(e, "s3:ObjectCreated:")]) ? "s3:PutObject" : ""
  }
  entry_point {
    each    = self.lambda_function
    kind    = "event"
    on      = each.lambda_function_arn
    of_type = ["aws_lambda_function", "aws_lambda_alias"]
    authn   = "iam"
  }
}

resource "aws_s3_bucket_object" {
  also       = ["aws_s3_object"]
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  standin "id" { value = self.key }
}

resource "aws_s3_bucket_object_lock_configuration" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
}

resource "aws_s3_bucket_ownership_controls" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  standin "id" { value = self.bucket }
}

resource "aws_s3_bucket_policy" {
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
  name       = self.bucket

  standin "id" { value = self.bucket }

  fact "public_list" { value = allows_anyone(self.policy, ["s3:ListBucket"], local.restricting_keys) }
  fact "public_read" { value = allows_anyone(self.policy, ["s3:GetObject"], local.restricting_keys) }
  fact "public_write" { value = allows_anyone(self.policy, ["s3:PutObject", "s3:DeleteObject", "s3:PutBucketPolicy"], local.restricting_keys) }
  fact "tls_required" { value = denies_plain(self.policy) }

  resource_policy { document = self.policy }
}

# Each block is off unless it is written, even though new buckets start with all
# of them on: the resource sets all four.
resource "aws_s3_bucket_public_access_block" {
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
  name       = self.bucket

  standin "id" { value = self.bucket }

  fact "lists_may_publish" { value = !default(self.block_public_acls, false) && !default(self.ignore_public_acls, false) }
  fact "policies_may_publish" { value = !default(self.block_public_policy, false) && !default(self.restrict_public_buckets, false) }
  fact "public_guard" {
    value = alltrue([
      default(self.block_public_acls, false),
      default(self.block_public_policy, false),
      default(self.ignore_public_acls, false),
      default(self.restrict_public_buckets, false),
    ])
  }
}

resource "aws_s3_bucket_replication_configuration" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  flow {
    each      = self.rule
    to        = each.destination[0].bucket
    operation = "s3:ReplicateObject"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
}

resource "aws_s3_bucket_versioning" {
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]
  name       = self.bucket

  standin "id" { value = self.bucket }

  fact "versioned" { value = default(self.versioning_configuration[0].status, "") == "Enabled" }
}

resource "aws_s3_bucket_website_configuration" {
  belongs_to = self.bucket
  of_type    = ["aws_s3_bucket"]

  standin "website_endpoint" { value = "${self.bucket}.s3-website-${region}.amazonaws.com" }
  standin "website_domain" {
    value  = "s3-website-${region}.amazonaws.com"
    shared = true
  }
}
