# Providers that reach no cloud: values that other resources are named with.

data "archive_file" {}

data "cloudinit_config" { read = "cloudinit" }

data "local_file" { read = "file" }

data "local_sensitive_file" { read = "file" }

data "template_cloudinit_config" { read = "cloudinit" }

data "template_file" { read = "template" }

resource "archive_file" {}

resource "local_file" {}

resource "null_resource" {
  standin "id" { value = standin_hash }
}

resource "random_id" {
  standin "hex" { value = substr(standin_hash, 0, 8) }
  standin "id" { value = substr(standin_hash, 0, 8) }
  standin "b64_url" { value = substr(standin_hash, 0, 8) }
  standin "dec" { value = "4242" }
}

resource "random_integer" {
  standin "result" { value = default(self.min, 1) }
}

# The result is a secret, and not known from the sources.
resource "random_password" {}

resource "random_pet" {
  standin "id" { value = "${default(self.prefix, "pet")}-${substr(standin_hash, 0, 8)}" }
}

resource "random_string" {
  standin "result" { value = substr(standin_hash, 0, 8) }
  standin "id" { value = substr(standin_hash, 0, 8) }
}

resource "random_uuid" {
  standin "result" { value = "${substr(standin_hash, 0, 8)}-0000-4000-8000-${substr(standin_hash, 5, 12)}" }
  standin "id" { value = self.result }
}

resource "terraform_data" {
  standin "id" { value = standin_hash }
  standin "output" { value = self.input }
}

resource "time_sleep" {}

# The key lies in the state, in clear:
# https://registry.terraform.io/providers/hashicorp/tls/4.0.0/docs/resources/private_key
resource "tls_private_key" {
  kind = "secret_store"

  standin "public_key_openssh" { value = "ssh-rsa ${standin_hash}" }

  fact "kept_in_state" { value = true }
}

resource "tls_self_signed_cert" {}

resource "tls_cert_request" {}

resource "tls_locally_signed_cert" {}
