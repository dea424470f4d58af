# Who may do what. Rights on anything are given by resources named after it:
# google_storage_bucket_iam_member gives one on a google_storage_bucket.

data "google_iam_policy" { read = "google_policy" }

data "google_project" {
  standin "project_id" { value = account }
  standin "number" { value = "000000000000" }
  standin "id" { value = "projects/${self.project_id}" }
}

data "google_service_account" {
  kind = "identity.role"
  name = self.account_id

  standin "email" { value = matches(default(self.account_id, ""), "@") ? self.account_id : "${standin_name}@${default(self.project, account)}.iam.gserviceaccount.com" }
  standin "name" { value = "projects/${default(self.project, account)}/serviceAccounts/${self.email}" }
  standin "member" { value = "serviceAccount:${self.email}" }
  standin "id" { value = self.name }

  identity {
    kind = "service_account"
    arn  = self.email
  }
}

data "google_active_folder" {}

data "google_organization" {
  standin "org_id" { value = "000000000000" }
  standin "name" { value = "organizations/${self.org_id}" }
}

resource "google_project" {
  standin "project_id" { value = standin_name }
  standin "number" { value = "000000000000" }
  standin "id" { value = "projects/${self.project_id}" }

  kind = "iac.config"
  name = default(self.project_id, self.name)

  companion "audit" {
    type  = "google_project_iam_audit_config"
    where = "project"
  }

  # A new project starts with a network that lets everyone in over SSH:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/google_project#auto_create_network
  fact "default_network" { value = default(self.auto_create_network, true) }
}

resource "google_project_service" {}

resource "google_project_default_service_accounts" {}

resource "google_folder" {
  standin "folder_id" { value = standin_hash }
  standin "name" { value = "folders/${self.folder_id}" }
  standin "id" { value = self.name }
}

resource "google_organization_policy" {
  also = ["google_project_organization_policy", "google_folder_organization_policy"]
  kind = "iac.config"
  name = trimprefix(self.constraint, "constraints/")

  fact "enforced" { value = default(self.boolean_policy[0].enforced, false) }
}

resource "google_org_policy_policy" {
  kind = "iac.config"
  name = element(split("/", self.name), length(split("/", self.name)) - 1)

  fact "enforced" { value = anytrue([for r in default(self.spec[0].rules, []) : matches(default(r.enforce, ""), "(?i)^true$") && length(default(r.condition, [])) == 0]) }
}

resource "google_project_iam_custom_role" {
  also = ["google_organization_iam_custom_role"]
  kind = "identity.policy"
  name = default(self.title, self.role_id)

  standin "id" { value = "projects/${account}/roles/${default(self.role_id, standin_name)}" }
  standin "name" { value = self.id }

  role { permissions = self.permissions }
}

resource "google_service_account" {
  kind = "identity.role"
  name = self.account_id

  standin "email" { value = "${standin_name}@${default(self.project, account)}.iam.gserviceaccount.com" }
  standin "name" { value = "projects/${default(self.project, account)}/serviceAccounts/${self.email}" }
  standin "id" { value = self.name }
  standin "member" { value = "serviceAccount:${self.email}" }
  standin "unique_id" { value = standin_hash }
  aliases = [self.account_id]

  companion "key" {
    type  = "google_service_account_key"
    where = "service_account_id"
  }

  fact "access_key" { value = has(companion.key) }
  fact "public_rights" { value = false }

  identity {
    kind = "service_account"
    arn  = self.email
  }
}

resource "google_service_account_key" {
  kind       = "identity.user"
  belongs_to = self.service_account_id
  of_type    = ["google_service_account"]
  credential = true
  name       = self.service_account_id

  fact "access_key" { value = true }
}

resource "google_iam_workload_identity_pool" {
  kind = "identity_provider"
  name = self.workload_identity_pool_id

  standin "id" { value = "projects/${account}/locations/global/workloadIdentityPools/${standin_name}" }
  standin "name" { value = "projects/000000000000/locations/global/workloadIdentityPools/${standin_name}" }
}

# A provider without a condition lets in whoever the issuer knows, such as every
# repository of a code host:
# https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions
resource "google_iam_workload_identity_pool_provider" {
  kind    = "identity_provider"
  name    = self.workload_identity_pool_provider_id
  part_of = self.workload_identity_pool_id

  standin "id" { value = "projects/${account}/locations/global/workloadIdentityPools/standin/providers/${standin_name}" }
  standin "name" { value = self.id }

  let "condition" { value = default(self.attribute_condition, "") }
  let "address" { value = default(self.oidc[0].issuer_uri) }
  # Conditions on these alone are met by the runs of any repository.
  let "loose" { value = issuer_shared(let.address) && !matches(let.condition, "(attribute|google)\\.") && alltrue([for c in flatten(regexall("assertion\\.([a-z_]+)", let.condition)) : contains(local.loose_claims, c)]) }

  fact "federation_open" { value = length(default(self.aws, self.saml, [])) > 0 ? null : let.condition == "" || default(let.loose, false) }
  fact "issuer_shared" { value = issuer_shared(let.address) }
}

resource "google_iam_workforce_pool_provider" {
  kind = "identity_provider"
  name = self.provider_id
}

# Permissions and principals are written otherwise than in bindings:
# https://cloud.google.com/iam/docs/deny-permissions-support
resource "google_iam_deny_policy" {
  let "rules" { value = flatten([for r in default(self.rules, []) : default(r.deny_rule, [])]) }

  binding {
    each      = let.rules
    role      = "deny"
    denied    = [for p in default(each.denied_permissions, []) : replace(replace(p, "cloudresourcemanager.googleapis.com/", "resourcemanager."), ".googleapis.com/", ".")]
    members   = [for m in default(each.denied_principals, []) : replace(replace(replace(replace(m, "principalSet://goog/public:all", "everybody"), "principal://goog/subject/", "user:"), "principalSet://goog/group/", "group:"), "principal://iam.googleapis.com/projects/-/serviceAccounts/", "serviceAccount:")]
    exempt    = [for m in default(each.exception_principals, []) : replace(replace(replace(m, "principal://goog/subject/", "user:"), "principalSet://goog/group/", "group:"), "principal://iam.googleapis.com/projects/-/serviceAccounts/", "serviceAccount:")]
    on        = trimprefix(replace(self.parent, "%2F", "/"), "cloudresourcemanager.googleapis.com/")
    condition = default(each.denial_condition[0].expression, null)
  }
}

# Rights on one resource. Everyone's rights count for the resource itself.
resource "google_*_iam_member" {
  twins      = { cloud_run_service = "cloud_run_v2_service", cloud_run_v2_service = "cloud_run_service" }
  kind       = "identity.policy"
  kind_of    = "google_*"
  name       = self.role
  belongs_to = let.on
  of_type    = ["google_*"]

  let "on" {
    value = default(
      self.bucket, self.topic, self.subscription, self.dataset_id, self.table_id, self.secret_id, self.crypto_key_id, self.key_ring_id,
      self.service_account_id, self.service, self.cloud_function, self.repository, self.instance_name, self.instance, self.cluster, self.job,
      self.subnetwork, self.database, self.image, self.disk, self.connection_id, self.queue, self.workflow, self.location_id, self.name,
    )
  }
  let "everyone" { value = one_of(self.member, local.google_everyone) }

  fact "default_identity_granted" { value = matches(self.member, local.google_default_identity) }
  fact "public_invoke" {
    value  = matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_read" {
    value  = !matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_rights" {
    value  = !matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_write" {
    value  = matches(self.role, local.google_writer) ? let.everyone : null
    raises = true
  }
  # Of a bucket the usual role lists as well.
  fact "published" {
    value  = matches(self.role, "^roles/(artifactregistry\\.reader|storage\\.legacyObjectReader)$") ? let.everyone : null
    raises = true
  }

  binding {
    role      = self.role
    members   = self.member
    on        = let.on
    of_type   = ["google_*"]
    condition = default(self.condition[0].expression, null)
  }
}

resource "google_*_iam_binding" {
  twins      = { cloud_run_service = "cloud_run_v2_service", cloud_run_v2_service = "cloud_run_service" }
  kind       = "identity.policy"
  kind_of    = "google_*"
  name       = self.role
  belongs_to = let.on
  of_type    = ["google_*"]

  let "on" {
    value = default(
      self.bucket, self.topic, self.subscription, self.dataset_id, self.table_id, self.secret_id, self.crypto_key_id, self.key_ring_id,
      self.service_account_id, self.service, self.cloud_function, self.repository, self.instance_name, self.instance, self.cluster, self.job,
      self.subnetwork, self.database, self.image, self.disk, self.connection_id, self.queue, self.workflow, self.location_id, self.name,
    )
  }
  let "everyone" { value = anytrue([for m in default(self.members, []) : one_of(m, local.google_everyone)]) }

  fact "default_identity_granted" { value = anytrue([for m in default(self.members, []) : matches(m, local.google_default_identity)]) }
  fact "public_invoke" {
    value  = matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_read" {
    value  = !matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_rights" {
    value  = !matches(self.role, local.google_invoker) ? let.everyone : null
    raises = true
  }
  fact "public_write" {
    value  = matches(self.role, local.google_writer) ? let.everyone : null
    raises = true
  }
  # Of a bucket the usual role lists as well.
  fact "published" {
    value  = matches(self.role, "^roles/(artifactregistry\\.reader|storage\\.legacyObjectReader)$") ? let.everyone : null
    raises = true
  }

  binding {
    role      = self.role
    members   = self.members
    on        = let.on
    of_type   = ["google_*"]
    condition = default(self.condition[0].expression, null)
  }
}

resource "google_*_iam_policy" {
  twins      = { cloud_run_service = "cloud_run_v2_service", cloud_run_v2_service = "cloud_run_service" }
  kind       = "identity.policy"
  kind_of    = "google_*"
  belongs_to = let.on
  of_type    = ["google_*"]

  let "on" {
    value = default(
      self.bucket, self.topic, self.subscription, self.dataset_id, self.table_id, self.secret_id, self.crypto_key_id, self.key_ring_id,
      self.service_account_id, self.service, self.cloud_function, self.repository, self.instance_name, self.instance, self.cluster, self.job,
      self.subnetwork, self.database, self.image, self.disk, self.connection_id, self.queue, self.workflow, self.location_id, self.name,
    )
  }
  let "bindings" { value = default(jsondecode(self.policy_data).bindings, []) }
  let "open" { value = [for b in let.bindings : default(b.role, "") if anytrue([for m in default(b.members, []) : one_of(m, local.google_everyone)])] }

  fact "public_invoke" {
    value  = length(let.open) == 0 ? null : anytrue([for r in let.open : matches(r, local.google_invoker)])
    raises = true
  }
  fact "public_read" {
    value  = anytrue([for r in let.open : !matches(r, local.google_invoker)])
    raises = true
  }
  fact "public_rights" {
    value  = anytrue([for r in let.open : !matches(r, local.google_invoker)])
    raises = true
  }
  fact "public_write" {
    value  = anytrue([for r in let.open : matches(r, local.google_writer)])
    raises = true
  }

  binding {
    each    = let.bindings
    role    = default(each.role, "")
    members = default(each.members, [])
    on      = let.on
    of_type = ["google_*"]
  }
}

# Rights on a whole project, folder or organisation, and so on all that is in it.
resource "google_project_iam_member" {
  also = ["google_folder_iam_member", "google_organization_iam_member", "google_billing_account_iam_member"]
  kind = "identity.policy"
  name = self.role

  fact "broad_role" { value = matches(self.role, local.google_broad) }
  fact "default_identity_granted" { value = matches(self.member, local.google_default_identity) }
  fact "impersonates_all" { value = matches(self.role, local.google_impersonation) }
  fact "personal_account" { value = matches(self.member, local.personal_mail) }
  fact "public_rights" { value = one_of(self.member, local.google_everyone) }

  binding {
    role      = self.role
    members   = self.member
    on        = default(self.project, "folders/${trimprefix(self.folder, "folders/")}", "organizations/${self.org_id}", account)
    condition = default(self.condition[0].expression, null)
  }
}

resource "google_project_iam_binding" {
  also = ["google_folder_iam_binding", "google_organization_iam_binding", "google_billing_account_iam_binding"]
  kind = "identity.policy"
  name = self.role

  fact "broad_role" { value = matches(self.role, local.google_broad) }
  fact "default_identity_granted" { value = anytrue([for m in default(self.members, []) : matches(m, local.google_default_identity)]) }
  fact "impersonates_all" { value = matches(self.role, local.google_impersonation) }
  fact "personal_account" { value = anytrue([for m in default(self.members, []) : matches(m, local.personal_mail)]) }
  fact "public_rights" { value = anytrue([for m in default(self.members, []) : one_of(m, local.google_everyone)]) }

  binding {
    role      = self.role
    members   = self.members
    on        = default(self.project, "folders/${trimprefix(self.folder, "folders/")}", "organizations/${self.org_id}", account)
    condition = default(self.condition[0].expression, null)
  }
}

resource "google_project_iam_policy" {
  also = ["google_folder_iam_policy", "google_organization_iam_policy", "google_billing_account_iam_policy"]
  kind = "identity.policy"

  let "bindings" { value = default(jsondecode(self.policy_data).bindings, []) }

  fact "broad_role" { value = anytrue([for b in let.bindings : matches(default(b.role, ""), local.google_broad)]) }
  fact "default_identity_granted" { value = anytrue(flatten([for b in let.bindings : [for m in default(b.members, []) : matches(m, local.google_default_identity)]])) }
  fact "impersonates_all" { value = anytrue([for b in let.bindings : matches(default(b.role, ""), local.google_impersonation)]) }
  fact "public_rights" { value = anytrue(flatten([for b in let.bindings : [for m in default(b.members, []) : one_of(m, local.google_everyone)]])) }

  binding {
    each    = let.bindings
    role    = default(each.role, "")
    members = default(each.members, [])
    on      = default(self.project, "folders/${trimprefix(self.folder, "folders/")}", "organizations/${self.org_id}", account)
  }
}

# What of reads and writes of data is recorded. Changes always are.
resource "google_project_iam_audit_config" {
  also = ["google_folder_iam_audit_config", "google_organization_iam_audit_config"]
  kind = "log.trail"
  name = default(self.service, self.project)

  let "kinds" { value = [for c in default(self.audit_log_config, []) : default(c.log_type, "")] }

  fact "everyone_recorded" { value = !anytrue([for c in default(self.audit_log_config, []) : length(default(c.exempted_members, [])) > 0]) }
  fact "object_access_logs" { value = contains(["allServices", "storage.googleapis.com"], default(self.service, "")) && contains(let.kinds, "DATA_READ") }
  fact "records_all_kinds" { value = contains(let.kinds, "DATA_READ") && contains(let.kinds, "DATA_WRITE") }
}
