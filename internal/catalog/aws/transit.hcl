# Transit gateways, VPN and direct connections: networks that are joined over a
# hub, or to networks elsewhere.

resource "aws_customer_gateway" {
  standin "id" { value = "cgw-${standin_hash}" }
}

resource "aws_dx_gateway_association" {
  kind = "network.peering"

  standin "id" { value = "ga-${standin_hash}" }

  fact "partner_network" { value = true }

  network { like = self.associated_gateway_id }
}

resource "aws_ec2_client_vpn_authorization_rule" {}

# Whoever signs in gets an address in the subnets that it is associated with:
# https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
resource "aws_ec2_client_vpn_endpoint" {
  kind = "network.gateway"
  name = default(self.tags["Name"], self.description)

  standin "id" { value = "cvpn-endpoint-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:client-vpn-endpoint/${self.id}" }

  companion "association" {
    type  = "aws_ec2_client_vpn_network_association"
    where = "client_vpn_endpoint_id"
  }
  companion "permission" {
    type  = "aws_ec2_client_vpn_authorization_rule"
    where = "client_vpn_endpoint_id"
  }

  fact "access_logs" { value = anytrue([for l in default(self.connection_log_options, []) : default(l.enabled, false)]) }
  # Nobody gets anywhere without a permission.
  fact "partner_network" { value = has(companion.association) && has(companion.permission) }
  fact "public_network_access" { value = false }

  network {
    vpc     = self.vpc_id
    subnets = [for a in companions.association : default(a.subnet_id, "")]
    groups  = default(self.security_group_ids, [])
  }
}

resource "aws_ec2_client_vpn_network_association" {}

resource "aws_ec2_client_vpn_route" {}

resource "aws_ec2_transit_gateway" {
  kind = "network.gateway"
  name = default(self.tags["Name"], self.description)

  standin "id" { value = "tgw-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:transit-gateway/${self.id}" }
  standin "association_default_route_table_id" { value = "tgw-rtb-${standin_hash}" }
  standin "propagation_default_route_table_id" { value = self.association_default_route_table_id }

  fact "public_network_access" { value = false }
}

resource "aws_ec2_transit_gateway_peering_attachment" {
  kind = "network.peering"

  standin "id" { value = "tgw-attach-${standin_hash}" }

  fact "partner_network" { value = true }

  flow {
    to       = self.transit_gateway_id
    protocol = "route"
  }
}

# A blackhole drops what it is about.
resource "aws_ec2_transit_gateway_route" {
  flow {
    when     = !default(self.blackhole, false)
    from     = self.transit_gateway_route_table_id
    to       = self.transit_gateway_attachment_id
    protocol = "route"
    ranges   = [default(self.destination_cidr_block, "")]
  }
}

resource "aws_ec2_transit_gateway_route_table" {
  standin "id" { value = "tgw-rtb-${standin_hash}" }
}

resource "aws_ec2_transit_gateway_route_table_association" {
  flow {
    from     = self.transit_gateway_attachment_id
    to       = self.transit_gateway_route_table_id
    protocol = "route"
  }
}

resource "aws_ec2_transit_gateway_route_table_propagation" {
  flow {
    from     = self.transit_gateway_route_table_id
    to       = self.transit_gateway_attachment_id
    protocol = "route"
  }
}

# The gateway stands for its default route table, in which attachments ask and
# are found unless someone says otherwise:
# https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html
resource "aws_ec2_transit_gateway_vpc_attachment" {
  kind = "network.peering"
  name = self.tags["Name"]

  standin "id" { value = "tgw-attach-${standin_hash}" }

  companion "gateway" {
    type  = "aws_ec2_transit_gateway"
    named = "transit_gateway_id"
  }

  flow {
    when     = default(self.transit_gateway_default_route_table_association, true) && default(companion.gateway.default_route_table_association, "enable") == "enable"
    to       = self.transit_gateway_id
    protocol = "route"
  }
  flow {
    when     = default(self.transit_gateway_default_route_table_propagation, true) && default(companion.gateway.default_route_table_propagation, "enable") == "enable"
    from     = self.transit_gateway_id
    to       = self.id
    protocol = "route"
  }
}

resource "aws_vpn_connection" {
  kind = "network.peering"
  name = self.tags["Name"]

  standin "id" { value = "vpn-${standin_hash}" }
  standin "transit_gateway_attachment_id" { value = "tgw-attach-${standin_hash}" }
  aliases = [self.transit_gateway_attachment_id]

  companion "hub" {
    type  = "aws_ec2_transit_gateway"
    named = "transit_gateway_id"
  }

  fact "partner_network" { value = true }

  network { like = self.vpn_gateway_id }
  flow {
    when     = has(companion.hub) && default(companion.hub.default_route_table_association, "enable") == "enable"
    to       = self.transit_gateway_id
    protocol = "route"
  }
  flow {
    when     = has(companion.hub) && default(companion.hub.default_route_table_propagation, "enable") == "enable"
    from     = self.transit_gateway_id
    to       = self.id
    protocol = "route"
  }
}

resource "aws_vpn_connection_route" {}

resource "aws_vpn_gateway" {
  kind = "network.gateway"
  name = self.tags["Name"]

  standin "id" { value = "vgw-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:ec2:${region}:${account}:vpn-gateway/${self.id}" }

  companion "attachment" {
    type  = "aws_vpn_gateway_attachment"
    where = "vpn_gateway_id"
  }

  fact "public_network_access" { value = false }

  network { vpc = default(self.vpc_id, companion.attachment.vpc_id) }
}

resource "aws_vpn_gateway_attachment" {}

resource "aws_vpn_gateway_route_propagation" {
  flow {
    from     = self.route_table_id
    to       = self.vpn_gateway_id
    protocol = "route"
  }
}
