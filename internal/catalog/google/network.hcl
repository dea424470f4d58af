# Networks, routes, rules about who is let in, and names.

data "google_compute_network" {
  kind = "network.vpc"
  name = self.name

  standin "id" { value = "projects/${default(self.project, account)}/global/networks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

data "google_compute_subnetwork" {
  kind = "network.subnet"
  name = self.name

  standin "id" { value = "projects/${default(self.project, account)}/regions/${default(self.region, region)}/subnetworks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

resource "google_compute_address" {
  also = ["google_compute_global_address"]

  standin "id" { value = "projects/${account}/regions/${default(self.region, region)}/addresses/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

# A rule guards every machine of its network, or those that carry one of its
# tags. One that names no source lets everyone in:
# https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/compute_firewall#source_ranges
resource "google_compute_firewall" {
  kind = "network.rule"
  name = self.name

  standin "id" { value = "projects/${account}/global/firewalls/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  let "out" { value = upper(default(self.direction, "INGRESS")) == "EGRESS" }
  let "named" { value = length(default(self.source_tags, [])) > 0 || length(default(self.source_service_accounts, [])) > 0 }
  let "ranges" {
    value = let.out ? default(self.destination_ranges, ["0.0.0.0/0"]) : default(self.source_ranges, let.named ? [] : ["0.0.0.0/0"])
  }
  let "allowed" { value = flatten([for a in default(self.allow, []) : [for p in default(length(a.ports) > 0 ? a.ports : null, ["-1"]) : { protocol = a.protocol, port = p }]]) }
  let "denied" { value = flatten([for a in default(self.deny, []) : [for p in default(length(a.ports) > 0 ? a.ports : null, ["-1"]) : { protocol = a.protocol, port = p }]]) }

  fact "guards_everything" {
    value = let.out || length(default(self.allow, [])) == 0 ? null : length(default(self.target_tags, [])) == 0 && length(default(self.target_service_accounts, [])) == 0 && length(let.ranges) > 0
  }

  network { vpc = self.network }
  guards {
    when       = !default(self.disabled, false)
    network    = self.network
    tags       = self.target_tags
    identities = self.target_service_accounts
  }
  rule {
    each      = let.allowed
    when      = !default(self.disabled, false)
    direction = let.out ? "out" : "in"
    protocol  = each.protocol
    from_port = each.port == "-1" ? -1 : tonumber(split("-", each.port)[0])
    to_port   = each.port == "-1" ? -1 : tonumber(reverse(split("-", each.port))[0])
    cidrs     = let.ranges
    priority  = default(self.priority, 1000)
  }
  rule {
    each      = let.denied
    when      = !default(self.disabled, false)
    direction = let.out ? "out" : "in"
    allow     = false
    protocol  = each.protocol
    from_port = each.port == "-1" ? -1 : tonumber(split("-", each.port)[0])
    to_port   = each.port == "-1" ? -1 : tonumber(reverse(split("-", each.port))[0])
    cidrs     = let.ranges
    priority  = default(self.priority, 1000)
  }
}

resource "google_compute_firewall_policy" {
  also = ["google_compute_network_firewall_policy", "google_compute_region_network_firewall_policy"]
  kind = "network.rule"
  name = default(self.short_name, self.name)

  standin "id" { value = "locations/global/firewallPolicies/${standin_hash}" }
  standin "name" { value = standin_name }

  companion "association" {
    type  = "google_compute_firewall_policy_association"
    where = "firewall_policy"
  }

  network { vpc = [for a in companions.association : default(a.attachment_target, "")] }
  guards { network = [for a in companions.association : default(a.attachment_target, "")] }
}

resource "google_compute_firewall_policy_association" {
  also = ["google_compute_network_firewall_policy_association", "google_compute_region_network_firewall_policy_association"]
}

resource "google_compute_firewall_policy_rule" {
  also       = ["google_compute_network_firewall_policy_rule", "google_compute_region_network_firewall_policy_rule"]
  kind       = "network.rule"
  name       = default(self.rule_name, self.description)
  belongs_to = self.firewall_policy
  of_type    = ["google_compute_firewall_policy"]

  let "layers" { value = flatten([for l in default(self.match[0].layer4_configs, []) : [for p in default(length(l.ports) > 0 ? l.ports : null, ["-1"]) : { protocol = l.ip_protocol, port = p }]]) }

  rule {
    each      = let.layers
    when      = !default(self.disabled, false) && contains(["allow", "deny"], default(self.action, ""))
    direction = default(self.direction, "INGRESS") == "EGRESS" ? "out" : "in"
    allow     = default(self.action, "") == "allow"
    protocol  = each.protocol
    from_port = each.port == "-1" ? -1 : tonumber(split("-", each.port)[0])
    to_port   = each.port == "-1" ? -1 : tonumber(reverse(split("-", each.port))[0])
    cidrs     = default(self.direction, "INGRESS") == "EGRESS" ? default(self.match[0].dest_ip_ranges, []) : default(self.match[0].src_ip_ranges, [])
    priority  = self.priority
  }
}

resource "google_compute_interconnect_attachment" {
  kind = "network.gateway"
  name = self.name

  # Connects to a network of our own, not to the internet.
  fact "public_network_access" { value = false }
}

resource "google_compute_network" {
  kind = "network.vpc"
  name = self.name

  standin "id" { value = "projects/${account}/global/networks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
  aliases = [self.name]

  # Every network comes with a route to the internet unless told otherwise.
  fact "internet_route" { value = !default(self.delete_default_routes_on_create, false) }

  zone { kind = "network" }
}

resource "google_compute_network_peering" {
  kind = "network.peering"
  name = self.name

  # Each side has to make it; routes to the other's subnets come with it.
  flow {
    from     = self.network
    to       = self.peer_network
    protocol = "peering"
  }
  flow {
    from     = self.network
    protocol = "route"
  }
}

resource "google_compute_network_peering_routes_config" {}

resource "google_compute_route" {
  kind = "network.gateway"
  name = self.name

  standin "id" { value = "projects/${account}/global/routes/${standin_name}" }

  fact "public_network_access" { value = matches(default(self.next_hop_gateway, ""), "default-internet-gateway$") && contains(["0.0.0.0/0", "::/0"], default(self.dest_range, "")) }

  network { vpc = self.network }
  flow {
    when     = matches(default(self.next_hop_gateway, ""), "default-internet-gateway$") && contains(["0.0.0.0/0", "::/0"], default(self.dest_range, ""))
    from     = self.network
    to       = self.id
    protocol = "route"
  }
}

resource "google_compute_router" {
  standin "id" { value = "projects/${account}/regions/${default(self.region, region)}/routers/${standin_name}" }
  standin "name" { value = standin_name }
}

resource "google_compute_router_nat" {
  kind = "network.gateway"
  name = self.name

  # Connections start inside only.
  fact "public_network_access" { value = false }

  network { subnets = [for s in default(self.subnetwork, []) : default(s.name, "")] }
}

resource "google_compute_router_peer" {}

resource "google_compute_service_attachment" {
  kind = "network.endpoint"
  name = self.name

  flow {
    to       = self.target_service
    forwards = true
  }
}

resource "google_compute_subnetwork" {
  kind = "network.subnet"
  name = self.name

  standin "id" { value = "projects/${account}/regions/${default(self.region, region)}/subnetworks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
  standin "gateway_address" { value = "10.0.0.1" }
  aliases = [self.name]

  # Subnets of proxies carry no machines and have neither logs nor private access:
  # https://cloud.google.com/vpc/docs/flow-logs#key_properties
  let "machines" { value = !contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "PRIVATE_SERVICE_CONNECT", "PRIVATE_NAT"], default(self.purpose, "PRIVATE")) }

  fact "address_ranges" { value = has(self.ip_cidr_range) ? [self.ip_cidr_range] : null }
  fact "flow_logs" { value = !let.machines ? null : length(default(self.log_config, [])) > 0 }
  fact "private_service_access" {
    value = !let.machines ? null : default(self.private_ip_google_access, false) || contains(["ENABLE_OUTBOUND_VM_ACCESS_TO_GOOGLE", "ENABLE_BIDIRECTIONAL_ACCESS_TO_GOOGLE"], default(self.private_ipv6_google_access, ""))
  }

  network { vpc = self.network }
  zone {
    kind   = "subnet"
    parent = self.network
  }
}

resource "google_compute_vpn_gateway" {
  also = ["google_compute_ha_vpn_gateway", "google_compute_external_vpn_gateway"]
  kind = "network.gateway"
  name = self.name

  standin "id" { value = "projects/${account}/regions/${region}/vpnGateways/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "partner_network" { value = has(self.network) }
  fact "public_network_access" { value = false }

  network { vpc = self.network }
  flow {
    from     = self.network
    protocol = "route"
  }
}

resource "google_compute_vpn_tunnel" {
  kind = "secret_store"
  name = self.name

  fact "literal_secret" { value = literal(self.shared_secret) }
}

resource "google_dns_managed_zone" {
  kind = "dns.zone"
  name = default(self.dns_name, self.name)

  standin "id" { value = "projects/${account}/managedZones/${standin_name}" }
  standin "name" { value = standin_name }

  # Only public zones can be signed; they are not unless someone says so.
  fact "dnssec" { value = default(self.visibility, "public") == "private" ? null : default(self.dnssec_config[0].state, "off") == "on" }
  fact "dnssec_weak" { value = length(default(self.dnssec_config, [])) == 0 ? null : anytrue([for s in default(self.dnssec_config[0].default_key_specs, []) : default(s.algorithm, "") == "rsasha1"]) }
}

resource "google_dns_policy" {
  kind = "network.endpoint"
  name = self.name

  # Queries are not recorded by default.
  fact "access_logs" { value = default(self.enable_logging, false) }
}

resource "google_dns_record_set" {
  kind = "dns.record"
  name = self.name

  standin "id" { value = "projects/${account}/managedZones/standin/rrsets/${standin_name}/A" }

  flow {
    each     = self.rrdatas
    to       = each
    protocol = "dns"
  }
}

resource "google_network_connectivity_hub" {}

resource "google_project_service_identity" {
  standin "email" { value = "service-000000000000@${standin_name}.iam.gserviceaccount.com" }
  standin "member" { value = "serviceAccount:${self.email}" }
}

resource "google_service_networking_connection" {
  kind = "network.peering"

  network { vpc = self.network }
}

resource "google_vpc_access_connector" {
  kind = "network.endpoint"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/connectors/${standin_name}" }
  standin "self_link" { value = self.id }

  network {
    vpc     = self.network
    subnets = default(self.subnet[0].name, [])
  }
}
