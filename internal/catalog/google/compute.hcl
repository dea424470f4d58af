# Compute Engine: machines, disks, images and what is set for all of them.

data "google_compute_default_service_account" {
  standin "email" { value = "000000000000-compute@developer.gserviceaccount.com" }
  standin "member" { value = "serviceAccount:${self.email}" }
  standin "id" { value = "projects/${account}/serviceAccounts/${self.email}" }
  standin "name" { value = self.id }
}

data "google_compute_image" {
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/projects/${default(self.project, account)}/global/images/${default(self.name, self.family, standin_name)}" }
  standin "id" { value = self.self_link }
}

data "google_compute_zones" {
  standin "names" { value = ["${region}-a", "${region}-b", "${region}-c"] }
}

resource "google_compute_attached_disk" {}

resource "google_compute_autoscaler" {
  also = ["google_compute_region_autoscaler"]
}

resource "google_compute_disk" {
  also = ["google_compute_region_disk"]
  kind = "store.block"
  name = self.name

  standin "id" { value = "projects/${account}/zones/${region}-a/disks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "customer_key" { value = default(self.disk_encryption_key[0].kms_key_self_link, self.disk_encryption_key[0].raw_key, self.disk_encryption_key[0].rsa_encrypted_key, "") != "" }
  # Disks are always encrypted:
  # https://cloud.google.com/docs/security/encryption/default-encryption
  fact "encrypted_at_rest" { value = true }
  fact "key_literal" { value = literal(default(self.disk_encryption_key[0].raw_key, null)) }
}

resource "google_compute_image" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "projects/${account}/global/images/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "customer_key" { value = default(self.image_encryption_key[0].kms_key_self_link, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "key_literal" { value = literal(default(self.image_encryption_key[0].raw_key, null)) }
  fact "public_read" { value = false }
}

resource "google_compute_instance" {
  also    = ["google_compute_instance_from_template", "google_compute_instance_from_machine_image"]
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.service_account[0].email, let.template_identity)

  standin "id" { value = "projects/${account}/zones/${default(self.zone, "${region}-a")}/instances/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
  standin "instance_id" { value = standin_hash }
  standin "hostname" { value = "${standin_name}.c.${account}.internal" }
  aliases = [self.name]

  companion "template" {
    type  = "google_compute_instance_template"
    named = "source_instance_template"
  }

  let "template_identity" { value = default(companion.template.service_account[0].email) }
  let "metadata" { value = default(self.metadata, companion.template.metadata, {}) }
  let "interfaces" { value = default(self.network_interface, companion.template.network_interface, []) }
  let "public" { value = anytrue([for n in let.interfaces : length(default(n.access_config, [])) > 0 || length(default(n.ipv6_access_config, [])) > 0]) }
  let "shielded" { value = default(self.shielded_instance_config[0], companion.template.shielded_instance_config[0]) }

  # Integrity monitoring and the virtual TPM are on by default, secure boot is not:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/compute_instance#nested_shielded_instance_config
  fact "boot_measured" { value = default(let.shielded.enable_vtpm, true) && default(let.shielded.enable_integrity_monitoring, true) }
  # Where nobody says, the project decides.
  fact "central_login" { value = !has(default(let.metadata["enable-oslogin"])) ? null : matches(tostring(let.metadata["enable-oslogin"]), "(?i)^(true|y|yes|1)$") }
  fact "customer_key" { value = default(self.boot_disk[0].kms_key_self_link, self.boot_disk[0].disk_encryption_key_raw, "") != "" }
  fact "default_identity" { value = length(default(self.service_account, [])) == 0 ? false : !has(default(self.service_account[0].email)) || matches(default(self.service_account[0].email, ""), local.google_default_identity) }
  fact "encrypted_at_rest" { value = true }
  fact "forwards_packets" { value = default(self.can_ip_forward, companion.template.can_ip_forward, false) }
  fact "key_literal" { value = literal(default(self.boot_disk[0].disk_encryption_key_raw, null)) || anytrue([for d in default(self.attached_disk, []) : literal(default(d.disk_encryption_key_raw, null))]) }
  # The metadata service answers only requests with a header of its own since its
  # older versions were shut down:
  # https://cloud.google.com/compute/docs/metadata/querying-metadata#parts-of-a-request
  fact "metadata_token_required" { value = true }
  fact "public_network_access" { value = let.public }
  fact "serial_console" { value = matches(default(tostring(let.metadata["serial-port-enable"]), ""), "(?i)^(true|y|yes|1)$") }
  fact "shared_keys" { value = !matches(default(tostring(let.metadata["block-project-ssh-keys"]), ""), "(?i)^(true|y|yes|1)$") }
  # Tokens from the metadata service are for no more than the scopes say:
  # https://cloud.google.com/compute/docs/access/service-accounts#scopes
  fact "token_scopes" { value = length(default(self.service_account[0].scopes, companion.template.service_account[0].scopes, [])) == 0 ? null : [for s in default(self.service_account[0].scopes, companion.template.service_account[0].scopes) : trimprefix(s, "https://www.googleapis.com/auth/")] }
  fact "user_data_secret" { value = anytrue([has_secret(self.metadata_startup_script), has_secret(default(let.metadata["startup-script"], null)), has_secret(default(let.metadata["user-data"], null))]) }
  fact "verified_boot" { value = default(let.shielded.enable_secure_boot, false) }

  network {
    vpc            = [for n in let.interfaces : default(n.network, "")]
    subnets        = [for n in let.interfaces : default(n.subnetwork, "")]
    public_address = let.public
    tags           = default(self.tags, companion.template.tags, [])
  }
  environment { variables = script_variables(default(self.metadata_startup_script, let.metadata["startup-script"], null)) }
}

resource "google_compute_instance_group" {
  standin "id" { value = "projects/${account}/zones/${region}-a/instanceGroups/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    each     = self.instances
    to       = each
    forwards = true
  }
}

resource "google_compute_instance_group_manager" {
  also    = ["google_compute_region_instance_group_manager"]
  kind    = "compute.vm"
  name    = self.name
  members = let.template
  runs_as = let.template

  standin "id" { value = "projects/${account}/zones/${region}-a/instanceGroupManagers/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
  standin "instance_group" { value = "https://www.googleapis.com/compute/v1/projects/${account}/zones/${region}-a/instanceGroups/${standin_name}" }

  let "template" { value = default(self.version[0].instance_template, self.instance_template) }

  network { like = let.template }
}

resource "google_compute_instance_template" {
  also    = ["google_compute_region_instance_template"]
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.service_account[0].email)

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = "projects/${account}/global/instanceTemplates/${self.name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
  standin "self_link_unique" { value = "${self.self_link}?uniqueId=${standin_hash}" }

  let "metadata" { value = default(self.metadata, {}) }
  let "public" { value = anytrue([for n in default(self.network_interface, []) : length(default(n.access_config, [])) > 0 || length(default(n.ipv6_access_config, [])) > 0]) }

  fact "boot_measured" { value = default(self.shielded_instance_config[0].enable_vtpm, true) && default(self.shielded_instance_config[0].enable_integrity_monitoring, true) }
  fact "central_login" { value = !has(default(let.metadata["enable-oslogin"])) ? null : matches(tostring(let.metadata["enable-oslogin"]), "(?i)^(true|y|yes|1)$") }
  fact "default_identity" { value = length(default(self.service_account, [])) == 0 ? false : !has(default(self.service_account[0].email)) || matches(default(self.service_account[0].email, ""), local.google_default_identity) }
  fact "encrypted_at_rest" { value = true }
  fact "forwards_packets" { value = default(self.can_ip_forward, false) }
  fact "metadata_token_required" { value = true }
  fact "public_network_access" { value = let.public }
  fact "serial_console" { value = matches(default(tostring(let.metadata["serial-port-enable"]), ""), "(?i)^(true|y|yes|1)$") }
  fact "shared_keys" { value = !matches(default(tostring(let.metadata["block-project-ssh-keys"]), ""), "(?i)^(true|y|yes|1)$") }
  fact "token_scopes" { value = length(default(self.service_account[0].scopes, [])) == 0 ? null : [for s in self.service_account[0].scopes : trimprefix(s, "https://www.googleapis.com/auth/")] }
  fact "user_data_secret" { value = anytrue([has_secret(self.metadata_startup_script), has_secret(default(let.metadata["startup-script"], null)), has_secret(default(let.metadata["user-data"], null))]) }
  fact "verified_boot" { value = default(self.shielded_instance_config[0].enable_secure_boot, false) }

  network {
    vpc            = [for n in default(self.network_interface, []) : default(n.network, "")]
    subnets        = [for n in default(self.network_interface, []) : default(n.subnetwork, "")]
    public_address = let.public
    tags           = self.tags
  }
  environment { variables = script_variables(default(self.metadata_startup_script, let.metadata["startup-script"], null)) }
}

# What is set here holds for every machine of the project that says nothing.
resource "google_compute_project_metadata" {
  kind = "iac.config"

  fact "central_login" { value = matches(default(tostring(self.metadata["enable-oslogin"]), ""), "(?i)^(true|y|yes|1)$") }
  fact "serial_console" { value = matches(default(tostring(self.metadata["serial-port-enable"]), ""), "(?i)^(true|y|yes|1)$") }
}

resource "google_compute_project_metadata_item" {
  kind = "iac.config"
  name = self.key

  fact "central_login" { value = default(self.key, "") != "enable-oslogin" ? null : matches(tostring(self.value), "(?i)^(true|y|yes|1)$") }
  fact "serial_console" { value = default(self.key, "") != "serial-port-enable" ? null : matches(tostring(self.value), "(?i)^(true|y|yes|1)$") }
}

resource "google_compute_resource_policy" {
  standin "id" { value = "projects/${account}/regions/${region}/resourcePolicies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

resource "google_compute_shared_vpc_host_project" {}

resource "google_compute_shared_vpc_service_project" {}

resource "google_compute_snapshot" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "projects/${account}/global/snapshots/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "customer_key" { value = default(self.snapshot_encryption_key[0].kms_key_self_link, self.snapshot_encryption_key[0].raw_key, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "key_literal" { value = literal(default(self.snapshot_encryption_key[0].raw_key, null)) }
  fact "public_read" { value = false }
}

resource "google_notebooks_instance" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = self.service_account

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/instances/${standin_name}" }

  fact "boot_measured" { value = default(self.shielded_instance_config[0].enable_vtpm, true) && default(self.shielded_instance_config[0].enable_integrity_monitoring, true) }
  fact "customer_key" { value = default(self.kms_key, "") != "" }
  fact "default_identity" { value = !has(self.service_account) || matches(default(self.service_account, ""), local.google_default_identity) }
  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = !default(self.no_public_ip, false) }

  network {
    vpc            = self.network
    subnets        = self.subnet
    public_address = !default(self.no_public_ip, false)
  }
}

resource "google_workbench_instance" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.gce_setup[0].service_accounts[0].email)

  fact "encrypted_at_rest" { value = true }
  fact "public_network_access" { value = !default(self.gce_setup[0].disable_public_ip, false) }
  fact "verified_boot" { value = default(self.gce_setup[0].shielded_instance_config[0].enable_secure_boot, false) }

  network {
    vpc            = default(self.gce_setup[0].network_interfaces[0].network, [])
    subnets        = default(self.gce_setup[0].network_interfaces[0].subnet, [])
    public_address = !default(self.gce_setup[0].disable_public_ip, false)
    tags           = default(self.gce_setup[0].tags, [])
  }
}
