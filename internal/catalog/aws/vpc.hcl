# Amazon VPC: networks, routes and who is let in.

data "aws_subnet" {
  kind = "network.subnet"
  name = default(self.tags["Name"], self.id)

  standin "id" { value = "subnet-${standin_hash}" }
}

data "aws_vpc" {
  kind = "network.vpc"
  name = default(self.tags["Name"], self.id)

  standin "id" { value = "vpc-${standin_hash}" }
}

resource "aws_default_network_acl" {
  kind = "network.rule"

  standin "id" { value = "acl-${standin_hash}" }

  network { subnets = self.subnet_ids }
  rule {
    each      = self.ingress
    direction = "in"
    allow     = lower(default(each.action, "allow")) == "allow"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = [default(each.cidr_block, each.ipv6_cidr_block, "")]
    priority  = each.rule_no
  }
  rule {
    each      = self.egress
    direction = "out"
    allow     = lower(default(each.action, "allow")) == "allow"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = [default(each.cidr_block, each.ipv6_cidr_block, "")]
    priority  = each.rule_no
  }
}

resource "aws_default_route_table" {
  standin "id" { value = default(self.default_route_table_id, "rtb-${standin_hash}") }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:route-table/${self.id}" }

  flow {
    each     = self.route
    when     = contains(["0.0.0.0/0", "::/0"], default(each.cidr_block, each.ipv6_cidr_block, ""))
    from     = self.default_route_table_id
    to       = default(each.gateway_id, each.nat_gateway_id, each.egress_only_gateway_id, each.transit_gateway_id, each.network_interface_id)
    protocol = "route"
  }
  flow {
    each     = self.route
    when     = has(each.vpc_peering_connection_id) || has(each.transit_gateway_id)
    from     = self.default_route_table_id
    to       = default(each.vpc_peering_connection_id, each.transit_gateway_id)
    protocol = "route"
    ranges   = [default(each.cidr_block, each.ipv6_cidr_block, "")]
  }
  flow {
    each     = self.route
    when     = has(each.gateway_id)
    from     = self.default_route_table_id
    to       = each.gateway_id
    of_type  = ["aws_vpn_gateway"]
    protocol = "route"
  }
}

# Without rules of its own it lets everything from itself in and everything out.
resource "aws_default_security_group" {
  kind = "network.rule"
  name = "default"

  standin "id" { value = "sg-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:security-group/${self.id}" }

  # https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
  fact "default_rules" { value = length(default(self.ingress, [])) + length(default(self.egress, [])) > 0 }

  network { vpc = self.vpc_id }
  rule {
    each      = self.ingress
    direction = "in"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = concat(default(each.cidr_blocks, []), default(each.ipv6_cidr_blocks, []))
    groups    = concat(default(each.security_groups, []), default(each.self, false) ? [self.id] : [])
  }
  rule {
    each      = self.egress
    direction = "out"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = concat(default(each.cidr_blocks, []), default(each.ipv6_cidr_blocks, []))
    groups    = concat(default(each.security_groups, []), default(each.self, false) ? [self.id] : [])
  }
}

resource "aws_default_subnet" {
  kind = "network.subnet"
  name = self.availability_zone

  standin "id" { value = "subnet-${standin_hash}" }

  # https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
  fact "public_addresses" { value = default(self.map_public_ip_on_launch, true) }
  fact "internet_route" { value = true }
}

resource "aws_default_vpc" {
  kind = "network.vpc"

  standin "id" { value = "vpc-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:vpc/${self.id}" }

  companion "flow_log" {
    type  = "aws_flow_log"
    where = "vpc_id"
  }

  # Every subnet of it gives public addresses:
  # https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
  fact "default_network" { value = true }
  fact "flow_logs" { value = has(companion.flow_log) }
  fact "internet_route" { value = true }

  zone { kind = "network" }
}

resource "aws_egress_only_internet_gateway" {
  kind = "network.gateway"

  standin "id" { value = "eigw-${standin_hash}" }

  fact "public_network_access" { value = false }
}

resource "aws_flow_log" {
  standin "id" { value = "fl-${standin_hash}" }

  control "logging" { on = default(self.vpc_id, self.subnet_id) }
}

resource "aws_internet_gateway" {
  kind = "network.gateway"
  name = self.tags["Name"]

  standin "id" { value = "igw-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:internet-gateway/${self.id}" }

  # Lets connections in as well as out.
  fact "public_network_access" { value = true }

  network { vpc = self.vpc_id }
}

resource "aws_internet_gateway_attachment" {}

resource "aws_main_route_table_association" {
  flow {
    from     = self.vpc_id
    to       = self.route_table_id
    protocol = "route"
  }
}

resource "aws_nat_gateway" {
  kind = "network.gateway"
  name = self.tags["Name"]

  standin "id" { value = "nat-${standin_hash}" }

  # Connections start inside only.
  fact "public_network_access" { value = false }

  network { subnets = self.subnet_id }
}

resource "aws_network_acl" {
  kind = "network.rule"
  name = self.tags["Name"]

  standin "id" { value = "acl-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:network-acl/${self.id}" }

  network {
    vpc     = self.vpc_id
    subnets = self.subnet_ids
  }
  rule {
    each      = self.ingress
    direction = "in"
    allow     = lower(default(each.action, "allow")) == "allow"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = [default(each.cidr_block, each.ipv6_cidr_block, "")]
    priority  = each.rule_no
  }
  rule {
    each      = self.egress
    direction = "out"
    allow     = lower(default(each.action, "allow")) == "allow"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = [default(each.cidr_block, each.ipv6_cidr_block, "")]
    priority  = each.rule_no
  }
}

resource "aws_network_acl_association" {}

resource "aws_network_acl_rule" {
  kind       = "network.rule"
  belongs_to = self.network_acl_id
  of_type    = ["aws_network_acl", "aws_default_network_acl"]

  rule {
    direction = default(self.egress, false) ? "out" : "in"
    allow     = lower(default(self.rule_action, "allow")) == "allow"
    protocol  = tostring(self.protocol)
    from_port = self.from_port
    to_port   = self.to_port
    cidrs     = [default(self.cidr_block, self.ipv6_cidr_block, "")]
    priority  = self.rule_number
  }
}

resource "aws_route" {
  flow {
    when     = contains(["0.0.0.0/0", "::/0"], default(self.destination_cidr_block, self.destination_ipv6_cidr_block, ""))
    from     = self.route_table_id
    to       = default(self.gateway_id, self.nat_gateway_id, self.egress_only_gateway_id, self.transit_gateway_id, self.network_interface_id)
    protocol = "route"
  }
  flow {
    when     = has(self.vpc_peering_connection_id) || has(self.transit_gateway_id)
    from     = self.route_table_id
    to       = default(self.vpc_peering_connection_id, self.transit_gateway_id)
    protocol = "route"
    ranges   = [default(self.destination_cidr_block, self.destination_ipv6_cidr_block, "")]
  }
  flow {
    when     = has(self.gateway_id)
    from     = self.route_table_id
    to       = self.gateway_id
    of_type  = ["aws_vpn_gateway"]
    protocol = "route"
  }
}

resource "aws_route_table" {
  standin "id" { value = "rtb-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:route-table/${self.id}" }

  flow {
    each     = self.route
    when     = contains(["0.0.0.0/0", "::/0"], default(each.cidr_block, each.ipv6_cidr_block, ""))
    to       = default(each.gateway_id, each.nat_gateway_id, each.egress_only_gateway_id, each.transit_gateway_id, each.network_interface_id)
    protocol = "route"
  }
  flow {
    each     = self.route
    when     = has(each.vpc_peering_connection_id) || has(each.transit_gateway_id)
    to       = default(each.vpc_peering_connection_id, each.transit_gateway_id)
    protocol = "route"
    ranges   = [default(each.cidr_block, each.ipv6_cidr_block, "")]
  }
  flow {
    each     = self.route
    when     = has(each.gateway_id)
    to       = each.gateway_id
    of_type  = ["aws_vpn_gateway"]
    protocol = "route"
  }
  flow {
    each     = self.propagating_vgws
    to       = each
    protocol = "route"
  }
}

resource "aws_route_table_association" {
  standin "id" { value = "rtbassoc-${standin_hash}" }

  flow {
    from     = self.subnet_id
    to       = self.route_table_id
    protocol = "route"
  }
}

resource "aws_security_group" {
  kind = "network.rule"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = "sg-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:security-group/${self.id}" }

  network { vpc = self.vpc_id }
  rule {
    each      = self.ingress
    direction = "in"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = concat(default(each.cidr_blocks, []), default(each.ipv6_cidr_blocks, []))
    groups    = concat(default(each.security_groups, []), default(each.self, false) ? [self.id] : [])
  }
  rule {
    each      = self.egress
    direction = "out"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = concat(default(each.cidr_blocks, []), default(each.ipv6_cidr_blocks, []))
    groups    = concat(default(each.security_groups, []), default(each.self, false) ? [self.id] : [])
  }
}

resource "aws_security_group_rule" {
  kind       = "network.rule"
  belongs_to = self.security_group_id
  of_type    = ["aws_security_group", "aws_default_security_group"]

  standin "id" { value = "sgrule-${standin_hash}" }

  rule {
    direction = default(self.type, "ingress") == "egress" ? "out" : "in"
    protocol  = tostring(self.protocol)
    from_port = self.from_port
    to_port   = self.to_port
    cidrs     = concat(default(self.cidr_blocks, []), default(self.ipv6_cidr_blocks, []))
    groups    = concat(compact([default(self.source_security_group_id, "")]), default(self.self, false) ? [self.security_group_id] : [])
  }
}

resource "aws_subnet" {
  kind = "network.subnet"
  name = self.tags["Name"]

  standin "id" { value = "subnet-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:subnet/${self.id}" }
  standin "availability_zone" {
    value  = "${region}a"
    shared = true
  }

  companion "access_list" {
    type  = "aws_network_acl_association"
    where = "subnet_id"
  }
  companion "flow_log" {
    type  = "aws_flow_log"
    where = "subnet_id"
  }

  fact "address_ranges" { value = has(self.cidr_block) ? [self.cidr_block] : null }
  fact "public_addresses" { value = default(self.map_public_ip_on_launch, false) }

  network {
    vpc    = self.vpc_id
    groups = default(companion.access_list.network_acl_id, [])
  }
  zone {
    kind   = "subnet"
    parent = self.vpc_id
  }
}

resource "aws_vpc" {
  kind = "network.vpc"
  name = self.tags["Name"]

  standin "id" { value = "vpc-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:vpc/${self.id}" }
  standin "main_route_table_id" { value = "rtb-${standin_hash}" }
  standin "default_route_table_id" { value = self.main_route_table_id }
  standin "default_security_group_id" { value = "sg-${standin_hash}" }
  standin "default_network_acl_id" { value = "acl-${standin_hash}" }

  companion "flow_log" {
    type  = "aws_flow_log"
    where = "vpc_id"
  }

  fact "address_ranges" { value = has(self.cidr_block) ? [self.cidr_block] : null }
  fact "flow_logs" { value = has(companion.flow_log) }

  zone { kind = "network" }
}

resource "aws_vpc_endpoint" {
  kind = "network.endpoint"
  name = self.service_name

  standin "id" { value = "vpce-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:vpc-endpoint/${self.id}" }

  network {
    vpc     = self.vpc_id
    subnets = self.subnet_ids
    groups  = self.security_group_ids
  }
  resource_policy { document = self.policy }
  # To a service that somebody offers over PrivateLink.
  flow {
    to       = self.service_name
    of_type  = ["aws_vpc_endpoint_service"]
    forwards = true
  }
}

resource "aws_vpc_endpoint_service" {
  standin "service_name" { value = "com.amazonaws.vpce.${region}.vpce-svc-${standin_hash}" }
  standin "id" { value = "vpce-svc-${standin_hash}" }

  flow {
    each     = concat(default(self.network_load_balancer_arns, []), default(self.gateway_load_balancer_arns, []))
    to       = each
    forwards = true
  }
}

resource "aws_vpc_peering_connection" {
  kind = "network.peering"

  standin "id" { value = "pcx-${standin_hash}" }

  companion "peer" {
    type  = "aws_vpc"
    named = "peer_vpc_id"
  }

  # The other network is not in the sources.
  fact "partner_network" { value = has(companion.peer) ? false : has(self.peer_vpc_id) ? true : null }

  flow {
    from     = self.vpc_id
    to       = self.peer_vpc_id
    protocol = "peering"
  }
}

resource "aws_vpc_peering_connection_accepter" {}

resource "aws_vpc_security_group_egress_rule" {
  kind       = "network.rule"
  belongs_to = self.security_group_id
  of_type    = ["aws_security_group", "aws_default_security_group"]

  standin "id" { value = "sgr-${standin_hash}" }

  rule {
    direction = "out"
    protocol  = tostring(self.ip_protocol)
    from_port = self.from_port
    to_port   = self.to_port
    cidrs     = compact([default(self.cidr_ipv4, ""), default(self.cidr_ipv6, "")])
    groups    = compact([default(self.referenced_security_group_id, "")])
  }
}

resource "aws_vpc_security_group_ingress_rule" {
  kind       = "network.rule"
  belongs_to = self.security_group_id
  of_type    = ["aws_security_group", "aws_default_security_group"]

  standin "id" { value = "sgr-${standin_hash}" }

  rule {
    direction = "in"
    protocol  = tostring(self.ip_protocol)
    from_port = self.from_port
    to_port   = self.to_port
    cidrs     = compact([default(self.cidr_ipv4, ""), default(self.cidr_ipv6, "")])
    groups    = compact([default(self.referenced_security_group_id, "")])
  }
}
