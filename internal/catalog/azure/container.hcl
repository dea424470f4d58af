# Kubernetes, containers, registries, batch and data computing.

# What a data source finds is what a resource of the same name is.
data "azurerm_data_factory" {
  name    = self.name
  runs_as = self.id

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DataFactory/factories/${standin_name}" }
}

resource "azurerm_automation_account" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Automation/automationAccounts/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/automation_account#public_network_access_enabled
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_automation_variable_string" {
  also = ["azurerm_automation_variable_int", "azurerm_automation_variable_bool", "azurerm_automation_variable_datetime"]
  kind = "secret_store"
  name = self.name

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/automation_variable_string#encrypted
  fact "encrypted_at_rest" { value = default(self.encrypted, false) }
  fact "literal_secret" { value = default(self.encrypted, false) && literal(tostring(self.value)) }
}

resource "azurerm_batch_account" {
  kind = "compute.batch"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Batch/batchAccounts/${standin_name}" }

  fact "customer_key" { value = length(default(self.encryption, [])) > 0 || length(default(self.key_vault_reference, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }
}

resource "azurerm_container_app" {
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.App/containerApps/${standin_name}" }
  standin "latest_revision_fqdn" { value = "${standin_name}.${standin_hash}.${region}.azurecontainerapps.io" }

  let "containers" { value = default(self.template[0].container, []) }
  let "public" { value = default(self.ingress[0].external_enabled, false) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "listener_http" { value = length(default(self.ingress, [])) == 0 ? null : default(self.ingress[0].allow_insecure_connections, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "public_network_access" { value = let.public }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { public_address = let.public }
  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if default(e.secret_name, "") == "" }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.secret_name, "") if default(e.secret_name, "") != "" }]...)
  }
}

resource "azurerm_container_app_environment" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.App/managedEnvironments/${standin_name}" }
}

resource "azurerm_container_group" {
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ContainerInstance/containerGroups/${standin_name}" }

  # A public address is the default:
  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/container_group#ip_address_type
  let "public" { value = default(self.ip_address_type, "Public") == "Public" && default(self.network_profile_id, "") == "" && length(default(self.subnet_ids, [])) == 0 }

  fact "customer_key" { value = default(self.key_vault_key_id, "") != "" }
  fact "in_network" { value = default(self.network_profile_id, "") != "" || length(default(self.subnet_ids, [])) > 0 }
  fact "images" { value = length(default(self.container, [])) == 0 ? null : [for c in self.container : repository(default(c.image, ""))] }
  fact "image_pinned" { value = length(default(self.container, [])) == 0 ? null : alltrue([for c in self.container : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "privileged" { value = anytrue([for c in default(self.container, []) : default(c.security[0].privilege_enabled, false)]) }
  fact "public_network_access" { value = let.public }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    subnets        = self.subnet_ids
    public_address = let.public
  }
  environment {
    variables = merge([for c in default(self.container, []) : default(c.environment_variables, {})]...)
    secrets   = merge([for c in default(self.container, []) : default(c.secure_environment_variables, {})]...)
  }
}

resource "azurerm_container_registry" {
  kind = "store.registry"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ContainerRegistry/registries/${standin_name}" }
  standin "login_server" { value = "${standin_name}.azurecr.io" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/container_registry
  fact "customer_key" { value = length(default(self.encryption, [])) > 0 }
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) && default(self.network_rule_set[0].default_action, "Allow") == "Allow" }
  fact "public_read" { value = default(self.anonymous_pull_enabled, false) }
  fact "published" { value = default(self.anonymous_pull_enabled, false) }
  fact "shared_password" { value = default(self.admin_enabled, false) }
}

# Steps that lie in a file or a folder can be taken from elsewhere for one run;
# those that stand in the task cannot:
# https://learn.microsoft.com/rest/api/containerregistry/registries/schedule-run#overridetaskstepproperties
resource "azurerm_container_registry_task" {
  kind    = "ci.pipeline"
  name    = self.name
  part_of = self.container_registry_id
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "${default(self.container_registry_id, "standin")}/tasks/${standin_name}" }

  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "source_replaceable" { value = default(self.enabled, true) && (length(default(self.docker_step, [])) > 0 || length(default(self.file_step, [])) > 0) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_data_factory" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.DataFactory/factories/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/data_factory#public_network_enabled
  fact "customer_key" { value = default(self.customer_managed_key_id, "") != "" }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_enabled, true) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_databricks_workspace" {
  kind = "compute.batch"
  name = self.name

  fact "customer_key" { value = default(self.customer_managed_key_enabled, false) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) || !default(self.custom_parameters[0].no_public_ip, true) }
}

resource "azurerm_hdinsight_hadoop_cluster" {
  also = ["azurerm_hdinsight_spark_cluster", "azurerm_hdinsight_kafka_cluster", "azurerm_hdinsight_hbase_cluster"]
  kind = "compute.batch"
  name = self.name

  fact "password_literal" { value = written_out(default(self.gateway[0].password, null)) }
  fact "tls_min" { value = default(local.azure_tls[self.tls_min_version], null) }
}

resource "azurerm_kubernetes_cluster" {
  kind    = "k8s.cluster"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ContainerService/managedClusters/${standin_name}" }
  standin "fqdn" { value = "${default(self.dns_prefix, standin_name)}.hcp.${region}.azmk8s.io" }
  standin "kubelet_identity" { value = [{ object_id = "00000000-0000-0000-0000-${substr(standin_hash, 0, 12)}", client_id = standin_hash }] }

  let "private" { value = default(self.private_cluster_enabled, false) }
  let "directory" { value = default(self.azure_active_directory_role_based_access_control[0], self.role_based_access_control[0].azure_active_directory[0]) }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/kubernetes_cluster
  fact "access_logs" { value = length(default(self.oms_agent, [])) > 0 ? true : default(self.addon_profile[0].oms_agent[0].enabled, false) }
  fact "admission_policy" { value = default(self.azure_policy_enabled, self.azure_policy[0].enabled, self.addon_profile[0].azure_policy[0].enabled, false) }
  fact "allowed_cidrs" { value = let.private ? [] : default(self.api_server_access_profile[0].authorized_ip_ranges, self.api_server_authorized_ip_ranges, ["0.0.0.0/0"]) }
  fact "auto_upgrade" { value = default(self.automatic_upgrade_channel, self.automatic_channel_upgrade, "") != "" }
  fact "central_login" { value = has(let.directory) }
  fact "customer_key" { value = default(self.disk_encryption_set_id, "") != "" }
  fact "encrypted_at_rest" { value = default(self.disk_encryption_set_id, "") != "" || length(default(self.key_management_service, [])) > 0 ? true : null }
  # Local accounts with a certificate are on unless turned off, and so is RBAC.
  fact "legacy_authn" { value = !default(self.role_based_access_control_enabled, self.role_based_access_control[0].enabled, true) }
  fact "local_accounts" { value = !default(self.local_account_disabled, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "network_policy" { value = default(self.network_profile[0].network_policy, "") != "" }
  fact "private_nodes" { value = !default(self.default_node_pool[0].node_public_ip_enabled, self.default_node_pool[0].enable_node_public_ip, false) }
  fact "public_network_access" { value = !let.private }
  fact "workload_identity" { value = default(self.workload_identity_enabled, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    subnets        = default(self.default_node_pool[0].vnet_subnet_id, [])
    public_address = !let.private
    ports          = [443]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" {
  kind    = "compute.vm"
  name    = self.name
  part_of = self.kubernetes_cluster_id

  fact "host_encrypted" { value = default(self.host_encryption_enabled, self.enable_host_encryption, false) }
  fact "public_network_access" { value = default(self.node_public_ip_enabled, self.enable_node_public_ip, false) }

  network {
    subnets        = self.vnet_subnet_id
    public_address = default(self.node_public_ip_enabled, self.enable_node_public_ip, false)
  }
}

resource "azurerm_machine_learning_workspace" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.MachineLearningServices/workspaces/${standin_name}" }

  fact "customer_key" { value = length(default(self.encryption, [])) > 0 }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
}

resource "azurerm_machine_learning_compute_instance" {
  also = ["azurerm_machine_learning_compute_cluster"]
  kind = "compute.vm"
  name = self.name

  fact "public_network_access" { value = default(self.node_public_ip_enabled, true) }
}

resource "azurerm_service_fabric_cluster" {
  kind = "compute.batch"
  name = self.name

  # Messages between the machines are only signed, not encrypted, unless someone
  # says so: https://learn.microsoft.com/azure/service-fabric/service-fabric-cluster-security
  fact "central_login" { value = length(default(self.azure_active_directory, [])) > 0 && default(self.azure_active_directory[0].tenant_id, "") != "" }
  fact "tls_required" { value = anytrue(flatten([for f in default(self.fabric_settings, []) : default(lower(f.parameters["ClusterProtectionLevel"]) == "encryptandsign", false)])) }
}

resource "azurerm_spring_cloud_service" {
  kind = "compute.container"
  name = self.name

  network { subnets = default(self.network[0].app_subnet_id, []) }
}

resource "azurerm_spring_cloud_app" {
  kind    = "compute.container"
  name    = self.name
  part_of = self.service_name

  fact "listener_http" { value = !default(self.https_only, false) }
  fact "public_network_access" { value = default(self.is_public, false) }

  network { public_address = default(self.is_public, false) }
}

resource "azurerm_static_web_app" {
  also = ["azurerm_static_site"]
  kind = "gateway.cdn"
  name = self.name

  standin "default_host_name" { value = "${standin_name}.azurestaticapps.net" }

  network { public_address = true }
}

resource "azurerm_synapse_workspace" {
  kind    = "store.warehouse"
  name    = self.name
  runs_as = self.id

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Synapse/workspaces/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/synapse_workspace
  fact "customer_key" { value = length(default(self.customer_managed_key, [])) > 0 }
  fact "in_network" { value = default(self.managed_virtual_network_enabled, false) }
  fact "password_literal" { value = written_out(self.sql_administrator_login_password) }
  fact "public_network_access" { value = default(self.public_network_access_enabled, true) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { public_address = default(self.public_network_access_enabled, true) }
}

resource "azurerm_synapse_firewall_rule" {
  kind       = "store.warehouse"
  belongs_to = self.synapse_workspace_id
  of_type    = ["azurerm_synapse_workspace"]
  name       = self.name

  fact "allowed_cidrs" {
    value  = covering(self.start_ip_address, self.end_ip_address)
    raises = true
  }
}

resource "azurerm_synapse_sql_pool" {
  also    = ["azurerm_synapse_spark_pool"]
  kind    = "store.warehouse"
  name    = self.name
  part_of = self.synapse_workspace_id

  fact "encrypted_at_rest" { value = default(self.data_encrypted, true) }
}
