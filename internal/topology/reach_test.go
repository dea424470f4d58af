package topology_test

import (
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/topology"
)

// inside is a machine and a database in two subnets; the tests say who the
// database lets in (WHO) and in which network it stands (NET).
const inside = `
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc" "other" {
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "app" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
resource "aws_subnet" "data" {
  vpc_id     = aws_vpc.NET.id
  cidr_block = "10.1.2.0/24"
}
resource "aws_security_group" "app" {
  vpc_id = aws_vpc.main.id
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}
resource "aws_security_group" "data" {
  vpc_id = aws_vpc.NET.id
  ingress {
    from_port = 5432
    to_port   = 5432
    protocol  = "tcp"
    WHO
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
`

const accessList = `
resource "aws_network_acl" "data" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = [aws_subnet.data.id]
  ingress {
    rule_no    = 200
    action     = "allow"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "0.0.0.0/0"
  }
  ingress {
    rule_no    = 100
    action     = "FIRST"
    protocol   = "-1"
    from_port  = 0
    to_port    = 0
    cidr_block = "10.0.1.0/24"
  }
}
`

const joined = `
resource "aws_vpc_peering_connection" "both" {
  vpc_id      = aws_vpc.main.id
  peer_vpc_id = aws_vpc.other.id
}
resource "aws_route_table" "app" {
  vpc_id = aws_vpc.main.id
  route {
    cidr_block                = "10.1.0.0/16"
    vpc_peering_connection_id = aws_vpc_peering_connection.both.id
  }
}
resource "aws_route_table_association" "app" {
  subnet_id      = aws_subnet.app.id
  route_table_id = aws_route_table.app.id
}
resource "aws_route_table" "data" {
  vpc_id = aws_vpc.other.id
}
resource "aws_route_table_association" "data" {
  subnet_id      = aws_subnet.data.id
  route_table_id = aws_route_table.data.id
}
`

const back = `
resource "aws_route" "back" {
  route_table_id            = aws_route_table.data.id
  destination_cidr_block    = "10.0.0.0/16"
  vpc_peering_connection_id = aws_vpc_peering_connection.both.id
}
`

func TestReach(t *testing.T) {
	c, err := catalog.Default()
	if err != nil {
		t.Fatal(err)
	}
	who := func(text, network string) string {
		return strings.NewReplacer("WHO", text, "NET", network).Replace(inside)
	}
	byGroup := who(`security_groups = [aws_security_group.app.id]`, "main")
	ours := `cidr_blocks = ["10.0.1.0/24"]`
	tests := []struct {
		name, source string
		want         model.State // empty where there is no way
	}{
		{"named by group", byGroup, model.Known},
		{"another group", who(`security_groups = [aws_security_group.jobs.id]`, "main") + "resource \"aws_security_group\" \"jobs\" {\n  vpc_id = aws_vpc.main.id\n}\n", ""},
		{"named by address", who(ours, "main"), model.Known},
		{"other addresses", who(`cidr_blocks = ["10.0.9.0/24"]`, "main"), ""},
		{"no way out", strings.ReplaceAll(byGroup, `"0.0.0.0/0"`, `"192.0.2.0/24"`), ""},
		{"a list lets it pass", byGroup + strings.ReplaceAll(accessList, "FIRST", "allow"), model.Known},
		{"a list denies it first", byGroup + strings.ReplaceAll(accessList, "FIRST", "deny"), ""},
		{"another network", who(ours, "other"), ""},
		{"joined, routes on both sides", who(ours, "other") + joined + back, model.Known},
		{"joined, no route back", who(ours, "other") + joined, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := model.State("")
			for _, r := range topology.NewReach(load(t, c, []byte(tt.source))).From("aws_instance.app") {
				if r.To.ID == "aws_db_instance.data" {
					got = r.State
					if len(r.Evidence) == 0 {
						t.Error("nothing proves it")
					}
				}
			}
			if got != tt.want {
				t.Errorf("state %q, want %q", got, tt.want)
			}
		})
	}
}
