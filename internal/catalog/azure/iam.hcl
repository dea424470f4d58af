# Who may do what in Azure, and the directory (Entra ID).

data "azurerm_client_config" {
  standin "client_id" { value = "22222222-2222-2222-2222-222222222222" }
  standin "tenant_id" { value = "11111111-1111-1111-1111-111111111111" }
  standin "subscription_id" { value = account }
  standin "object_id" { value = "33333333-3333-3333-3333-333333333333" }
}

data "azuread_client_config" {
  standin "client_id" { value = "22222222-2222-2222-2222-222222222222" }
  standin "tenant_id" { value = "11111111-1111-1111-1111-111111111111" }
  standin "object_id" { value = "33333333-3333-3333-3333-333333333333" }
}

data "azuread_domains" {}

data "azuread_group" {}

data "azuread_service_principal" {
  standin "object_id" { value = "44444444-4444-4444-4444-${substr(standin_hash, 0, 12)}" }
}

data "azuread_user" {
  standin "object_id" { value = "55555555-5555-5555-5555-${substr(standin_hash, 0, 12)}" }
}

data "azurerm_resource_group" {
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${standin_name}" }
  standin "location" {
    value  = region
    shared = true
  }
}

data "azurerm_role_definition" {
  standin "id" { value = "/subscriptions/${account}/providers/Microsoft.Authorization/roleDefinitions/${default(self.name, standin_name)}" }
}

data "azurerm_subscription" {
  standin "id" { value = "/subscriptions/${default(self.subscription_id, account)}" }
  standin "subscription_id" { value = default(self.subscription_id, account) }
  standin "tenant_id" { value = "11111111-1111-1111-1111-111111111111" }
}

data "azurerm_user_assigned_identity" {
  kind = "identity.role"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${standin_name}" }
  standin "principal_id" { value = "66666666-6666-6666-6666-${substr(standin_hash, 0, 12)}" }

  identity {
    kind = "managed_identity"
    arn  = self.principal_id
  }
}

resource "azuread_application" {
  also    = ["azuread_application_registration"]
  kind    = "identity_provider"
  name    = self.display_name
  runs_as = companion.principal.object_id

  companion "principal" {
    type  = "azuread_service_principal"
    where = "client_id"
  }

  standin "client_id" { value = "77777777-7777-7777-7777-${substr(standin_hash, 0, 12)}" }
  standin "application_id" { value = self.client_id }
  standin "object_id" { value = "88888888-8888-8888-8888-${substr(standin_hash, 0, 12)}" }
  standin "id" { value = "/applications/${self.object_id}" }

  # The implicit flow gives tokens in addresses, where browsers and logs keep them:
  # https://learn.microsoft.com/entra/identity-platform/v2-oauth2-implicit-grant-flow
  fact "tokens_in_addresses" { value = default(self.web[0].implicit_grant[0].access_token_issuance_enabled, false) }
  let "trusted_addresses" { value = concat(default(self.web[0].redirect_uris, []), default(self.single_page_application[0].redirect_uris, [])) }
  fact "trusted_addresses" { value = length(let.trusted_addresses) == 0 ? null : let.trusted_addresses }
  fact "redirects_plain" { value = anytrue([for u in concat(default(self.web[0].redirect_uris, []), default(self.single_page_application[0].redirect_uris, [])) : matches(u, "^http://") && !matches(u, "^http://(localhost|127\\.0\\.0\\.1)")]) }

  binding {
    each    = default(self.owners, [])
    role    = "directory-application-owner"
    members = each
    on      = self.object_id
    of_type = ["azuread_application", "azuread_application_registration"]
  }
}

resource "azuread_application_federated_identity_credential" {
  also    = ["azuread_application_flexible_federated_identity_credential", "azurerm_federated_identity_credential"]
  kind    = "identity_provider"
  name    = default(self.display_name, self.name)
  runs_as = default(self.parent_id, self.user_assigned_identity_id, self.application_id, self.application_object_id)

  # Azure compares the whole subject, so that a credential names one repository
  # and branch unless it is a flexible one.
  # https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
  let "pattern" { value = try(regex("claims\\['sub'\\] +matches +'([^']*)'", self.claims_matching_expression)[0], null) }

  fact "federation_open" { value = !has(let.pattern) ? false : issuer_admits(self.issuer, let.pattern, true) == "any" && default(issuer_shared(self.issuer), false) }
  fact "pull_requests" { value = default(issuer_admits(self.issuer, default(let.pattern, self.subject), has(let.pattern)), "") == "pull_request" }
}

resource "azuread_application_password" {
  also       = ["azuread_service_principal_password"]
  kind       = "identity.user"
  name       = self.display_name
  credential = true
  runs_as    = default(self.application_id, self.application_object_id, self.service_principal_id)

  # A stored password that works for two years unless someone says otherwise:
  # https://registry.terraform.io/providers/hashicorp/azuread/3.0.0/docs/resources/application_password
  fact "access_key" { value = true }
}

resource "azuread_application_certificate" {}

resource "azuread_app_role_assignment" {
  kind = "identity.policy"

  fact "broad_role" { value = false }

  # Of all that programs can be granted, those that reach the directory:
  # https://learn.microsoft.com/graph/permissions-reference
  binding {
    when    = contains(local.graph_roles, default(self.app_role_id, ""))
    role    = self.app_role_id
    members = self.principal_object_id
    on      = "tenant"
  }
}

resource "azuread_conditional_access_policy" {
  kind = "iac.config"
  name = self.display_name
}

resource "azuread_directory_role" {
  standin "template_id" { value = self.display_name }
  standin "object_id" { value = default(self.template_id, self.display_name) }
}

resource "azuread_directory_role_assignment" {
  also = ["azuread_directory_role_member"]
  kind = "identity.policy"

  # The role by which one can become all others:
  # https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
  fact "broad_role" { value = contains(["62e90394-69f5-4237-9190-012177145e10", "e8611ab8-c189-46e8-94e1-60213ab1f814"], default(self.role_id, "")) }

  binding {
    role    = default(self.role_id, self.role_object_id)
    members = default(self.principal_object_id, self.member_object_id)
    on      = default(self.directory_scope_id, "/") == "/" ? "tenant" : self.directory_scope_id
    of_type = ["azuread_*"]
  }
}

resource "azuread_group" {
  kind = "identity.group"
  name = self.display_name

  standin "object_id" { value = "99999999-9999-9999-9999-${substr(standin_hash, 0, 12)}" }
  standin "id" { value = "/groups/${self.object_id}" }

  # Who is in a group with a rule follows from attributes, some of which are the
  # users' own to change. Where other attributes count too, the sources do not tell:
  # https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership
  let "rule" { value = default(self.dynamic_membership[0].enabled, true) ? lower(default(self.dynamic_membership[0].rule, "")) : "" }
  let "attributes" { value = [for a in flatten(regexall("user\\.([a-z0-9_]+)", let.rule)) : contains(local.own_attributes, a)] }

  # Only owners and administrators of roles may change who is in such a group:
  # https://learn.microsoft.com/entra/identity/role-based-access-control/groups-concept
  fact "role_assignable" { value = default(self.assignable_to_role, false) }
  fact "self_joinable" { value = !anytrue(let.attributes) ? false : alltrue(let.attributes) || (strcontains(let.rule, "-or") && !strcontains(let.rule, "-and")) ? true : null }

  identity {
    kind = "group"
    arn  = self.object_id
  }
  binding {
    each    = default(self.owners, [])
    role    = "directory-group-owner"
    members = each
    on      = self.object_id
    of_type = ["azuread_group"]
  }
  membership {
    members = default(self.members, [])
    groups  = self.object_id
  }
}

resource "azuread_group_member" {
  membership {
    members = self.member_object_id
    groups  = self.group_object_id
  }
}

# A role that its holder must switch on first, which may take an approval:
# https://learn.microsoft.com/entra/id-governance/privileged-identity-management/pim-configure
resource "azuread_directory_role_eligibility_schedule_request" {
  kind = "identity.policy"

  binding {
    role      = self.role_definition_id
    members   = self.principal_id
    on        = default(self.directory_scope_id, "/") == "/" ? "tenant" : self.directory_scope_id
    of_type   = ["azuread_*"]
    condition = local.eligible
  }
}

resource "azuread_service_principal" {
  kind    = "identity.role"
  name    = default(self.display_name, self.client_id, self.application_id)
  part_of = default(self.client_id, self.application_id)

  standin "object_id" { value = "44444444-4444-4444-4444-${substr(standin_hash, 0, 12)}" }
  standin "id" { value = "/servicePrincipals/${self.object_id}" }

  identity {
    kind = "service_account"
    arn  = self.object_id
  }
  binding {
    each    = default(self.owners, [])
    role    = "directory-application-owner"
    members = each
    on      = self.object_id
    of_type = ["azuread_service_principal"]
  }
}

resource "azuread_user" {
  kind = "identity.user"
  name = self.user_principal_name

  standin "object_id" { value = "55555555-5555-5555-5555-${substr(standin_hash, 0, 12)}" }
  standin "id" { value = "/users/${self.object_id}" }

  fact "console_login" { value = default(self.account_enabled, true) }
  fact "password_literal" { value = written_out(self.password) }

  identity {
    kind = "user"
    arn  = self.object_id
  }
}

resource "azurerm_role_assignment" {
  kind = "identity.policy"
  name = default(self.role_definition_name, self.name)

  let "wide" { value = matches(default(self.scope, ""), "^/?(subscriptions/[^/]+|providers/Microsoft\\.Management/managementGroups/[^/]+)?/?$") }

  # On a whole subscription or above it, these roles reach everything:
  # https://learn.microsoft.com/azure/role-based-access-control/built-in-roles#privileged
  fact "broad_role" { value = let.wide && contains(["owner", "contributor", "user access administrator", "role based access control administrator"], lower(default(self.role_definition_name, ""))) }

  binding {
    role      = default(self.role_definition_name, self.role_definition_id)
    members   = self.principal_id
    on        = self.scope
    condition = self.condition
  }
}

resource "azurerm_pim_active_role_assignment" {
  kind = "identity.policy"

  let "wide" { value = matches(default(self.scope, ""), "^/?(subscriptions/[^/]+|providers/Microsoft\\.Management/managementGroups/[^/]+)?/?$") }

  fact "broad_role" { value = let.wide && matches(default(self.role_definition_id, ""), local.broad_role_ids) }

  binding {
    role    = self.role_definition_id
    members = self.principal_id
    on      = self.scope
  }
}

# A role that its holder must switch on first.
resource "azurerm_pim_eligible_role_assignment" {
  kind = "identity.policy"

  binding {
    role      = self.role_definition_id
    members   = self.principal_id
    on        = self.scope
    condition = local.eligible
  }
}

resource "azurerm_role_definition" {
  kind = "identity.policy"
  name = self.name

  standin "role_definition_id" { value = "00000000-0000-0000-0000-${substr(standin_hash, 0, 12)}" }
  standin "role_definition_resource_id" { value = "/subscriptions/${account}/providers/Microsoft.Authorization/roleDefinitions/${self.role_definition_id}" }
  standin "id" { value = self.role_definition_resource_id }

  # Who may write roles or their assignments can take any right.
  fact "broad_role" { value = anytrue(flatten([for p in default(self.permissions, []) : [for a in default(p.actions, []) : matches(a, "(?i)^([*]|[*]/write|microsoft[.]authorization/([*]|[*]/write|role(definitions|assignments)/([*]|write)))$")]])) }

  role {
    permissions = flatten([for p in default(self.permissions, []) : concat(default(p.actions, []), [for a in default(p.data_actions, []) : "data:${a}"])])
    except      = flatten([for p in default(self.permissions, []) : concat(default(p.not_actions, []), [for a in default(p.not_data_actions, []) : "data:${a}"])])
  }
}

resource "azurerm_user_assigned_identity" {
  kind = "identity.role"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${standin_name}" }
  standin "principal_id" { value = "66666666-6666-6666-6666-${substr(standin_hash, 0, 12)}" }
  standin "client_id" { value = "77777777-7777-7777-7777-${substr(standin_hash, 0, 12)}" }

  identity {
    kind = "managed_identity"
    arn  = self.principal_id
  }
}

resource "azurerm_management_group" {
  name = self.name

  standin "id" { value = "/providers/Microsoft.Management/managementGroups/${standin_name}" }
}

resource "azurerm_resource_provider_registration" {}
