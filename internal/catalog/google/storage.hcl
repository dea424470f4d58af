# Cloud Storage, registries and files.

resource "google_artifact_registry_repository" {
  kind = "store.registry"
  name = self.repository_id

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/repositories/${standin_name}" }
  standin "name" { value = standin_name }
  aliases = ["${default(self.location, region)}-docker.pkg.dev/${default(self.project, account)}/${standin_name}"]

  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = false }
  # Tags can be moved unless the repository says otherwise:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/artifact_registry_repository#nested_docker_config
  fact "tags_mutable" { value = default(self.format, "DOCKER") == "DOCKER" ? !default(self.docker_config[0].immutable_tags, false) : null }
}

resource "google_container_registry" {
  kind = "store.registry"
  name = default(self.project, self.location)

  # Its images are objects in a bucket, and its tags can be moved.
  fact "tags_mutable" { value = true }
}

resource "google_filestore_backup" {
  kind = "store.snapshot"
  name = self.name

  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = false }
}

resource "google_filestore_instance" {
  kind = "store.file"
  name = self.name

  standin "id" { value = "projects/${account}/locations/${default(self.location, self.zone, region)}/instances/${standin_name}" }

  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "deletion_protection" { value = default(self.deletion_protection_enabled, false) }
  fact "encrypted_at_rest" { value = true }

  network {
    vpc            = default(self.networks[0].network, [])
    public_address = false
  }
}

resource "google_netapp_volume" {
  kind = "store.file"
  name = self.name

  fact "encrypted_at_rest" { value = true }
}

resource "google_storage_bucket" {
  kind = "store.object"
  name = self.name

  standin "id" { value = standin_name }
  standin "url" { value = "gs://${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/storage/v1/b/${standin_name}" }
  aliases = ["${standin_name}.storage.googleapis.com"]

  companion "acl" {
    type  = "google_storage_bucket_acl"
    where = "bucket"
  }
  companion "default_acl" {
    type  = "google_storage_default_object_acl"
    where = "bucket"
  }

  let "enforced" { value = default(self.public_access_prevention, "inherited") == "enforced" }
  # Lists count only where access is not uniform.
  let "uniform" { value = default(self.uniform_bucket_level_access, false) }
  let "entries" { value = concat(default(companion.acl.role_entity, []), default(companion.default_acl.role_entity, [])) }
  let "read_by_list" {
    value = contains(["publicRead", "publicReadWrite", "authenticatedRead"], default(companion.acl.predefined_acl, "private")) || anytrue([for e in let.entries : matches(e, "(?i):all(Authenticated)?Users$")])
  }
  let "write_by_list" {
    value = default(companion.acl.predefined_acl, "private") == "publicReadWrite" || anytrue([for e in let.entries : matches(e, "(?i)^(WRITER|OWNER):all(Authenticated)?Users$")])
  }

  fact "access_logs" { value = default(self.logging[0].log_bucket, "") != "" }
  fact "cors_any_origin" { value = anytrue([for c in default(self.cors, []) : contains(default(c.origin, []), "*")]) }
  fact "customer_key" { value = default(self.encryption[0].default_kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "object_lock" { value = default(self.retention_policy[0].retention_period, "0") != "0" || default(self.enable_object_retention, false) }
  # Uniform access is off by default in Terraform, and prevention is inherited:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/storage_bucket
  fact "public_guard" { value = let.enforced || let.uniform }
  fact "public_read" { value = let.read_by_list && !let.uniform && !let.enforced }
  fact "public_write" { value = let.write_by_list && !let.uniform && !let.enforced }
  fact "uniform_access" { value = let.uniform }
  fact "versioned" { value = default(self.versioning[0].enabled, self.versioning.enabled, false) }
  fact "website" { value = length(default(self.website, [])) > 0 }

  flow {
    to        = default(self.logging[0].log_bucket)
    operation = "storage.objects.create"
  }
}

resource "google_storage_bucket_access_control" {
  also       = ["google_storage_default_object_access_control"]
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["google_storage_bucket"]
  name       = self.bucket

  fact "public_read" {
    value  = one_of(self.entity, local.google_everyone)
    raises = true
  }
  fact "public_write" {
    value  = one_of(self.entity, local.google_everyone) && contains(["WRITER", "OWNER"], default(self.role, "READER"))
    raises = true
  }
}

resource "google_storage_bucket_acl" {
  also       = ["google_storage_default_object_acl"]
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["google_storage_bucket"]
  name       = self.bucket

  fact "public_read" {
    value = contains(["publicRead", "publicReadWrite", "authenticatedRead"], default(self.predefined_acl, "private")) || anytrue([for e in default(self.role_entity, []) : matches(e, "(?i):all(Authenticated)?Users$")])
  }
  fact "public_write" {
    value = default(self.predefined_acl, "private") == "publicReadWrite" || anytrue([for e in default(self.role_entity, []) : matches(e, "(?i)^(WRITER|OWNER):all(Authenticated)?Users$")])
  }
}

resource "google_storage_bucket_object" {
  belongs_to = self.bucket
  of_type    = ["google_storage_bucket"]

  standin "id" { value = "${default(self.bucket, "standin")}-${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/storage/v1/b/${default(self.bucket, "standin")}/o/${standin_name}" }
}

resource "google_storage_hmac_key" {
  kind = "identity.user"
  name = self.service_account_email

  # The key works until someone takes it back.
  fact "access_key" { value = default(self.state, "ACTIVE") == "ACTIVE" }
}

resource "google_storage_notification" {
  belongs_to = self.bucket
  of_type    = ["google_storage_bucket"]

  flow {
    to       = self.topic
    protocol = "event"
  }
}

resource "google_storage_object_access_control" {
  also       = ["google_storage_object_acl"]
  kind       = "store.object"
  belongs_to = self.bucket
  of_type    = ["google_storage_bucket"]
  name       = self.object

  fact "public_read" {
    value  = one_of(self.entity, local.google_everyone) || contains(["publicRead", "publicReadWrite", "authenticatedRead"], default(self.predefined_acl, "private")) || anytrue([for e in default(self.role_entity, []) : matches(e, "(?i):all(Authenticated)?Users$")])
    raises = true
  }
}

resource "google_storage_transfer_job" {
  flow {
    from = default(self.transfer_spec[0].gcs_data_source[0].bucket_name)
    to   = default(self.transfer_spec[0].gcs_data_sink[0].bucket_name)
  }
}
