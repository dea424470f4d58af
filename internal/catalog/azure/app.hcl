# App Service, Functions, Logic Apps. A program here is on the internet unless
# someone takes it off.

resource "azurerm_app_configuration" {
  kind = "secret_store"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.AppConfiguration/configurationStores/${standin_name}" }
  standin "endpoint" { value = "https://${standin_name}.azconfig.io" }

  fact "customer_key" { value = length(default(self.encryption, [])) > 0 }
  fact "deletion_protection" { value = default(self.purge_protection_enabled, false) }
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access, "") == "" ? null : self.public_network_access == "Enabled" }
  fact "shared_password" { value = default(self.local_auth_enabled, true) }
}

# The type of provider versions 1 and 2, for programs and for functions.
resource "azurerm_app_service" {
  also    = ["azurerm_app_service_slot"]
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/sites/${standin_name}" }
  standin "default_site_hostname" { value = "${standin_name}.azurewebsites.net" }

  let "site" { value = default(self.site_config[0]) }

  # https://registry.terraform.io/providers/hashicorp/azurerm/2.99.0/docs/resources/app_service
  fact "access_logs" { value = length(default(self.logs[0].http_logs, [])) > 0 || can(self.logs[0].dynamic) }
  fact "authn_required" { value = default(self.auth_settings[0].enabled, false) || default(self.client_cert_enabled, false) }
  fact "cors_any_origin" { value = contains(default(let.site.cors[0].allowed_origins, []), "*") }
  fact "detail_errors" { value = default(self.logs[0].detailed_error_messages_enabled, false) || default(self.logs[0].failed_request_tracing_enabled, false) }
  fact "listener_http" { value = !default(self.https_only, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "old_runtime" {
    value = anytrue([
      matches(default(let.site.python_version, null), local.old_python),
      matches(default(let.site.php_version, null), local.old_php),
      matches(default(let.site.dotnet_framework_version, null), local.old_dotnet),
      matches(default(let.site.java_version, null), local.old_java),
    ])
  }
  fact "plain_upload" { value = default(let.site.ftps_state, "AllAllowed") == "AllAllowed" }
  fact "public_network_access" { value = true }
  fact "remote_debugging" { value = default(let.site.remote_debugging_enabled, false) }
  fact "tls_min" { value = local.azure_tls[default(let.site.min_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { public_address = true }
  environment { variables = merge(default(self.app_settings, {}), { for c in default(self.connection_string, []) : c.name => c.value }) }
}

resource "azurerm_app_service_plan" {
  also = ["azurerm_service_plan"]

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/serverFarms/${standin_name}" }
}

resource "azurerm_app_service_custom_hostname_binding" {
  kind = "dns.record"
  name = self.hostname
}

resource "azurerm_app_service_virtual_network_swift_connection" {}

resource "azurerm_app_service_environment_v3" {
  also = ["azurerm_app_service_environment"]

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/hostingEnvironments/${standin_name}" }
}

resource "azurerm_function_app" {
  also    = ["azurerm_function_app_slot"]
  kind    = "compute.function"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/sites/${standin_name}" }
  standin "default_hostname" { value = "${standin_name}.azurewebsites.net" }

  let "site" { value = default(self.site_config[0]) }

  fact "authn_required" { value = default(self.auth_settings[0].enabled, false) || default(self.client_cert_mode, "") == "Required" }
  fact "cors_any_origin" { value = contains(default(let.site.cors[0].allowed_origins, []), "*") }
  fact "listener_http" { value = !default(self.https_only, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "plain_upload" { value = default(let.site.ftps_state, "AllAllowed") == "AllAllowed" }
  fact "public_network_access" { value = true }
  fact "tls_min" { value = local.azure_tls[default(let.site.min_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { public_address = true }
  environment { variables = merge(default(self.app_settings, {}), { for c in default(self.connection_string, []) : c.name => c.value }) }
}

resource "azurerm_linux_function_app" {
  also    = ["azurerm_windows_function_app", "azurerm_linux_function_app_slot", "azurerm_windows_function_app_slot", "azurerm_function_app_flex_consumption"]
  kind    = "compute.function"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/sites/${standin_name}" }
  standin "default_hostname" { value = "${standin_name}.azurewebsites.net" }

  let "site" { value = default(self.site_config[0]) }
  let "stack" { value = default(self.site_config[0].application_stack[0]) }
  let "public" { value = default(self.public_network_access_enabled, true) }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/linux_function_app
  fact "authn_required" { value = default(self.auth_settings[0].enabled, false) || default(self.auth_settings_v2[0].auth_enabled, false) || default(self.client_certificate_enabled, false) && default(self.client_certificate_mode, "Optional") == "Required" }
  fact "cors_any_origin" { value = contains(default(let.site.cors[0].allowed_origins, []), "*") }
  fact "listener_http" { value = !default(self.https_only, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "old_runtime" { value = anytrue([matches(default(let.stack.python_version, null), local.old_python), matches(default(let.stack.dotnet_version, null), local.old_dotnet), matches(default(let.stack.java_version, null), local.old_java), matches(default(let.stack.node_version, null), local.old_node)]) }
  fact "plain_upload" { value = default(let.site.ftps_state, "Disabled") == "AllAllowed" }
  fact "public_network_access" { value = let.public }
  fact "remote_debugging" { value = default(let.site.remote_debugging_enabled, false) }
  fact "tls_min" { value = local.azure_tls[default(let.site.minimum_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  # The subnet is for what the program calls, not for who calls it.
  network { public_address = let.public }
  environment { variables = merge(default(self.app_settings, {}), { for c in default(self.connection_string, []) : c.name => c.value }) }
}

resource "azurerm_linux_web_app" {
  also    = ["azurerm_windows_web_app", "azurerm_linux_web_app_slot", "azurerm_windows_web_app_slot"]
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/sites/${standin_name}" }
  standin "default_hostname" { value = "${standin_name}.azurewebsites.net" }

  let "site" { value = default(self.site_config[0]) }
  let "stack" { value = default(self.site_config[0].application_stack[0]) }
  let "public" { value = default(self.public_network_access_enabled, true) }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/linux_web_app
  fact "access_logs" { value = length(default(self.logs[0].http_logs, [])) > 0 }
  fact "authn_required" { value = default(self.auth_settings[0].enabled, false) || default(self.auth_settings_v2[0].auth_enabled, false) || default(self.client_certificate_enabled, false) && default(self.client_certificate_mode, "Required") == "Required" }
  fact "cors_any_origin" { value = contains(default(let.site.cors[0].allowed_origins, []), "*") }
  fact "detail_errors" { value = default(self.logs[0].detailed_error_messages, false) || default(self.logs[0].failed_request_tracing, false) }
  fact "listener_http" { value = !default(self.https_only, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "old_runtime" {
    value = anytrue([
      matches(default(let.stack.python_version, let.site.python_version, null), local.old_python),
      matches(default(let.stack.php_version, let.site.php_version, null), local.old_php),
      matches(default(let.stack.dotnet_version, null), local.old_dotnet),
      matches(default(let.stack.java_version, null), local.old_java),
      matches(default(let.stack.node_version, null), local.old_node),
    ])
  }
  fact "plain_upload" { value = default(let.site.ftps_state, "Disabled") == "AllAllowed" }
  fact "public_network_access" { value = let.public }
  fact "remote_debugging" { value = default(let.site.remote_debugging_enabled, false) }
  fact "tls_min" { value = local.azure_tls[default(let.site.minimum_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  # The subnet is for what the program calls, not for who calls it.
  network { public_address = let.public }
  environment { variables = merge(default(self.app_settings, {}), { for c in default(self.connection_string, []) : c.name => c.value }) }
}

resource "azurerm_logic_app_standard" {
  kind    = "compute.function"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Web/sites/${standin_name}" }

  fact "listener_http" { value = !default(self.https_only, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "tls_min" { value = local.azure_tls[default(self.site_config[0].min_tls_version, "1.2")] }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { public_address = true }
  environment { variables = default(self.app_settings, {}) }
}

resource "azurerm_logic_app_workflow" {
  kind    = "compute.function"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Logic/workflows/${standin_name}" }

  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_logic_app_trigger_http_request" {
  entry_point {
    kind    = "http"
    on      = self.logic_app_id
    of_type = ["azurerm_logic_app_workflow"]
    # The address itself is the only proof.
    authn = "token"
  }
}
