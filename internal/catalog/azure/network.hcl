# Virtual networks, interfaces, rules about who is let in, gateways.

data "azurerm_subnet" {
  kind = "network.subnet"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/virtualNetworks/${default(self.virtual_network_name, "standin")}/subnets/${standin_name}" }
}

data "azurerm_virtual_network" {
  kind = "network.vpc"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/virtualNetworks/${standin_name}" }

  fact "internet_route" { value = true }
}

resource "azurerm_application_security_group" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/applicationSecurityGroups/${standin_name}" }
}

resource "azurerm_bastion_host" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_dns_a_record" {
  also = ["azurerm_dns_cname_record", "azurerm_dns_aaaa_record", "azurerm_dns_txt_record", "azurerm_dns_mx_record", "azurerm_dns_ns_record"]
  kind = "dns.record"
  name = self.name

  # The host names that are free again once their resource is gone:
  # https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover
  let "target" { value = lower(default(self.record, "")) }
  let "claimable_by" {
    value = flatten([
      for suffix, types in local.claimable_names : matches(let.target, "\\.${replace(suffix, ".", "\\.")}\\.?$") ? types : []
    ])
  }
  fact "claimable_by" { value = length(let.claimable_by) == 0 ? null : let.claimable_by }
  fact "host_names" { value = length(let.claimable_by) == 0 ? null : [self.name == "@" ? self.zone_name : "${self.name}.${self.zone_name}"] }

  flow {
    to       = default(self.target_resource_id, self.record)
    protocol = "dns"
  }
}

resource "azurerm_dns_zone" {
  kind = "dns.zone"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/dnsZones/${standin_name}" }
}

resource "azurerm_express_route_circuit" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_firewall" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/azureFirewalls/${standin_name}" }
}

resource "azurerm_firewall_application_rule_collection" {}

resource "azurerm_firewall_nat_rule_collection" {
  kind = "network.rule"
  name = self.name

  let "doors" { value = flatten([for r in default(self.rule, []) : [for p in default(r.destination_ports, ["*"]) : { ports = p, sources = default(r.source_addresses, []) }]]) }

  rule {
    each      = let.doors
    direction = "in"
    protocol  = "tcp"
    from_port = each.ports == "*" ? -1 : tonumber(split("-", each.ports)[0])
    to_port   = each.ports == "*" ? -1 : tonumber(reverse(split("-", each.ports))[0])
    cidrs     = [for s in each.sources : s == "*" ? "0.0.0.0/0" : s]
    priority  = self.priority
  }
}

resource "azurerm_firewall_network_rule_collection" {
  kind = "network.rule"
  name = self.name

  let "doors" { value = flatten([for r in default(self.rule, []) : [for p in default(r.destination_ports, ["*"]) : { ports = p, sources = default(r.source_addresses, []), targets = default(r.destination_addresses, []) }]]) }

  # These rules are about what leaves the network as a rule.
  rule {
    each      = let.doors
    direction = "out"
    allow     = default(self.action, "Allow") == "Allow"
    protocol  = each.ports == "*" ? "any" : "tcp"
    from_port = each.ports == "*" ? -1 : tonumber(split("-", each.ports)[0])
    to_port   = each.ports == "*" ? -1 : tonumber(reverse(split("-", each.ports))[0])
    cidrs     = [for s in each.targets : s == "*" ? "0.0.0.0/0" : s]
    priority  = self.priority
  }
}

resource "azurerm_firewall_policy" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/firewallPolicies/${standin_name}" }

  kind = "gateway.waf"
  name = self.name

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/firewall_policy#threat_intelligence_mode
  fact "detects" { value = default(self.threat_intelligence_mode, "Alert") != "Off" }
}

resource "azurerm_firewall_policy_rule_collection_group" {}

resource "azurerm_local_network_gateway" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_nat_gateway" {
  kind = "network.gateway"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/natGateways/${standin_name}" }

  # Connections start inside only.
  fact "public_network_access" { value = false }
}

resource "azurerm_network_ddos_protection_plan" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/ddosProtectionPlans/${standin_name}" }
}

resource "azurerm_network_interface" {
  kind = "network.interface"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/networkInterfaces/${standin_name}" }
  standin "private_ip_address" { value = "10.0.0.4" }

  companion "association" {
    type  = "azurerm_network_interface_security_group_association"
    where = "network_interface_id"
  }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/network_interface#ip_forwarding_enabled
  fact "forwards_packets" { value = default(self.ip_forwarding_enabled, self.enable_ip_forwarding, false) }

  network {
    subnets        = [for c in default(self.ip_configuration, []) : default(c.subnet_id, "")]
    groups         = concat([for a in companions.association : default(a.network_security_group_id, "")], compact([default(self.network_security_group_id, "")]))
    public_address = anytrue([for c in default(self.ip_configuration, []) : default(c.public_ip_address_id, "") != ""])
  }
}

resource "azurerm_network_interface_security_group_association" {}

resource "azurerm_network_interface_backend_address_pool_association" {
  flow {
    from     = self.backend_address_pool_id
    to       = self.network_interface_id
    forwards = true
  }
}

resource "azurerm_network_interface_application_security_group_association" {}

# A star for the protocol with ports named is told as TCP, which they are of as a
# rule. What is not allowed here stays out, except from within the network:
# https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#default-security-rules
resource "azurerm_network_security_group" {
  kind = "network.rule"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/networkSecurityGroups/${standin_name}" }
  aliases = [self.name]

  let "doors" {
    value = flatten([for r in default(self.security_rule, []) : [for p in compact(concat([default(r.destination_port_range, "")], default(r.destination_port_ranges, []))) : {
      rule = r, ports = p
    }]])
  }

  fact "neighbours_let_in" { value = true }

  network {}
  rule {
    each      = let.doors
    direction = lower(default(each.rule.direction, "Inbound")) == "outbound" ? "out" : "in"
    allow     = lower(default(each.rule.access, "Allow")) == "allow"
    protocol  = default(each.rule.protocol, "*") != "*" ? lower(each.rule.protocol) : each.ports == "*" ? "any" : "tcp"
    from_port = each.ports == "*" ? -1 : tonumber(split("-", each.ports)[0])
    to_port   = each.ports == "*" ? -1 : tonumber(reverse(split("-", each.ports))[0])
    cidrs = [for s in compact(lower(default(each.rule.direction, "Inbound")) == "outbound" ? concat([default(each.rule.destination_address_prefix, "")], default(each.rule.destination_address_prefixes, [])) : concat([default(each.rule.source_address_prefix, "")], default(each.rule.source_address_prefixes, []))) :
      contains(local.azure_anywhere, lower(s)) ? "0.0.0.0/0" : s
    ]
    priority = each.rule.priority
  }
}

resource "azurerm_network_security_rule" {
  kind       = "network.rule"
  name       = self.name
  belongs_to = self.network_security_group_name
  of_type    = ["azurerm_network_security_group"]

  let "out" { value = lower(default(self.direction, "Inbound")) == "outbound" }

  rule {
    each      = compact(concat([default(self.destination_port_range, "")], default(self.destination_port_ranges, [])))
    direction = let.out ? "out" : "in"
    allow     = lower(default(self.access, "Allow")) == "allow"
    protocol  = default(self.protocol, "*") != "*" ? lower(self.protocol) : each == "*" ? "any" : "tcp"
    from_port = each == "*" ? -1 : tonumber(split("-", each)[0])
    to_port   = each == "*" ? -1 : tonumber(reverse(split("-", each))[0])
    cidrs = [for s in compact(let.out ? concat([default(self.destination_address_prefix, "")], default(self.destination_address_prefixes, [])) : concat([default(self.source_address_prefix, "")], default(self.source_address_prefixes, []))) :
      contains(local.azure_anywhere, lower(s)) ? "0.0.0.0/0" : s
    ]
    priority = self.priority
  }
}

resource "azurerm_network_watcher" {}

resource "azurerm_network_watcher_flow_log" {
  kind = "log.sink"
  name = self.name

  # 0 keeps records for ever:
  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/network_watcher_flow_log#retention_policy
  fact "retention_days" { value = default(self.retention_policy[0].enabled, false) ? default(self.retention_policy[0].days, 0) : 0 }
  fact "recording" { value = default(self.enabled, true) && default(self.retention_policy[0].enabled, true) }

  control "logging" { on = default(self.target_resource_id, self.network_security_group_id) }
  flow {
    to        = self.storage_account_id
    operation = "s3:PutObject"
  }
}

resource "azurerm_point_to_site_vpn_gateway" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_private_dns_zone" {
  kind = "dns.zone"
  name = self.name
}

resource "azurerm_private_dns_zone_virtual_network_link" {}

resource "azurerm_private_endpoint" {
  kind = "network.endpoint"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/privateEndpoints/${standin_name}" }

  network { subnets = self.subnet_id }
  flow {
    to = default(self.private_service_connection[0].private_connection_resource_id)
  }
}

resource "azurerm_private_link_service" {
  kind = "network.endpoint"
  name = self.name
}

resource "azurerm_public_ip" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/publicIPAddresses/${standin_name}" }
  standin "ip_address" { value = "203.0.113.20" }
  standin "fqdn" { value = "${default(self.domain_name_label, standin_name)}.${region}.cloudapp.azure.com" }
}

resource "azurerm_public_ip_prefix" {}

resource "azurerm_resource_group" {
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${standin_name}" }
}

resource "azurerm_route" {}

resource "azurerm_route_table" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/routeTables/${standin_name}" }
}

resource "azurerm_subnet" {
  kind = "network.subnet"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/virtualNetworks/${default(self.virtual_network_name, "standin")}/subnets/${standin_name}" }

  companion "association" {
    type  = "azurerm_subnet_network_security_group_association"
    where = "subnet_id"
  }

  fact "address_ranges" { value = length(default(self.address_prefixes, [])) > 0 ? self.address_prefixes : null }

  network {
    vpc    = self.virtual_network_name
    groups = concat([for a in companions.association : default(a.network_security_group_id, "")], compact([default(self.network_security_group_id, "")]))
  }
  zone {
    kind   = "subnet"
    parent = self.virtual_network_name
  }
}

resource "azurerm_subnet_nat_gateway_association" {}

resource "azurerm_subnet_network_security_group_association" {}

resource "azurerm_subnet_route_table_association" {}

resource "azurerm_virtual_hub" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_virtual_network" {
  kind = "network.vpc"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/virtualNetworks/${standin_name}" }
  aliases = [self.name]

  companion "flow_log" {
    type  = "azurerm_network_watcher_flow_log"
    where = "target_resource_id"
  }

  fact "address_ranges" { value = length(default(self.address_space, [])) > 0 ? self.address_space : null }
  # Every network comes with a route to the internet.
  fact "internet_route" { value = true }

  zone { kind = "network" }
}

resource "azurerm_virtual_network_gateway" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}

resource "azurerm_virtual_network_gateway_connection" {
  kind = "secret_store"
  name = self.name

  fact "literal_secret" { value = literal(self.shared_key) }
}

resource "azurerm_virtual_network_peering" {
  kind = "network.peering"
  name = self.name

  # Each side has to make it; routes to the other's subnets come with it.
  flow {
    from     = self.virtual_network_name
    to       = self.remote_virtual_network_id
    protocol = "peering"
  }
  flow {
    when     = default(self.allow_virtual_network_access, true)
    from     = self.virtual_network_name
    protocol = "route"
  }
}

resource "azurerm_virtual_wan" {}

resource "azurerm_vpn_gateway" {
  kind = "network.gateway"
  name = self.name

  fact "public_network_access" { value = false }
}
