# Machines, disks and scale sets.

resource "azurerm_availability_set" {}

resource "azurerm_capacity_reservation" {}

resource "azurerm_dedicated_host" {}

resource "azurerm_disk_encryption_set" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/diskEncryptionSets/${standin_name}" }
}

resource "azurerm_image" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/images/${standin_name}" }

  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = false }
}

resource "azurerm_linux_virtual_machine" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachines/${standin_name}" }

  companion "interface" {
    type  = "azurerm_network_interface"
    named = "network_interface_ids"
  }

  # Passwords are off and updates as the image has them unless someone says more:
  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/linux_virtual_machine
  fact "auto_upgrade" { value = default(self.patch_mode, "ImageDefault") == "AutomaticByPlatform" }
  fact "boot_measured" { value = has(self.vtpm_enabled) ? default(self.vtpm_enabled, false) : null }
  fact "customer_key" { value = default(self.os_disk[0].disk_encryption_set_id, "") != "" }
  # Disks are always encrypted; temporary disks and caches only with this:
  # https://learn.microsoft.com/azure/virtual-machines/disk-encryption
  fact "host_encrypted" { value = default(self.encryption_at_host_enabled, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(self.admin_password) }
  fact "password_login" { value = !default(self.disable_password_authentication, true) }
  fact "public_network_access" { value = anytrue(flatten([for n in companions.interface : [for c in default(n.ip_configuration, []) : default(c.public_ip_address_id, "") != ""]])) }
  fact "user_data_secret" { value = anytrue([has_secret(default(base64decode(self.custom_data), self.custom_data, null)), has_secret(default(base64decode(self.user_data), self.user_data, null))]) }
  fact "verified_boot" { value = default(self.secure_boot_enabled, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { like = self.network_interface_ids }
  flow {
    each     = self.network_interface_ids
    from     = each
    to       = self.id
    forwards = true
  }
  environment { variables = script_variables(default(base64decode(self.custom_data), self.custom_data, null)) }
}

resource "azurerm_linux_virtual_machine_scale_set" {
  also    = ["azurerm_orchestrated_virtual_machine_scale_set"]
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachineScaleSets/${standin_name}" }

  let "interfaces" { value = flatten([for n in default(self.network_interface, []) : default(n.ip_configuration, [])]) }

  fact "auto_upgrade" { value = default(self.automatic_os_upgrade_policy[0].enable_automatic_os_upgrade, false) }
  fact "host_encrypted" { value = default(self.encryption_at_host_enabled, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(self.admin_password) }
  fact "password_login" { value = !default(self.disable_password_authentication, true) }
  fact "public_network_access" { value = anytrue([for c in let.interfaces : length(default(c.public_ip_address, [])) > 0]) }
  fact "user_data_secret" { value = has_secret(default(base64decode(self.custom_data), self.custom_data, null)) }
  fact "verified_boot" { value = default(self.secure_boot_enabled, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    subnets        = [for c in let.interfaces : default(c.subnet_id, "")]
    groups         = compact([for n in default(self.network_interface, []) : default(n.network_security_group_id, "")])
    public_address = anytrue([for c in let.interfaces : length(default(c.public_ip_address, [])) > 0])
  }
  flow {
    each     = let.interfaces
    from     = default(each.load_balancer_backend_address_pool_ids, each.application_gateway_backend_address_pool_ids)
    to       = self.id
    forwards = true
  }
}

resource "azurerm_managed_disk" {
  kind = "store.block"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/disks/${standin_name}" }

  fact "customer_key" { value = default(self.disk_encryption_set_id, "") != "" }
  # Disks are encrypted since 2017 unless someone writes otherwise in the old block:
  # https://learn.microsoft.com/azure/virtual-machines/disk-encryption
  fact "encrypted_at_rest" { value = default(self.encryption_settings[0].enabled, true) || default(self.disk_encryption_set_id, "") != "" }
  # Anyone with a signed address can export a disk unless that is closed.
  fact "public_network_access" { value = has(self.public_network_access_enabled) ? default(self.public_network_access_enabled, true) : null }
}

resource "azurerm_shared_image" {}

resource "azurerm_shared_image_gallery" {}

resource "azurerm_snapshot" {
  kind = "store.snapshot"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/snapshots/${standin_name}" }

  fact "encrypted_at_rest" { value = default(self.encryption_settings[0].enabled, true) }
  fact "public_read" { value = false }
}

resource "azurerm_ssh_public_key" {}

# The type of provider version 1: passwords are on unless turned off, and disks of
# a machine vanish with it or not.
resource "azurerm_virtual_machine" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachines/${standin_name}" }

  fact "auto_upgrade" { value = length(default(self.os_profile_windows_config, [])) > 0 ? default(self.os_profile_windows_config[0].enable_automatic_upgrades, false) : null }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(default(self.os_profile[0].admin_password, null)) }
  fact "password_login" { value = length(default(self.os_profile_linux_config, [])) == 0 ? null : !default(self.os_profile_linux_config[0].disable_password_authentication, false) }
  fact "user_data_secret" { value = has_secret(default(base64decode(self.os_profile[0].custom_data), self.os_profile[0].custom_data, null)) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { like = self.network_interface_ids }
  flow {
    each     = self.network_interface_ids
    from     = each
    to       = self.id
    forwards = true
  }
  environment { variables = script_variables(default(base64decode(self.os_profile[0].custom_data), self.os_profile[0].custom_data, null)) }
}

resource "azurerm_virtual_machine_data_disk_attachment" {}

resource "azurerm_virtual_machine_extension" {
  also = ["azurerm_virtual_machine_scale_set_extension"]
  kind = "iac.config"
  name = self.name

  environment {
    variables = default(jsondecode(self.settings), {})
    secrets   = default(jsondecode(self.protected_settings), {})
  }
}

resource "azurerm_virtual_machine_scale_set" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachineScaleSets/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/2.99.0/docs/resources/virtual_machine_scale_set#automatic_os_upgrade
  fact "auto_upgrade" { value = default(self.automatic_os_upgrade, false) && default(self.os_profile_windows_config[0].enable_automatic_upgrades, true) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(default(self.os_profile[0].admin_password, null)) }
  fact "password_login" { value = length(default(self.os_profile_linux_config, [])) == 0 ? null : !default(self.os_profile_linux_config[0].disable_password_authentication, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { subnets = flatten([for p in default(self.network_profile, []) : [for c in default(p.ip_configuration, []) : default(c.subnet_id, "")]]) }
}

resource "azurerm_windows_virtual_machine" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachines/${standin_name}" }

  companion "interface" {
    type  = "azurerm_network_interface"
    named = "network_interface_ids"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/windows_virtual_machine#enable_automatic_updates
  fact "auto_upgrade" { value = default(self.automatic_updates_enabled, self.enable_automatic_updates, true) && default(self.patch_mode, "AutomaticByOS") != "Manual" }
  fact "boot_measured" { value = has(self.vtpm_enabled) ? default(self.vtpm_enabled, false) : null }
  fact "customer_key" { value = default(self.os_disk[0].disk_encryption_set_id, "") != "" }
  fact "host_encrypted" { value = default(self.encryption_at_host_enabled, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(self.admin_password) }
  fact "public_network_access" { value = anytrue(flatten([for n in companions.interface : [for c in default(n.ip_configuration, []) : default(c.public_ip_address_id, "") != ""]])) }
  fact "user_data_secret" { value = anytrue([has_secret(default(base64decode(self.custom_data), self.custom_data, null)), has_secret(default(base64decode(self.user_data), self.user_data, null))]) }
  fact "verified_boot" { value = default(self.secure_boot_enabled, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { like = self.network_interface_ids }
  flow {
    each     = self.network_interface_ids
    from     = each
    to       = self.id
    forwards = true
  }
}

resource "azurerm_windows_virtual_machine_scale_set" {
  kind    = "compute.vm"
  name    = self.name
  runs_as = default(self.identity[0].identity_ids, self.id)

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Compute/virtualMachineScaleSets/${standin_name}" }

  fact "auto_upgrade" { value = default(self.enable_automatic_updates, true) }
  fact "host_encrypted" { value = default(self.encryption_at_host_enabled, false) }
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "password_literal" { value = written_out(self.admin_password) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network { subnets = flatten([for n in default(self.network_interface, []) : [for c in default(n.ip_configuration, []) : default(c.subnet_id, "")]]) }
}
