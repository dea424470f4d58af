# AWS Identity and Access Management. Rights themselves are decided elsewhere;
# here stands who exists and which documents they carry.

data "aws_caller_identity" {
  standin "account_id" { value = account }
  standin "id" { value = account }
  standin "user_id" { value = "AIDASTANDIN" }
  standin "arn" { value = "arn:${partition}:iam::${account}:user/standin" }
}

data "aws_iam_policy" {
  standin "arn" { value = "arn:${partition}:iam::aws:policy/${self.name}" }
}

# Whoever carries a document is judged with it; one that nobody carries is shown
# alone, as in a module that hands it on.
data "aws_iam_policy_document" {
  kind  = "identity.policy"
  alone = true
  read  = "policy_document"

  fact "held_by" { value = "nobody" }

  policy {
    kind     = "identity"
    document = self.json
  }
}

data "aws_iam_role" {
  standin "arn" { value = "arn:${partition}:iam::${account}:role/${self.name}" }
  standin "id" { value = self.name }
}

data "aws_partition" {
  standin "partition" { value = partition }
  standin "id" { value = partition }
  standin "dns_suffix" { value = partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com" }
  standin "reverse_dns_prefix" { value = partition == "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws" }
}

data "aws_region" {
  standin "name" { value = region }
  standin "region" { value = region }
  standin "id" { value = region }
}

resource "aws_iam_access_key" {
  credential = true
  belongs_to = self.user
  of_type    = ["aws_iam_user"]

  standin "id" { value = "AKIA${upper(substr(standin_hash, 0, 16))}" }
}

resource "aws_iam_account_alias" {}

resource "aws_iam_account_password_policy" {
  kind = "identity_provider"

  # https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy
  fact "password_expires" { value = default(self.max_password_age, 0) > 0 }
  fact "password_min_length" { value = default(self.minimum_password_length, 6) }
  fact "password_mixed" {
    value = anytrue([
      default(self.require_lowercase_characters, false),
      default(self.require_numbers, false),
      default(self.require_symbols, false),
      default(self.require_uppercase_characters, false),
    ])
  }
  fact "password_reuse_prevented" { value = default(self.password_reuse_prevention, 0) > 0 }
}

resource "aws_iam_group" {
  kind = "identity.group"
  name = self.name

  standin "arn" { value = "arn:${partition}:iam::${account}:group${default(self.path, "/")}${standin_name}" }
  standin "id" { value = standin_name }
  aliases = [self.name]

  companion "inline" { type = "aws_iam_group_policy" }
  companion "attachment" {
    type  = "aws_iam_group_policy_attachment"
    where = "group"
  }
  companion "attached" {
    type  = "aws_iam_policy"
    named = "policy_arn"
    of    = "attachment"
  }

  # https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
  fact "mfa_required" {
    value = anytrue([
      for p in concat([for i in companions.inline : i.policy], [for a in companions.attached : a.policy]) : strcontains(default(p, ""), "aws:MultiFactorAuth")
    ])
  }

  identity {
    kind = "group"
    arn  = self.arn
  }
}

resource "aws_iam_group_membership" {
  membership {
    members      = self.users
    members_type = ["aws_iam_user"]
    groups       = self.group
    groups_type  = ["aws_iam_group"]
  }
}

resource "aws_iam_group_policy" {
  kind       = "identity.policy"
  belongs_to = self.group
  of_type    = ["aws_iam_group"]
  name       = self.name

  standin "id" { value = "${default(self.group, "")}:${standin_name}" }

  fact "held_by" { value = "outside" }

  policy {
    kind     = "identity"
    document = self.policy
    name     = self.name
  }
}

resource "aws_iam_group_policy_attachment" {
  policy {
    kind    = "identity"
    holder  = self.group
    of_type = ["aws_iam_group"]
    managed = self.policy_arn
  }
}

resource "aws_iam_instance_profile" {
  kind    = "identity.instance_profile"
  name    = self.name
  runs_as = default(self.role, self.roles)

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:iam::${account}:instance-profile${default(self.path, "/")}${self.name}" }
  standin "id" { value = self.name }
}

resource "aws_iam_openid_connect_provider" {
  kind = "identity_provider"
  name = self.url

  standin "arn" { value = "arn:${partition}:iam::${account}:oidc-provider/${trimprefix(default(self.url, standin_name), "https://")}" }
  standin "id" { value = self.arn }
}

resource "aws_iam_policy" {
  kind = "identity.policy"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:iam::${account}:policy${default(self.path, "/")}${self.name}" }
  standin "id" { value = self.arn }
  standin "policy_id" { value = "ANPA${upper(standin_hash)}" }

  companion "on_role" {
    type  = "aws_iam_role_policy_attachment"
    where = "policy_arn"
  }
  companion "on_user" {
    type  = "aws_iam_user_policy_attachment"
    where = "policy_arn"
  }
  companion "on_group" {
    type  = "aws_iam_group_policy_attachment"
    where = "policy_arn"
  }
  companion "on_several" {
    type  = "aws_iam_policy_attachment"
    where = "policy_arn"
  }
  companion "of_role" {
    type  = "aws_iam_role_policy_attachments_exclusive"
    where = "policy_arns"
  }
  companion "of_user" {
    type  = "aws_iam_user_policy_attachments_exclusive"
    where = "policy_arns"
  }
  companion "of_group" {
    type  = "aws_iam_group_policy_attachments_exclusive"
    where = "policy_arns"
  }
  companion "role" {
    type  = "aws_iam_role"
    where = "managed_policy_arns"
  }
  companion "boundary" {
    type  = "aws_iam_role"
    where = "permissions_boundary"
  }

  let "held" {
    value = anytrue([
      has(companion.on_role), has(companion.on_user), has(companion.on_group), has(companion.on_several),
      has(companion.of_role), has(companion.of_user), has(companion.of_group), has(companion.role), has(companion.boundary),
    ])
  }

  fact "held_by" { value = let.held ? null : "nobody" }

  policy {
    kind     = "identity"
    document = self.policy
    name     = self.name
  }
}

resource "aws_iam_policy_attachment" {
  policy {
    kind    = "identity"
    holder  = self.roles
    of_type = ["aws_iam_role"]
    managed = self.policy_arn
  }
  policy {
    kind    = "identity"
    holder  = self.users
    of_type = ["aws_iam_user"]
    managed = self.policy_arn
  }
  policy {
    kind    = "identity"
    holder  = self.groups
    of_type = ["aws_iam_group"]
    managed = self.policy_arn
  }
}

resource "aws_iam_role" {
  kind = "identity.role"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:iam::${account}:role${default(self.path, "/")}${self.name}" }
  standin "id" { value = self.name }
  standin "unique_id" { value = "AROA${upper(standin_hash)}" }

  fact "held_by_services" { value = allows_only_services(self.assume_role_policy) }

  identity {
    kind = "role"
    arn  = self.arn
  }
  policy {
    kind     = "trust"
    document = self.assume_role_policy
  }
  policy {
    kind     = "identity"
    each     = self.inline_policy
    document = each.policy
    name     = each.name
  }
  policy {
    kind    = "identity"
    each    = self.managed_policy_arns
    managed = each
  }
  policy {
    kind    = "boundary"
    managed = self.permissions_boundary
  }
}

resource "aws_iam_role_policies_exclusive" {}

resource "aws_iam_role_policy" {
  kind       = "identity.policy"
  belongs_to = self.role
  of_type    = ["aws_iam_role"]
  name       = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = "${default(self.role, "")}:${self.name}" }

  fact "held_by" { value = "outside" }

  policy {
    kind     = "identity"
    document = self.policy
    name     = self.name
  }
}

resource "aws_iam_role_policy_attachment" {
  policy {
    kind    = "identity"
    holder  = self.role
    of_type = ["aws_iam_role"]
    managed = self.policy_arn
  }
}

resource "aws_iam_role_policy_attachments_exclusive" {
  policy {
    kind    = "identity"
    each    = self.policy_arns
    holder  = self.role_name
    of_type = ["aws_iam_role"]
    managed = each
  }
}

resource "aws_iam_saml_provider" {
  kind = "identity_provider"
  name = self.name

  standin "arn" { value = "arn:${partition}:iam::${account}:saml-provider/${standin_name}" }
  standin "id" { value = self.arn }
}

resource "aws_iam_service_linked_role" {
  standin "arn" { value = "arn:${partition}:iam::${account}:role/aws-service-role/${default(self.aws_service_name, standin_name)}/standin-${standin_hash}" }
}

resource "aws_iam_user" {
  kind = "identity.user"
  name = self.name

  standin "arn" { value = "arn:${partition}:iam::${account}:user${default(self.path, "/")}${standin_name}" }
  standin "id" { value = standin_name }
  standin "unique_id" { value = "AIDA${upper(standin_hash)}" }
  aliases = [self.name]

  companion "key" { type = "aws_iam_access_key" }
  companion "login" { type = "aws_iam_user_login_profile" }
  companion "inline" { type = "aws_iam_user_policy" }
  companion "attachment" { type = "aws_iam_user_policy_attachment" }

  fact "access_key" { value = anytrue([for k in companions.key : default(k.status, "Active") == "Active"]) }
  fact "access_keys" { value = length(companions.key) }
  fact "console_login" { value = has(companion.login) }
  fact "personal_rights" { value = has(companion.inline) || has(companion.attachment) }

  identity {
    kind = "user"
    arn  = self.arn
  }
  policy {
    kind    = "boundary"
    managed = self.permissions_boundary
  }
}

resource "aws_iam_user_group_membership" {
  membership {
    members      = self.user
    members_type = ["aws_iam_user"]
    groups       = self.groups
    groups_type  = ["aws_iam_group"]
  }
}

resource "aws_iam_user_login_profile" {
  credential = true
  belongs_to = self.user
  of_type    = ["aws_iam_user"]
}

resource "aws_iam_user_policy" {
  kind       = "identity.policy"
  belongs_to = self.user
  of_type    = ["aws_iam_user"]
  name       = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = "${default(self.user, "")}:${self.name}" }

  fact "held_by" { value = "outside" }
  fact "personal_rights" { value = true }

  policy {
    kind     = "identity"
    document = self.policy
    name     = self.name
  }
}

resource "aws_iam_user_policy_attachment" {
  kind       = "identity.policy"
  belongs_to = self.user
  of_type    = ["aws_iam_user"]

  fact "personal_rights" { value = true }

  policy {
    kind    = "identity"
    holder  = self.user
    of_type = ["aws_iam_user"]
    managed = self.policy_arn
  }
}

resource "aws_ssoadmin_permission_set" {
  kind = "identity.role"
  name = self.name

  standin "arn" { value = "arn:${partition}:sso:::permissionSet/ssoins-standin/ps-${standin_hash}" }
  standin "id" { value = self.arn }

  companion "managed" {
    type  = "aws_ssoadmin_managed_policy_attachment"
    where = "permission_set_arn"
  }

  fact "broad_role" { value = anytrue([for m in companions.managed : matches(m.managed_policy_arn, ":policy/AdministratorAccess$")]) }
}

resource "aws_ssoadmin_permission_set_inline_policy" {
  kind       = "identity.policy"
  belongs_to = self.permission_set_arn
  of_type    = ["aws_ssoadmin_permission_set"]

  fact "held_by" { value = "outside" }

  policy {
    kind     = "identity"
    document = self.inline_policy
  }
}

resource "aws_iam_user_policy_attachments_exclusive" {
  policy {
    kind    = "identity"
    each    = self.policy_arns
    holder  = self.user_name
    of_type = ["aws_iam_user"]
    managed = each
  }
}

resource "aws_iam_group_policy_attachments_exclusive" {
  policy {
    kind    = "identity"
    each    = self.policy_arns
    holder  = self.group_name
    of_type = ["aws_iam_group"]
    managed = each
  }
}
