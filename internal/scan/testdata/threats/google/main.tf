# Each resource is named after a threat: bad_ ones must have it, good_ ones must
# not. What else is found on them does not matter.

resource "google_storage_bucket" "bad_obj_006" { name = "a" }
resource "google_storage_bucket" "good_obj_006" {
  name                        = "b"
  uniform_bucket_level_access = true
}
resource "google_storage_bucket" "bad_obj_005" { name = "c" }
resource "google_storage_bucket_iam_member" "public" {
  bucket = google_storage_bucket.bad_obj_005.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
resource "google_storage_bucket" "good_obj_005" { name = "d" }
resource "google_storage_bucket_iam_member" "named" {
  bucket = google_storage_bucket.good_obj_005.name
  role   = "roles/storage.objectViewer"
  member = "group:ops@acme.example"
}
resource "google_storage_bucket" "bad_obj_002" { name = "e" }
resource "google_storage_bucket_iam_binding" "writable" {
  bucket  = google_storage_bucket.bad_obj_002.name
  role    = "roles/storage.objectAdmin"
  members = ["allAuthenticatedUsers"]
}
resource "google_storage_bucket" "bad_obj_013" { name = "f" }
resource "google_storage_bucket" "good_obj_013" {
  name = "g"
  versioning { enabled = true }
}
resource "google_sql_database_instance" "bad_db_004" { database_version = "POSTGRES_15" }
resource "google_sql_database_instance" "good_db_004" {
  database_version = "POSTGRES_15"
  settings {
    ip_configuration { ipv4_enabled = false }
  }
}
resource "google_sql_database_instance" "bad_db_007" { database_version = "MYSQL_8_0" }
resource "google_sql_database_instance" "good_db_007" {
  database_version = "MYSQL_8_0"
  settings {
    ip_configuration { ssl_mode = "ENCRYPTED_ONLY" }
  }
}
resource "google_sql_database_instance" "bad_db_008" { database_version = "MYSQL_8_0" }
resource "google_sql_database_instance" "good_db_008" {
  database_version = "MYSQL_8_0"
  settings {
    backup_configuration { enabled = true }
  }
}
resource "google_sql_database_instance" "bad_db_010" {
  database_version = "MYSQL_8_0"
  settings {
    ip_configuration {
      authorized_networks { value = "0.0.0.0/0" }
    }
  }
}
resource "google_sql_database_instance" "good_db_010" {
  database_version = "MYSQL_8_0"
  settings {
    ip_configuration {
      authorized_networks { value = "203.0.113.0/24" }
    }
  }
}
resource "google_sql_database_instance" "bad_db_001" {
  database_version = "MYSQL_8_0"
  root_password    = "correct-horse"
}
resource "google_sql_database_instance" "bad_log_008" {
  database_version = "POSTGRES_15"
  settings {
    database_flags {
      name  = "log_connections"
      value = "off"
    }
  }
}
resource "google_sql_database_instance" "good_log_008" {
  database_version = "POSTGRES_15"
  settings {
    database_flags {
      name  = "log_connections"
      value = "on"
    }
  }
}
resource "google_bigquery_dataset" "bad_whs_001" {
  dataset_id = "a"
  access {
    role          = "READER"
    special_group = "allAuthenticatedUsers"
  }
}
resource "google_bigquery_dataset" "good_whs_001" {
  dataset_id = "b"
  access {
    role          = "READER"
    special_group = "projectReaders"
  }
}
resource "google_redis_instance" "bad_cac_001" { name = "a" }
resource "google_redis_instance" "good_cac_001" {
  name         = "b"
  auth_enabled = true
}
resource "google_pubsub_topic" "bad_que_001" { name = "a" }
resource "google_pubsub_topic_iam_member" "sender" {
  topic  = google_pubsub_topic.bad_que_001.name
  role   = "roles/pubsub.publisher"
  member = "allUsers"
}
resource "google_pubsub_topic" "good_que_001" { name = "b" }
resource "google_pubsub_subscription" "bad_que_003" {
  name  = "a"
  topic = google_pubsub_topic.good_que_001.id
}
resource "google_pubsub_subscription" "good_que_003" {
  name  = "b"
  topic = google_pubsub_topic.good_que_001.id
  dead_letter_policy { dead_letter_topic = "aside" }
}
resource "google_kms_crypto_key" "bad_kms_004" {
  name     = "a"
  key_ring = "ring"
}
resource "google_kms_crypto_key" "good_kms_004" {
  name            = "b"
  key_ring        = "ring"
  rotation_period = "7776000s"
}
resource "google_kms_crypto_key" "bad_kms_002" {
  name     = "c"
  key_ring = "ring"
}
resource "google_kms_crypto_key_iam_member" "everyone" {
  crypto_key_id = google_kms_crypto_key.bad_kms_002.id
  role          = "roles/cloudkms.cryptoKeyDecrypter"
  member        = "allAuthenticatedUsers"
}
resource "google_secret_manager_secret" "bad_sec_003" { secret_id = "a" }
resource "google_secret_manager_secret_version" "written" {
  secret      = google_secret_manager_secret.bad_sec_003.id
  secret_data = "correct-horse"
}
resource "google_secret_manager_secret" "bad_sec_006" { secret_id = "b" }
resource "google_secret_manager_secret_iam_member" "everyone" {
  secret_id = google_secret_manager_secret.bad_sec_006.id
  role      = "roles/secretmanager.secretAccessor"
  member    = "allUsers"
}
resource "google_secret_manager_secret" "good_sec_006" { secret_id = "c" }
resource "google_artifact_registry_repository" "bad_cic_006" { repository_id = "a" }
resource "google_artifact_registry_repository" "good_cic_006" {
  repository_id = "b"
  docker_config { immutable_tags = true }
}
resource "google_container_cluster" "bad_k8s_008" { name = "a" }
resource "google_container_cluster" "good_k8s_008" {
  name = "b"
  master_authorized_networks_config {
    cidr_blocks { cidr_block = "203.0.113.0/24" }
  }
}
resource "google_container_cluster" "bad_k8s_016" { name = "c" }
resource "google_container_cluster" "good_k8s_016" {
  name = "d"
  workload_identity_config { workload_pool = "p.svc.id.goog" }
}
resource "google_container_cluster" "bad_k8s_020" {
  name               = "e"
  enable_legacy_abac = true
}
resource "google_container_cluster" "good_k8s_020" { name = "f" }
resource "google_container_cluster" "bad_log_009" {
  name            = "g"
  logging_service = "none"
}
resource "google_container_cluster" "good_log_009" { name = "h" }
resource "google_compute_firewall" "bad_net_003" {
  network       = "default"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
resource "google_compute_firewall" "good_net_003" {
  network       = "default"
  source_ranges = ["203.0.113.0/24"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
resource "google_compute_firewall" "bad_net_004" {
  network = "default"
  allow {
    protocol = "tcp"
    ports    = ["5432"]
  }
}
resource "google_compute_firewall" "good_net_004" {
  network = "default"
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
}
resource "google_compute_instance" "bad_cmp_002" {
  name                    = "a"
  metadata_startup_script = "export DB_PASSWORD=hunter2hunter2"
}
resource "google_compute_instance" "good_cmp_002" {
  name                    = "b"
  metadata_startup_script = "export GREETING=hello"
}
resource "google_compute_ssl_policy" "bad_gw_003" { name = "a" }
resource "google_compute_ssl_policy" "good_gw_003" {
  name            = "b"
  min_tls_version = "TLS_1_2"
}
resource "google_cloudfunctions_function" "bad_fn_001" {
  name         = "a"
  trigger_http = true
}
resource "google_cloudfunctions_function_iam_member" "everyone" {
  cloud_function = google_cloudfunctions_function.bad_fn_001.name
  role           = "roles/cloudfunctions.invoker"
  member         = "allUsers"
}
resource "google_cloudfunctions_function" "good_fn_001" {
  name         = "b"
  trigger_http = true
}
resource "google_cloudfunctions_function" "bad_fn_003" {
  name                  = "c"
  environment_variables = { DB_PASSWORD = "correct-horse" }
}
resource "google_cloudfunctions_function" "good_fn_003" {
  name                  = "d"
  environment_variables = { GREETING = "hello" }
}
resource "google_project_iam_member" "bad_iam_021" {
  role   = "roles/editor"
  member = "user:ann@acme.example"
}
resource "google_project_iam_member" "good_iam_021" {
  role   = "roles/storage.objectViewer"
  member = "user:ann@acme.example"
}
resource "google_logging_project_bucket_config" "bad_log_006" { bucket_id = "a" }
resource "google_logging_project_bucket_config" "good_log_006" {
  bucket_id      = "b"
  retention_days = 365
}
