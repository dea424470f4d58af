# Modules of the public registry, for where nobody has downloaded them: what their
# arguments mean, by their documentation.

# https://registry.terraform.io/modules/GoogleCloudPlatform/cloud-run/google/latest
module "GoogleCloudPlatform/cloud-run/google" {
  stands_for = "google_cloud_run_service"
  kind       = "compute.container"
  name       = self.service_name
  runs_as    = default(self.service_account_email, null)

  standin "service_url" { value = "https://${standin_name}-${standin_hash}-uc.a.run.app" }
  standin "service_name" { value = standin_name }

  fact "arguments" { value = concat(default(self.container_command, []), default(self.argument, [])) }
  fact "image_pinned" { value = has(self.image) ? strcontains(self.image, "@sha256:") : null }
  fact "images" { value = has(self.image) ? [repository(self.image)] : null }

  environment {
    variables = settings(self.env_vars)
    secrets   = secret_settings(self.env_secret_vars)
  }
}

# https://registry.terraform.io/modules/terraform-google-modules/cloud-storage/google/latest/submodules/simple_bucket
module "terraform-google-modules/cloud-storage/google//modules/simple_bucket" {
  stands_for = "google_storage_bucket"
  kind       = "store.object"
  name       = self.name

  standin "name" { value = standin_name }
  standin "url" { value = "gs://${standin_name}" }
  aliases = [self.name]

  fact "encrypted_at_rest" { value = true }
  fact "versioned" { value = default(self.versioning, true) }
}

# https://registry.terraform.io/modules/terraform-google-modules/pubsub/google/latest
module "terraform-google-modules/pubsub/google" {
  stands_for = "google_pubsub_topic"
  kind       = "topic"
  name       = self.topic

  standin "topic" { value = standin_name }
  standin "id" { value = "projects/${account}/topics/${standin_name}" }
  aliases = [self.topic]

  fact "customer_key" { value = default(self.topic_kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }

  flow {
    each     = entries(self.push_subscriptions)
    to       = each.push_endpoint
    protocol = "event"
  }
}

# https://registry.terraform.io/modules/terraform-google-modules/sql-db/google/latest/submodules/postgresql
module "terraform-google-modules/sql-db/google//modules/postgresql" {
  also       = ["terraform-google-modules/sql-db/google//modules/mysql", "GoogleCloudPlatform/sql-db/google//modules/postgresql", "GoogleCloudPlatform/sql-db/google//modules/mysql"]
  stands_for = "google_sql_database_instance"
  kind       = "store.sql"
  name       = self.name

  standin "instance_name" { value = standin_name }
  standin "instance_connection_name" { value = "${account}:${default(self.region, region)}:${standin_name}" }
  aliases = [self.name]

  fact "deletion_protection" { value = default(self.deletion_protection, true) }
  fact "password_literal" { value = written_out(self.user_password) }
}
