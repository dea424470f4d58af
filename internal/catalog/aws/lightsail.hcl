# Amazon Lightsail: machines and databases at a flat price.

# Each has a public address.
# https://docs.aws.amazon.com/lightsail/latest/userguide/understanding-public-ip-and-private-ip-addresses-in-amazon-lightsail.html
resource "aws_lightsail_instance" {
  kind = "compute.vm"
  name = self.name

  standin "id" { value = standin_name }
  standin "arn" { value = "arn:${partition}:lightsail:${region}:${account}:Instance/${standin_hash}" }

  fact "public_network_access" { value = true }
  fact "user_data_secret" { value = has_secret(script(self.user_data)) }

  companion "ports" {
    type  = "aws_lightsail_instance_public_ports"
    where = "instance_name"
  }

  network { public_address = true }
}

# Whoever names no range lets everyone in:
# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_instance_public_ports
resource "aws_lightsail_instance_public_ports" {
  kind = "network.rule"
  name = self.instance_name

  rule {
    each      = self.port_info
    direction = "in"
    protocol  = tostring(each.protocol)
    from_port = each.from_port
    to_port   = each.to_port
    cidrs     = length(concat(default(each.cidrs, []), default(each.ipv6_cidrs, []), default(each.cidr_list_aliases, []))) == 0 ? ["0.0.0.0/0"] : concat(default(each.cidrs, []), default(each.ipv6_cidrs, []))
  }
}

# https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lightsail_database
resource "aws_lightsail_database" {
  kind = "store.sql"
  name = self.relational_database_name

  standin "id" { value = default(self.relational_database_name, standin_name) }
  standin "arn" { value = "arn:${partition}:lightsail:${region}:${account}:RelationalDatabase/${standin_hash}" }

  # Seven days where backups are on.
  fact "backup_retention_days" { value = default(self.backup_retention_enabled, true) ? 7 : 0 }
  fact "encrypted_at_rest" { value = true }
  fact "password_literal" { value = written_out(self.master_password) }
  fact "public_network_access" { value = default(self.publicly_accessible, false) }

  network { public_address = default(self.publicly_accessible, false) }
}
