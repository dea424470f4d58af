# What the roles of Google Cloud give: the basic roles, and the predefined ones
# that reach content, rights or other identities. A role that is not here gives
# nothing that the model knows, and the grant is left out with a note.

cloud "google" {
  source    = "https://cloud.google.com/iam/docs/roles-permissions"
  everyone  = ["allUsers"]
  signed_in = ["allAuthenticatedUsers"]
  above     = ["organizations/", "folders/"]

  # Basic roles do not reach the payload of secrets, and objects of buckets only
  # for editors and owners (through convenience values that a bucket begins with).
  role "roles/owner" { admin = ["*"] }
  role "roles/editor" {
    list  = ["*"]
    read  = ["google_storage_bucket", "google_pubsub_*", "google_compute_*", "google_cloudfunctions*", "google_cloud_run*", "google_container_*", "google_bigtable_*", "google_spanner_*", "google_sql_*", "google_redis_*", "google_artifact_registry_*", "google_logging_*", "google_firestore_*", "google_bigquery_dataset"]
    write = ["*"]
  }
  role "roles/viewer" {
    list = ["*"]
    read = ["google_bigtable_*", "google_spanner_*", "google_firestore_*", "google_artifact_registry_*", "google_logging_*", "google_cloudfunctions*", "google_cloud_run*", "google_compute_instance*"]
  }
  role "roles/browser" { list = ["google_project*", "google_folder"] }

  role "roles/resourcemanager.projectIamAdmin" { permissions = ["*"] }
  role "roles/resourcemanager.organizationAdmin" { permissions = ["*"] }
  role "roles/iam.securityAdmin" {
    list        = ["*"]
    permissions = ["*"]
  }
  role "roles/iam.roleAdmin" { permissions = ["google_project_iam_custom_role", "google_organization_iam_custom_role"] }

  role "roles/iam.serviceAccountUser" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  role "roles/iam.serviceAccountTokenCreator" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  role "roles/iam.serviceAccountOpenIdTokenCreator" { read = ["google_service_account"] }
  role "roles/iam.workloadIdentityUser" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  role "roles/iam.serviceAccountKeyAdmin" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  role "roles/iam.serviceAccountAdmin" {
    list        = ["google_service_account"]
    write       = ["google_service_account"]
    permissions = ["google_service_account"]
  }

  role "roles/storage.admin" { admin = ["google_storage_bucket"] }
  role "roles/storage.objectAdmin" {
    list  = ["google_storage_bucket"]
    read  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
  }
  role "roles/storage.objectUser" {
    list  = ["google_storage_bucket"]
    read  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
  }
  role "roles/storage.objectViewer" {
    list = ["google_storage_bucket"]
    read = ["google_storage_bucket"]
  }
  role "roles/storage.objectCreator" { write = ["google_storage_bucket"] }
  role "roles/storage.legacyBucketOwner" {
    list        = ["google_storage_bucket"]
    write       = ["google_storage_bucket"]
    permissions = ["google_storage_bucket"]
  }
  role "roles/storage.legacyBucketReader" { list = ["google_storage_bucket"] }
  role "roles/storage.legacyBucketWriter" {
    list  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
  }
  role "roles/storage.legacyObjectReader" { read = ["google_storage_bucket"] }
  role "roles/storage.legacyObjectOwner" {
    read        = ["google_storage_bucket"]
    permissions = ["google_storage_bucket"]
  }

  role "roles/bigquery.admin" { admin = ["google_bigquery_*"] }
  role "roles/bigquery.dataOwner" { admin = ["google_bigquery_*"] }
  role "roles/bigquery.dataEditor" {
    list  = ["google_bigquery_*"]
    read  = ["google_bigquery_*"]
    write = ["google_bigquery_*"]
  }
  role "roles/bigquery.dataViewer" {
    list = ["google_bigquery_*"]
    read = ["google_bigquery_*"]
  }
  role "roles/bigquery.metadataViewer" { list = ["google_bigquery_*"] }

  role "roles/secretmanager.admin" { admin = ["google_secret_manager_*"] }
  role "roles/secretmanager.secretAccessor" { read = ["google_secret_manager_*"] }
  role "roles/secretmanager.secretVersionAdder" { write = ["google_secret_manager_*"] }
  role "roles/secretmanager.secretVersionManager" { write = ["google_secret_manager_*"] }
  role "roles/secretmanager.viewer" { list = ["google_secret_manager_*"] }

  role "roles/cloudkms.admin" {
    list        = ["google_kms_*"]
    write       = ["google_kms_*"]
    permissions = ["google_kms_*"]
  }
  role "roles/cloudkms.cryptoKeyDecrypter" { read = ["google_kms_*"] }
  role "roles/cloudkms.cryptoKeyEncrypterDecrypter" { read = ["google_kms_*"] }

  role "roles/pubsub.admin" { admin = ["google_pubsub_*"] }
  role "roles/pubsub.editor" {
    list  = ["google_pubsub_*"]
    read  = ["google_pubsub_*"]
    write = ["google_pubsub_*"]
  }
  role "roles/pubsub.publisher" { write = ["google_pubsub_topic"] }
  role "roles/pubsub.subscriber" { read = ["google_pubsub_*"] }
  role "roles/pubsub.viewer" { list = ["google_pubsub_*"] }

  role "roles/cloudsql.admin" { admin = ["google_sql_*"] }
  role "roles/cloudsql.editor" {
    list  = ["google_sql_*"]
    write = ["google_sql_*"]
  }
  role "roles/cloudsql.client" { list = ["google_sql_*"] }
  role "roles/cloudsql.instanceUser" { list = ["google_sql_*"] }
  role "roles/cloudsql.viewer" { list = ["google_sql_*"] }
  role "roles/datastore.owner" { admin = ["google_firestore_*", "google_datastore_*"] }
  role "roles/datastore.user" {
    list  = ["google_firestore_*", "google_datastore_*"]
    read  = ["google_firestore_*", "google_datastore_*"]
    write = ["google_firestore_*", "google_datastore_*"]
  }
  role "roles/datastore.viewer" {
    list = ["google_firestore_*", "google_datastore_*"]
    read = ["google_firestore_*", "google_datastore_*"]
  }
  role "roles/spanner.admin" { admin = ["google_spanner_*"] }
  role "roles/spanner.databaseUser" {
    list  = ["google_spanner_*"]
    read  = ["google_spanner_*"]
    write = ["google_spanner_*"]
  }
  role "roles/spanner.databaseReader" {
    list = ["google_spanner_*"]
    read = ["google_spanner_*"]
  }
  role "roles/bigtable.admin" { admin = ["google_bigtable_*"] }
  role "roles/bigtable.user" {
    list  = ["google_bigtable_*"]
    read  = ["google_bigtable_*"]
    write = ["google_bigtable_*"]
  }
  role "roles/bigtable.reader" {
    list = ["google_bigtable_*"]
    read = ["google_bigtable_*"]
  }
  role "roles/redis.admin" { admin = ["google_redis_*"] }

  role "roles/compute.admin" { admin = ["google_compute_*"] }
  role "roles/compute.instanceAdmin" {
    list  = ["google_compute_*"]
    read  = ["google_compute_instance*", "google_compute_disk*"]
    write = ["google_compute_instance*", "google_compute_disk*"]
  }
  role "roles/compute.instanceAdmin.v1" {
    list  = ["google_compute_*"]
    read  = ["google_compute_instance*", "google_compute_disk*", "google_compute_snapshot"]
    write = ["google_compute_instance*", "google_compute_disk*", "google_compute_snapshot"]
  }
  role "roles/compute.osAdminLogin" {
    read  = ["google_compute_instance*"]
    write = ["google_compute_instance*"]
  }
  role "roles/compute.osLogin" { read = ["google_compute_instance*"] }
  role "roles/compute.viewer" { list = ["google_compute_*"] }
  role "roles/container.admin" { admin = ["google_container_*"] }
  role "roles/container.clusterAdmin" {
    list  = ["google_container_*"]
    write = ["google_container_*"]
  }
  role "roles/container.developer" {
    list  = ["google_container_*"]
    read  = ["google_container_*"]
    write = ["google_container_*"]
  }
  role "roles/container.viewer" { list = ["google_container_*"] }
  role "roles/cloudfunctions.admin" { admin = ["google_cloudfunctions*"] }
  role "roles/cloudfunctions.developer" {
    list  = ["google_cloudfunctions*"]
    read  = ["google_cloudfunctions*"]
    write = ["google_cloudfunctions*"]
  }
  role "roles/cloudfunctions.invoker" { list = ["google_cloudfunctions*"] }
  role "roles/run.admin" { admin = ["google_cloud_run*"] }
  role "roles/run.developer" {
    list  = ["google_cloud_run*"]
    read  = ["google_cloud_run*"]
    write = ["google_cloud_run*"]
  }
  role "roles/run.invoker" { list = ["google_cloud_run*"] }
  role "roles/cloudbuild.builds.editor" { write = ["google_cloudbuild_*"] }
  role "roles/artifactregistry.admin" { admin = ["google_artifact_registry_*"] }
  role "roles/artifactregistry.writer" {
    list  = ["google_artifact_registry_*"]
    read  = ["google_artifact_registry_*"]
    write = ["google_artifact_registry_*"]
  }
  role "roles/artifactregistry.reader" {
    list = ["google_artifact_registry_*"]
    read = ["google_artifact_registry_*"]
  }
  role "roles/logging.admin" { admin = ["google_logging_*"] }
  role "roles/logging.configWriter" { write = ["google_logging_*"] }
  role "roles/logging.privateLogViewer" {
    list = ["google_logging_*"]
    read = ["google_logging_*"]
  }
  role "roles/logging.viewer" {
    list = ["google_logging_*"]
    read = ["google_logging_*"]
  }

  # For roles of one's own.
  permission "storage.buckets.list" { list = ["google_storage_bucket"] }
  permission "storage.objects.list" { list = ["google_storage_bucket"] }
  permission "storage.objects.get" { read = ["google_storage_bucket"] }
  permission "storage.objects.create" { write = ["google_storage_bucket"] }
  permission "storage.objects.delete" { write = ["google_storage_bucket"] }
  permission "storage.buckets.delete" { write = ["google_storage_bucket"] }
  permission "storage.buckets.setIamPolicy" { permissions = ["google_storage_bucket"] }
  permission "bigquery.tables.list" { list = ["google_bigquery_*"] }
  permission "bigquery.tables.getData" { read = ["google_bigquery_*"] }
  permission "bigquery.tables.updateData" { write = ["google_bigquery_*"] }
  permission "bigquery.datasets.delete" { write = ["google_bigquery_*"] }
  permission "bigquery.datasets.setIamPolicy" { permissions = ["google_bigquery_*"] }
  permission "secretmanager.secrets.list" { list = ["google_secret_manager_*"] }
  permission "secretmanager.versions.access" { read = ["google_secret_manager_*"] }
  permission "secretmanager.versions.add" { write = ["google_secret_manager_*"] }
  permission "secretmanager.secrets.delete" { write = ["google_secret_manager_*"] }
  permission "secretmanager.secrets.setIamPolicy" { permissions = ["google_secret_manager_*"] }
  permission "cloudkms.cryptoKeyVersions.useToDecrypt" { read = ["google_kms_*"] }
  permission "cloudkms.cryptoKeyVersions.destroy" { write = ["google_kms_*"] }
  permission "cloudkms.cryptoKeys.setIamPolicy" { permissions = ["google_kms_*"] }
  permission "pubsub.subscriptions.consume" { read = ["google_pubsub_*"] }
  permission "pubsub.topics.publish" { write = ["google_pubsub_topic"] }
  permission "pubsub.topics.setIamPolicy" { permissions = ["google_pubsub_*"] }
  permission "iam.serviceAccounts.actAs" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  permission "iam.serviceAccounts.getAccessToken" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  permission "iam.serviceAccounts.signBlob" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  permission "iam.serviceAccounts.signJwt" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  permission "iam.serviceAccounts.implicitDelegation" { read = ["google_service_account"] }
  permission "iam.serviceAccountKeys.create" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
  }
  permission "iam.serviceAccounts.setIamPolicy" { permissions = ["google_service_account"] }
  permission "iam.roles.update" { permissions = ["google_project_iam_custom_role", "google_organization_iam_custom_role"] }
  permission "resourcemanager.projects.setIamPolicy" { permissions = ["*"] }
  permission "compute.instances.setMetadata" {
    read  = ["google_compute_instance*"]
    write = ["google_compute_instance*"]
  }
  permission "compute.instances.osLogin" { read = ["google_compute_instance*"] }
  permission "compute.instances.osAdminLogin" {
    read  = ["google_compute_instance*"]
    write = ["google_compute_instance*"]
  }
  permission "compute.instances.delete" { write = ["google_compute_instance*"] }
  permission "cloudfunctions.functions.sourceCodeGet" { read = ["google_cloudfunctions*"] }
  permission "cloudfunctions.functions.update" { write = ["google_cloudfunctions*"] }
  permission "cloudfunctions.functions.setIamPolicy" { permissions = ["google_cloudfunctions*"] }
  permission "run.services.update" { write = ["google_cloud_run*"] }
  permission "run.services.setIamPolicy" { permissions = ["google_cloud_run*"] }
  permission "container.pods.exec" {
    read  = ["google_container_cluster"]
    write = ["google_container_cluster"]
  }
  permission "container.secrets.get" { read = ["google_container_cluster"] }
  permission "cloudsql.instances.update" { write = ["google_sql_*"] }
  permission "cloudsql.instances.export" { read = ["google_sql_*"] }
  permission "cloudsql.users.update" {
    read  = ["google_sql_*"]
    write = ["google_sql_*"]
  }
}
