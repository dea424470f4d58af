# Keys, secrets, records of what happens, and what raises an alarm.

data "google_secret_manager_secret" {
  kind = "secret_store"
  name = self.secret_id

  standin "id" { value = "projects/${account}/secrets/${standin_name}" }
  standin "name" { value = self.id }
}

data "google_secret_manager_secret_version" {
  standin "name" { value = "projects/${account}/secrets/${default(self.secret, standin_name)}/versions/latest" }
}

resource "google_access_context_manager_service_perimeter" {
  also = ["google_access_context_manager_service_perimeters"]
  kind = "network.rule"
  name = default(self.title, self.name)
}

resource "google_access_context_manager_access_level" {}

resource "google_apikeys_key" {
  kind = "iac.config"
  name = default(self.display_name, self.name)

  let "limits" { value = default(self.restrictions[0]) }

  # Without restrictions it is good for every interface and for callers anywhere:
  # https://cloud.google.com/docs/authentication/api-keys#securing
  fact "any_caller_key" {
    value = !has(self.restrictions) || alltrue([for name in ["android_key_restrictions", "api_targets", "browser_key_restrictions", "ios_key_restrictions", "server_key_restrictions"] : length(default(let.limits[name], [])) == 0])
  }
}

resource "google_kms_crypto_key" {
  kind    = "kms_key"
  name    = self.name
  part_of = self.key_ring

  standin "id" { value = "${default(self.key_ring, "projects/${account}/locations/global/keyRings/standin")}/cryptoKeys/${standin_name}" }

  let "symmetric" { value = default(self.purpose, "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT" }
  let "period" { value = default(tonumber(trimsuffix(self.rotation_period, "s")), 0) }

  # Versions can be restored for 30 days, and since provider version 5 for as
  # long as someone says:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/kms_crypto_key#destroy_scheduled_duration
  fact "deletion_window_days" { value = default(tonumber(trimsuffix(self.destroy_scheduled_duration, "s")) / 86400, 30) }
  fact "public_read" { value = false }
  # Only symmetric keys can change by themselves, and none does unless told to. A
  # period of more than a year is hardly one.
  fact "rotation" { value = let.symmetric ? has(self.rotation_period) && let.period <= 31536000 && let.period > 0 : null }
  fact "rotation_days" { value = let.symmetric && has(self.rotation_period) ? let.period / 86400 : null }
}

resource "google_kms_crypto_key_version" {
  belongs_to = self.crypto_key
  of_type    = ["google_kms_crypto_key"]
}

resource "google_kms_key_ring" {
  standin "id" { value = "projects/${account}/locations/${default(self.location, "global")}/keyRings/${standin_name}" }
  standin "self_link" { value = self.id }
}

resource "google_kms_key_ring_import_job" {}

resource "google_kms_secret_ciphertext" {
  kind = "secret_store"

  fact "literal_secret" { value = literal(self.plaintext) }
}

resource "google_logging_project_bucket_config" {
  also = ["google_logging_folder_bucket_config", "google_logging_organization_bucket_config", "google_logging_billing_account_bucket_config"]
  kind = "log.sink"
  name = self.bucket_id

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/logging_project_bucket_config#retention_days
  fact "customer_key" { value = default(self.cmek_settings[0].kms_key_name, "") != "" }
  fact "object_lock" { value = default(self.locked, false) }
  fact "retention_days" { value = default(self.retention_days, 30) }
}

resource "google_logging_metric" {
  kind = "log.detector"
  name = self.name
}

resource "google_logging_project_sink" {
  also    = ["google_logging_folder_sink", "google_logging_organization_sink", "google_logging_billing_account_sink"]
  kind    = "log.trail"
  name    = self.name
  runs_as = self.writer_identity

  standin "id" { value = "projects/${account}/sinks/${standin_name}" }
  standin "writer_identity" { value = "serviceAccount:service-${substr(standin_hash, 0, 6)}@gcp-sa-logging.iam.gserviceaccount.com" }

  flow {
    to        = trimprefix(trimprefix(default(self.destination, ""), "storage.googleapis.com/"), "bigquery.googleapis.com/")
    operation = "s3:PutObject"
  }
}

resource "google_monitoring_alert_policy" {
  kind = "log.detector"
  name = self.display_name
}

resource "google_monitoring_notification_channel" {}

resource "google_scc_source" {
  kind = "log.detector"
  name = self.display_name
}

resource "google_scc_notification_config" {
  also = ["google_scc_project_notification_config", "google_scc_v2_organization_notification_config"]
  kind = "log.detector"
  name = self.config_id
}

resource "google_secret_manager_secret" {
  also = ["google_secret_manager_regional_secret"]
  kind = "secret_store"
  name = self.secret_id

  standin "id" { value = "projects/${account}/secrets/${standin_name}" }
  standin "name" { value = self.id }
  aliases = [self.secret_id]

  companion "version" {
    type  = "google_secret_manager_secret_version"
    where = "secret"
  }

  fact "customer_key" { value = default(self.replication[0].auto[0].customer_managed_encryption[0].kms_key_name, self.replication[0].user_managed[0].replicas[0].customer_managed_encryption[0].kms_key_name, self.customer_managed_encryption[0].kms_key_name, "") != "" }
  fact "encrypted_at_rest" { value = true }
  fact "literal_secret" { value = !has(companion.version) ? null : literal(companion.version.secret_data) }
  fact "public_read" { value = false }
  fact "rotation" { value = length(default(self.rotation, [])) > 0 }
}

resource "google_secret_manager_secret_version" {
  also       = ["google_secret_manager_regional_secret_version"]
  kind       = "secret_store"
  belongs_to = self.secret
  of_type    = ["google_secret_manager_secret"]

  standin "id" { value = "${default(self.secret, "standin")}/versions/1" }
  standin "name" { value = self.id }

  fact "literal_secret" { value = literal(self.secret_data) }
}

resource "google_security_scanner_scan_config" {}
