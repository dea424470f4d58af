# AWS Organizations: what limits whole accounts.

data "aws_organizations_organization" {
  standin "id" { value = "o-standin" }
  standin "roots" { value = [{ id = "r-root", name = "Root", arn = "arn:${partition}:organizations::${account}:root/o-standin/r-root", policy_types = [] }] }
}

resource "aws_organizations_organization" {
  kind = "org.root"
  name = "organisation"

  standin "id" { value = "o-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:organizations::${account}:organization/${self.id}" }
  standin "roots" { value = [{ id = "r-${standin_hash}", name = "Root", arn = "arn:${partition}:organizations::${account}:root/${self.id}/r-${standin_hash}", policy_types = [] }] }
  aliases = ["r-${standin_hash}"]

  zone { kind = "organisation" }
}

resource "aws_organizations_organizational_unit" {
  kind = "org.unit"
  name = self.name

  standin "id" { value = "ou-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:organizations::${account}:ou/o-standin/${self.id}" }

  zone {
    kind   = "organisation"
    parent = self.parent_id
  }
}

resource "aws_organizations_policy" {
  name = self.name

  standin "id" { value = "p-${standin_hash}" }
  standin "arn" { value = "arn:${partition}:organizations::${account}:policy/o-standin/service_control_policy/${self.id}" }

  policy {
    kind     = "scp"
    when     = default(self.type, "SERVICE_CONTROL_POLICY") == "SERVICE_CONTROL_POLICY"
    document = self.content
    name     = self.name
  }
  policy {
    kind     = "rcp"
    when     = default(self.type, "") == "RESOURCE_CONTROL_POLICY"
    document = self.content
    name     = self.name
  }
}

# The kind is that of the policy which is attached.
resource "aws_organizations_policy_attachment" {
  policy {
    holder  = self.target_id
    outside = true
    managed = self.policy_id
  }
}
