package topology_test

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// ends are a machine and a database in two networks, which nothing joins.
const ends = `
resource "aws_vpc" "app" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc" "data" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "app" {
  vpc_id     = aws_vpc.app.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.data.id
  cidr_block = "10.1.1.0/24"
}
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.app.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "data" {
  vpc_id = aws_vpc.data.id
  ingress {
    from_port   = 5432
    to_port     = 5432
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/16", "172.16.0.0/16"]
  }
}
resource "aws_instance" "app" {
  subnet_id              = aws_subnet.app.id
  vpc_security_group_ids = [aws_security_group.app.id]
}
resource "aws_db_subnet_group" "data" {
  subnet_ids = [aws_subnet.data.id]
}
resource "aws_db_instance" "data" {
  engine                 = "postgres"
  db_subnet_group_name   = aws_db_subnet_group.data.name
  vpc_security_group_ids = [aws_security_group.data.id]
}
resource "aws_route_table" "app" {
  vpc_id = aws_vpc.app.id
}
resource "aws_route_table_association" "app" {
  subnet_id      = aws_subnet.app.id
  route_table_id = aws_route_table.app.id
}
resource "aws_route_table" "data" {
  vpc_id = aws_vpc.data.id
}
resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.data.id
}
`

const hub = `
resource "aws_ec2_transit_gateway" "hub" {
  default_route_table_association = "TABLES"
  default_route_table_propagation = "TABLES"
}
resource "aws_ec2_transit_gateway_vpc_attachment" "app" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.app.id
  subnet_ids         = [aws_subnet.app.id]
}
resource "aws_ec2_transit_gateway_vpc_attachment" "data" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
  vpc_id             = aws_vpc.data.id
  subnet_ids         = [aws_subnet.data.id]
}
resource "aws_route" "app" {
  route_table_id         = aws_route_table.app.id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id
}
`

const hubBack = `
resource "aws_route" "data" {
  route_table_id         = aws_route_table.data.id
  destination_cidr_block = "10.0.0.0/8"
  transit_gateway_id     = aws_ec2_transit_gateway.hub.id
}
`

// spokes each ask the one table; who is found in it is left to the cases.
const spokes = `
resource "aws_ec2_transit_gateway_route_table" "all" {
  transit_gateway_id = aws_ec2_transit_gateway.hub.id
}
resource "aws_ec2_transit_gateway_route_table_association" "each" {
  for_each                       = { app = aws_ec2_transit_gateway_vpc_attachment.app.id, data = aws_ec2_transit_gateway_vpc_attachment.data.id }
  transit_gateway_attachment_id  = each.value
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all.id
}
resource "aws_ec2_transit_gateway_route_table_propagation" "app" {
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.app.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all.id
}
`

const spokeRoute = `
resource "aws_ec2_transit_gateway_route" "data" {
  destination_cidr_block         = "10.1.0.0/16"
  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.data.id
  transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.all.id
  blackhole                      = BLACKHOLE
}
`

const privateLink = `
resource "aws_security_group" "door" {
  vpc_id = aws_vpc.app.id
  ingress {
    from_port       = 0
    to_port         = 0
    protocol        = "-1"
    security_groups = [aws_security_group.WHO.id]
  }
}
resource "aws_security_group" "nobody" {
  vpc_id = aws_vpc.app.id
}
resource "aws_vpc_endpoint" "door" {
  vpc_id             = aws_vpc.app.id
  service_name       = aws_vpc_endpoint_service.offer.service_name
  vpc_endpoint_type  = "Interface"
  subnet_ids         = [aws_subnet.app.id]
  security_group_ids = [aws_security_group.door.id]
}
resource "aws_vpc_endpoint_service" "offer" {
  acceptance_required        = false
  network_load_balancer_arns = [aws_lb.inner.arn]
}
resource "aws_lb" "inner" {
  internal           = true
  load_balancer_type = "network"
  subnets            = [aws_subnet.data.id]
}
resource "aws_lb_target_group" "inner" {
  port     = 80
  protocol = "TCP"
  vpc_id   = aws_vpc.data.id
}
resource "aws_lb_listener" "inner" {
  load_balancer_arn = aws_lb.inner.arn
  port              = 80
  protocol          = "TCP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.inner.arn
  }
}
resource "aws_lb_target_group_attachment" "inner" {
  target_group_arn = aws_lb_target_group.inner.arn
  target_id        = aws_instance.service.id
}
resource "aws_security_group" "service" {
  vpc_id = aws_vpc.data.id
  ingress {
    from_port   = 80
    to_port     = 80
    protocol    = "tcp"
    cidr_blocks = ["10.1.0.0/16"]
  }
}
resource "aws_instance" "service" {
  subnet_id              = aws_subnet.data.id
  vpc_security_group_ids = [aws_security_group.service.id]
}
`

const office = `
resource "aws_vpn_gateway" "office" {
  vpc_id = aws_vpc.data.id
}
resource "aws_customer_gateway" "office" {
  type = "ipsec.1"
}
resource "aws_vpn_connection" "office" {
  vpn_gateway_id      = aws_vpn_gateway.office.id
  customer_gateway_id = aws_customer_gateway.office.id
  type                = "ipsec.1"
}
`

const officeRoute = `
resource "aws_vpn_gateway_route_propagation" "office" {
  vpn_gateway_id = aws_vpn_gateway.office.id
  route_table_id = aws_route_table.data.id
}
`

const people = `
resource "aws_security_group" "people" {
  vpc_id = aws_vpc.data.id
}
resource "aws_ec2_client_vpn_endpoint" "people" {
  client_cidr_block  = "10.8.0.0/16"
  vpc_id             = aws_vpc.data.id
  security_group_ids = [aws_security_group.people.id]
}
resource "aws_ec2_client_vpn_network_association" "people" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  subnet_id              = aws_subnet.data.id
}
resource "aws_ec2_client_vpn_authorization_rule" "people" {
  client_vpn_endpoint_id = aws_ec2_client_vpn_endpoint.people.id
  target_network_cidr    = aws_vpc.data.cidr_block
  authorize_all_groups   = true
}
`

const peopleRule = `
resource "aws_security_group_rule" "people" {
  type                     = "ingress"
  security_group_id        = aws_security_group.data.id
  source_security_group_id = aws_security_group.people.id
  from_port                = 5432
  to_port                  = 5432
  protocol                 = "tcp"
}
`

// farPeer is a peering with a network that is not in the sources.
const farPeer = `
resource "aws_vpc_peering_connection" "far" {
  vpc_id        = aws_vpc.data.id
  peer_vpc_id   = "vpc-0a1b2c3d"
  peer_owner_id = "222222222222"
}
resource "aws_route" "far" {
  route_table_id            = aws_route_table.data.id
  destination_cidr_block    = "172.16.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.far.id
}
`

// clouds are a machine and a database in two Google networks.
const clouds = `
resource "google_compute_network" "app" {
  name                    = "app"
  auto_create_subnetworks = false
}
resource "google_compute_network" "data" {
  name                    = "data"
  auto_create_subnetworks = false
}
resource "google_compute_subnetwork" "app" {
  name          = "app"
  network       = google_compute_network.app.id
  ip_cidr_range = "10.0.1.0/24"
}
resource "google_compute_subnetwork" "data" {
  name          = "data"
  network       = google_compute_network.data.id
  ip_cidr_range = "10.1.1.0/24"
}
resource "google_compute_firewall" "data" {
  name          = "data"
  network       = google_compute_network.data.id
  source_ranges = ["10.0.1.0/24"]
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}
resource "google_compute_instance" "app" {
  name         = "app"
  machine_type = "e2-small"
  network_interface {
    subnetwork = google_compute_subnetwork.app.id
  }
}
resource "google_compute_instance" "data" {
  name         = "data"
  machine_type = "e2-small"
  network_interface {
    subnetwork = google_compute_subnetwork.data.id
  }
}
resource "google_compute_network_peering" "there" {
  name         = "there"
  network      = google_compute_network.app.id
  peer_network = google_compute_network.data.id
}
`

const peeredBack = `
resource "google_compute_network_peering" "back" {
  name         = "back"
  network      = google_compute_network.data.id
  peer_network = google_compute_network.app.id
}
`

const shut = `
resource "google_compute_firewall" "shut" {
  name          = "shut"
  network       = google_compute_network.data.id
  priority      = 10
  source_ranges = ["10.0.0.0/16"]
  deny {
    protocol = "all"
  }
}
`

// neighbours are two machines in an Azure network, with a rule set on one.
const neighbours = `
resource "azurerm_virtual_network" "main" {
  name                = "main"
  resource_group_name = "a"
  location            = "westeurope"
  address_space       = ["10.0.0.0/16"]
}
resource "azurerm_subnet" "app" {
  name                 = "app"
  resource_group_name  = "a"
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.1.0/24"]
}
resource "azurerm_subnet" "data" {
  name                 = "data"
  resource_group_name  = "a"
  virtual_network_name = azurerm_virtual_network.main.name
  address_prefixes     = ["10.0.2.0/24"]
}
resource "azurerm_network_security_group" "data" {
  name                = "data"
  resource_group_name = "a"
  location            = "westeurope"
  security_rule {
    name                       = "ours"
    priority                   = 100
    direction                  = "Inbound"
    access                     = "ACCESS"
    protocol                   = "*"
    source_port_range          = "*"
    source_address_prefix      = "10.0.1.0/24"
    destination_port_range     = "*"
    destination_address_prefix = "*"
  }
}
resource "azurerm_subnet_network_security_group_association" "data" {
  subnet_id                 = azurerm_subnet.data.id
  network_security_group_id = azurerm_network_security_group.data.id
}
resource "azurerm_network_interface" "app" {
  name                = "app"
  resource_group_name = "a"
  location            = "westeurope"
  ip_configuration {
    name      = "a"
    subnet_id = azurerm_subnet.app.id
  }
}
resource "azurerm_network_interface" "data" {
  name                = "data"
  resource_group_name = "a"
  location            = "westeurope"
  ip_configuration {
    name      = "a"
    subnet_id = azurerm_subnet.data.id
  }
}
resource "azurerm_linux_virtual_machine" "app" {
  name                  = "app"
  network_interface_ids = [azurerm_network_interface.app.id]
}
resource "azurerm_linux_virtual_machine" "data" {
  name                  = "data"
  network_interface_ids = [azurerm_network_interface.data.id]
}
`

func TestJoins(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	own := strings.ReplaceAll(hub, "TABLES", "disable")
	ordinary := strings.ReplaceAll(hub, "TABLES", "enable")
	ours := strings.ReplaceAll(ends, `, "172.16.0.0/16"`, "")
	const app, data = "aws_instance.app", "aws_db_instance.data"
	tests := []struct {
		name, source, from, to string
		want                   model.State // empty where there is no way
	}{
		{"nothing joins them", ends, app, data, ""},
		{"a hub with routes on both sides", ends + ordinary + hubBack, app, data, model.Known},
		{"a hub, no route back", ends + ordinary, app, data, ""},
		{"a hub, a route back to elsewhere", ends + ordinary + strings.ReplaceAll(hubBack, "10.0.0.0/8", "10.9.0.0/16"), app, data, ""},
		{"a hub, a route back to some of them", ends + ordinary + strings.ReplaceAll(hubBack, "10.0.0.0/8", "10.0.1.0/25"), app, data, model.Unknown},
		{"a hub, a route there to elsewhere", ends + strings.ReplaceAll(ordinary, "10.0.0.0/8", "10.2.0.0/16") + hubBack, app, data, ""},
		{"a hub whose route is for elsewhere", ends + own + hubBack + spokes + strings.NewReplacer("BLACKHOLE", "false", "10.1.0.0/16", "10.2.0.0/16").Replace(spokeRoute), app, data, ""},
		{"a hub whose tables nobody is in", ends + own + hubBack, app, data, ""},
		{"a hub whose table leads one way", ends + own + hubBack + spokes, app, data, ""},
		{"a hub whose table leads both ways", ends + own + hubBack + spokes + strings.ReplaceAll(spokeRoute, "BLACKHOLE", "false"), app, data, model.Known},
		{"a hub whose route drops everything", ends + own + hubBack + spokes + strings.ReplaceAll(spokeRoute, "BLACKHOLE", "true"), app, data, ""},
		{"a service behind an endpoint", ends + strings.ReplaceAll(privateLink, "WHO", "app"), app, "aws_instance.service", model.Known},
		{"an endpoint that lets others in", ends + strings.ReplaceAll(privateLink, "WHO", "nobody"), app, "aws_instance.service", ""},
		{"an office, route back", ends + office + officeRoute, "aws_vpn_connection.office", data, model.Unknown},
		{"an office, no route back", ends + office, "aws_vpn_connection.office", data, ""},
		{"an office, only our own are let in", ours + office + officeRoute, "aws_vpn_connection.office", data, ""},
		{"people over a VPN who are let in", ends + people + peopleRule, "aws_ec2_client_vpn_endpoint.people", data, model.Assumed},
		{"people over a VPN who are not", ends + people, "aws_ec2_client_vpn_endpoint.people", data, ""},
		{"a peer elsewhere", ends + farPeer, "aws_vpc_peering_connection.far", data, model.Unknown},
		{"a peer elsewhere who is not let in", ours + farPeer, "aws_vpc_peering_connection.far", data, ""},
		{"a peer elsewhere, the other network", ends + farPeer, "aws_vpc_peering_connection.far", app, ""},
		{"networks that peer with each other", clouds + peeredBack, "google_compute_instance.app", "google_compute_instance.data", model.Known},
		{"a network that the other does not peer with", clouds, "google_compute_instance.app", "google_compute_instance.data", ""},
		{"a rule that comes first keeps them out", clouds + peeredBack + shut, "google_compute_instance.app", "google_compute_instance.data", ""},
		{"neighbours whom no rule is about", strings.NewReplacer("ACCESS", "Deny", "10.0.1.0/24\"\n    destination", "10.9.0.0/16\"\n    destination").Replace(neighbours), "azurerm_linux_virtual_machine.app", "azurerm_linux_virtual_machine.data", model.Known},
		{"neighbours whom a rule denies", strings.ReplaceAll(neighbours, "ACCESS", "Deny"), "azurerm_linux_virtual_machine.app", "azurerm_linux_virtual_machine.data", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := stateOf(topology.NewReach(load(t, c, []byte(tt.source))).From(tt.from), tt.to); got != tt.want {
				t.Errorf("state %q, want %q", got, tt.want)
			}
		})
	}
}

func stateOf(list []topology.Reached, to string) model.State {
	for _, r := range list {
		if r.To.ID == to {
			return r.State
		}
	}
	return ""
}
