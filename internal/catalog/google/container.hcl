# Google Kubernetes Engine.

data "google_container_cluster" {
  kind = "k8s.cluster"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/clusters/${standin_name}" }
}

data "google_client_config" {
  standin "project" { value = account }
  standin "region" { value = region }
  standin "id" { value = account }
}

resource "google_container_cluster" {
  kind    = "k8s.cluster"
  name    = self.name
  runs_as = default(self.node_config[0].service_account, self.cluster_autoscaling[0].auto_provisioning_defaults[0].service_account)

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/clusters/${standin_name}" }
  standin "self_link" { value = "https://container.googleapis.com/v1/${self.id}" }
  standin "endpoint" { value = "203.0.113.10" }
  aliases = [self.name]

  companion "pool" {
    type  = "google_container_node_pool"
    where = "cluster"
  }

  let "autopilot" { value = default(self.enable_autopilot, false) }
  # Settings of machines count here where the cluster makes machines of its own.
  let "own_pool" { value = !let.autopilot && !default(self.remove_default_node_pool, false) }
  let "node" { value = default(self.node_config[0]) }
  let "private" { value = default(self.private_cluster_config[0].enable_private_endpoint, false) }
  let "networks" { value = default(self.master_authorized_networks_config[0]) }
  let "ranges" { value = [for b in default(let.networks.cidr_blocks, []) : default(b.cidr_block, "")] }

  # Logs and metrics of the system are on unless someone turns them off:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/container_cluster#logging_service
  fact "access_logs" { value = startswith(default(self.logging_service, "logging.googleapis.com/kubernetes"), "logging.googleapis.com") && default(length(self.logging_config[0].enable_components) > 0, true) }
  fact "allowed_cidrs" { value = let.private ? [] : !has(let.networks) ? ["0.0.0.0/0"] : let.ranges }
  fact "auto_upgrade" { value = let.autopilot || default(self.release_channel[0].channel, "REGULAR") != "UNSPECIFIED" }
  fact "central_login" { value = default(self.authenticator_groups_config[0].security_group, "") != "" }
  fact "customer_key" { value = default(self.database_encryption[0].state, "DECRYPTED") == "ENCRYPTED" }
  fact "default_identity" {
    value = !let.own_pool ? null : !has(default(let.node.service_account, self.cluster_autoscaling[0].auto_provisioning_defaults[0].service_account)) || contains(["default"], default(let.node.service_account, self.cluster_autoscaling[0].auto_provisioning_defaults[0].service_account, "")) || matches(default(let.node.service_account, ""), local.google_default_identity)
  }
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/container_cluster#deletion_protection
  fact "deletion_protection" { value = default(self.deletion_protection, true) }
  # Passwords and client certificates have been off by default since version 1.12:
  # https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster#restrict_authn_methods
  fact "legacy_authn" {
    value = anytrue([
      default(self.master_auth[0].username, "") != "",
      default(self.master_auth[0].client_certificate_config[0].issue_client_certificate, false),
      default(self.enable_legacy_abac, false),
      length(default(self.master_auth, [])) == 0 && default(tonumber(regex("^1\\.([0-9]+)", self.min_master_version)[0]) < 12, false),
    ])
  }
  fact "metadata_token_required" { value = !has(default(let.node.metadata["disable-legacy-endpoints"])) ? (default(tonumber(regex("^1\\.([0-9]+)", self.min_master_version)[0]) < 12, false) ? false : null) : matches(tostring(let.node.metadata["disable-legacy-endpoints"]), "(?i)true") }
  fact "monitored" { value = default(self.monitoring_service, "monitoring.googleapis.com/kubernetes") != "none" }
  fact "network_policy" { value = let.autopilot || default(self.network_policy[0].enabled, false) || default(self.datapath_provider, "LEGACY_DATAPATH") == "ADVANCED_DATAPATH" }
  fact "private_nodes" { value = default(self.private_cluster_config[0].enable_private_nodes, false) }
  fact "public_network_access" { value = !let.private }
  # On by default since provider version 3 with machines of version 1.18:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/container_cluster#enable_shielded_nodes
  fact "boot_measured" { value = default(self.enable_shielded_nodes, true) && default(let.node.shielded_instance_config[0].enable_integrity_monitoring, true) }
  # Tokens that machines of the pool give are for no more than the scopes say:
  # https://cloud.google.com/kubernetes-engine/docs/how-to/access-scopes
  fact "token_scopes" { value = length(default(let.node.oauth_scopes, [])) == 0 ? null : [for s in let.node.oauth_scopes : trimprefix(s, "https://www.googleapis.com/auth/")] }
  fact "verified_boot" { value = !has(let.node) ? null : default(let.node.shielded_instance_config[0].enable_secure_boot, false) }
  fact "workload_identity" {
    value = let.autopilot || default(let.node.workload_metadata_config[0].mode, "") == "GKE_METADATA" || contains(["GKE_METADATA_SERVER", "SECURE"], default(let.node.workload_metadata_config[0].node_metadata, "")) || !has(let.node) && default(self.workload_identity_config[0].workload_pool, "") != "" || default(self.remove_default_node_pool, false)
  }

  network {
    vpc            = self.network
    subnets        = self.subnetwork
    public_address = !let.private
    ports          = [443]
  }
}

resource "google_container_node_pool" {
  kind    = "compute.vm"
  name    = self.name
  part_of = self.cluster
  runs_as = default(self.node_config[0].service_account)

  standin "id" { value = "${default(self.cluster, "standin")}/nodePools/${standin_name}" }

  companion "cluster" {
    type  = "google_container_cluster"
    named = "cluster"
  }

  let "node" { value = default(self.node_config[0]) }

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/container_node_pool#nested_management
  fact "auto_upgrade" { value = default(self.management[0].auto_upgrade, true) }
  fact "auto_repair" { value = default(self.management[0].auto_repair, true) }
  fact "boot_measured" { value = default(let.node.shielded_instance_config[0].enable_integrity_monitoring, true) }
  fact "default_identity" { value = !has(let.node) ? null : !has(default(let.node.service_account)) || default(let.node.service_account, "") == "default" || matches(default(let.node.service_account, ""), local.google_default_identity) }
  fact "metadata_token_required" { value = !has(default(let.node.metadata["disable-legacy-endpoints"])) ? null : matches(tostring(let.node.metadata["disable-legacy-endpoints"]), "(?i)true") }
  # Tokens that machines of the pool give are for no more than the scopes say:
  # https://cloud.google.com/kubernetes-engine/docs/how-to/access-scopes
  fact "token_scopes" { value = length(default(let.node.oauth_scopes, [])) == 0 ? null : [for s in let.node.oauth_scopes : trimprefix(s, "https://www.googleapis.com/auth/")] }
  fact "verified_boot" { value = default(let.node.shielded_instance_config[0].enable_secure_boot, false) }
  fact "workload_identity" { value = default(let.node.workload_metadata_config[0].mode, "") == "GKE_METADATA" || contains(["GKE_METADATA_SERVER", "SECURE"], default(let.node.workload_metadata_config[0].node_metadata, "")) }

  network {
    like           = self.cluster
    public_address = !default(self.network_config[0].enable_private_nodes, companion.cluster.private_cluster_config[0].enable_private_nodes, false)
    tags           = default(let.node.tags, [])
  }
}

resource "google_gke_backup_backup_plan" {
  control "backup" { on = self.cluster }
}

resource "google_gke_hub_membership" {}

resource "google_binary_authorization_policy" {
  kind = "iac.config"

  fact "images_checked" { value = contains(["REQUIRE_ATTESTATION", "ALWAYS_DENY"], default(self.default_admission_rule[0].evaluation_mode, "")) && default(self.default_admission_rule[0].enforcement_mode, "") == "ENFORCED_BLOCK_AND_AUDIT_LOG" }
}
