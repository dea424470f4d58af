# What the roles of Google Cloud give: the basic roles, and the predefined ones
# that reach content, rights or other identities. A role that is not here gives
# nothing that the model knows, and the grant is left out with a note.

cloud "google" {
  source    = "https://cloud.google.com/iam/docs/roles-permissions"
  everyone  = ["allUsers"]
  signed_in = ["allAuthenticatedUsers"]
  above     = ["organizations/", "folders/"]
  wide      = ["google_project_iam_*", "google_folder_iam_*", "google_organization_iam_*", "google_iam_deny_policy"]
  whole     = ["*", "projects/*"]
  holders   = ["google_project"]

  # Roles that reach no content, no rights and no other identity: they measure,
  # list, or use something for which another right is needed as well.
  nothing = [
    "roles/logging.logWriter", "roles/logging.bucketWriter", "roles/logging.linkViewer",
    "roles/monitoring.admin", "roles/monitoring.editor", "roles/monitoring.viewer", "roles/monitoring.metricWriter",
    "roles/monitoring.alertPolicyEditor", "roles/monitoring.alertPolicyViewer", "roles/monitoring.notificationChannelEditor",
    "roles/monitoring.notificationChannelViewer", "roles/monitoring.dashboardEditor", "roles/monitoring.dashboardViewer",
    "roles/monitoring.uptimeCheckConfigEditor", "roles/monitoring.uptimeCheckConfigViewer", "roles/monitoring.metricsScopesAdmin",
    "roles/monitoring.metricsScopesViewer",
    "roles/cloudtrace.admin", "roles/cloudtrace.agent", "roles/cloudtrace.user", "roles/errorreporting.admin", "roles/errorreporting.user",
    "roles/errorreporting.viewer", "roles/errorreporting.writer", "roles/cloudprofiler.agent", "roles/cloudprofiler.user", "roles/clouddebugger.agent",
    "roles/stackdriver.resourceMetadata.writer", "roles/stackdriver.accounts.viewer", "roles/telemetry.writer", "roles/telemetry.tracesWriter",
    "roles/serviceusage.serviceUsageConsumer", "roles/serviceusage.serviceUsageViewer", "roles/serviceusage.serviceUsageAdmin",
    "roles/servicemanagement.serviceController", "roles/servicemanagement.reporter",
    "roles/compute.networkUser", "roles/compute.networkViewer", "roles/compute.imageUser",
    "roles/dns.reader", "roles/dns.peer", "roles/vpcaccess.user", "roles/vpcaccess.viewer",
    "roles/cloudtasks.viewer", "roles/eventarc.eventReceiver", "roles/eventarc.viewer", "roles/cloudscheduler.viewer", "roles/workflows.viewer",
    "roles/bigquery.jobUser", "roles/bigquery.readSessionUser", "roles/bigquery.resourceViewer",
    "roles/binaryauthorization.attestorsViewer", "roles/binaryauthorization.policyViewer", "roles/containeranalysis.notes.viewer",
    "roles/containeranalysis.occurrences.viewer",
    "roles/cloudbuild.builds.viewer", "roles/cloudbuild.connectionViewer", "roles/cloudbuild.workerPoolUser",
    "roles/container.hostServiceAgentUser", "roles/container.defaultNodeServiceAccount", "roles/container.nodeServiceAccount",
    "roles/container.clusterViewer", "roles/gkehub.viewer", "roles/gkehub.connect",
    "roles/cloudkms.viewer", "roles/cloudkms.cryptoKeyEncrypter", "roles/cloudkms.publicKeyViewer", "roles/cloudkms.verifier",
    "roles/run.viewer", "roles/cloudfunctions.viewer", "roles/redis.viewer", "roles/memcache.viewer", "roles/file.viewer",
    "roles/billing.viewer", "roles/billing.user", "roles/billing.costsManager",
    "roles/resourcemanager.folderViewer", "roles/resourcemanager.organizationViewer", "roles/resourcemanager.tagViewer",
    "roles/iam.serviceAccountViewer", "roles/iam.securityReviewer", "roles/iam.roleViewer", "roles/iam.workloadIdentityPoolViewer",
    "roles/orgpolicy.policyViewer",
    "roles/cloudasset.viewer", "roles/recommender.viewer", "roles/accesscontextmanager.policyReader", "roles/cloudsupport.viewer",
    "roles/cloudsupport.techSupportEditor", "roles/essentialcontacts.viewer", "roles/essentialcontacts.admin", "roles/securitycenter.adminViewer",
    "roles/aiplatform.viewer", "roles/dataflow.viewer", "roles/dataproc.viewer", "roles/storage.bucketViewer", "roles/firebasenotifications.viewer",
    "roles/identityplatform.viewer",
  ]

  # Basic roles do not reach the payload of secrets, and objects of buckets only
  # for editors and owners (through convenience values that a bucket begins with).
  role "roles/owner" {
    admin = ["*"]
    can   = ["*"]
  }
  role "roles/editor" {
    list   = ["*"]
    read   = ["google_storage_bucket", "google_pubsub_*", "google_compute_*", "google_cloudfunctions*", "google_cloud_run*", "google_container_*", "google_bigtable_*", "google_spanner_*", "google_sql_*", "google_redis_*", "google_artifact_registry_*", "google_logging_*", "google_firestore_*", "google_bigquery_dataset"]
    write  = ["*"]
    can    = ["*"]
    cannot = ["*.setIamPolicy", "iam.roles.*", "iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken", "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt", "iam.serviceAccounts.implicitDelegation", "iam.serviceAccountKeys.*", "iam.workloadIdentityPoolProviders.*", "orgpolicy.*", "secretmanager.versions.access", "resourcemanager.*", "cloudkms.cryptoKeyVersions.useToDecrypt", "storage.hmacKeys.*", "logging.sinks.*", "logging.buckets.*", "container.clusterRoles.*", "container.clusterRoleBindings.*"]
  }
  role "roles/viewer" {
    list = ["*"]
    read = ["google_bigtable_*", "google_spanner_*", "google_firestore_*", "google_artifact_registry_*", "google_logging_*", "google_cloudfunctions*", "google_cloud_run*", "google_compute_instance*"]
  }
  role "roles/browser" { list = ["google_project*", "google_folder"] }

  role "roles/resourcemanager.projectIamAdmin" {
    permissions = ["*"]
    can         = ["resourcemanager.projects.setIamPolicy"]
  }
  role "roles/resourcemanager.organizationAdmin" {
    permissions = ["*"]
    can         = ["resourcemanager.organizations.setIamPolicy", "resourcemanager.folders.setIamPolicy", "resourcemanager.projects.setIamPolicy"]
  }
  role "roles/iam.securityAdmin" {
    list        = ["*"]
    permissions = ["*"]
    can         = ["*.setIamPolicy"]
  }
  role "roles/iam.roleAdmin" {
    permissions = ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
    can         = ["iam.roles.update"]
  }

  role "roles/iam.serviceAccountUser" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
    can   = ["iam.serviceAccounts.actAs"]
  }
  role "roles/iam.serviceAccountTokenCreator" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
    can   = ["iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.signBlob", "iam.serviceAccounts.signJwt", "iam.serviceAccounts.implicitDelegation", "iam.serviceAccounts.getOpenIdToken"]
  }
  role "roles/iam.serviceAccountOpenIdTokenCreator" {
    read = ["google_service_account"]
    can  = ["iam.serviceAccounts.getOpenIdToken"]
  }
  role "roles/iam.workloadIdentityUser" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
    can   = ["iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.getOpenIdToken"]
  }
  role "roles/iam.serviceAccountKeyAdmin" {
    read  = ["google_service_account"]
    write = ["google_service_account"]
    can   = ["iam.serviceAccountKeys.create"]
  }
  role "roles/iam.serviceAccountAdmin" {
    list        = ["google_service_account"]
    write       = ["google_service_account"]
    permissions = ["google_service_account"]
    can         = ["iam.serviceAccounts.setIamPolicy"]
  }

  role "roles/storage.admin" {
    admin = ["google_storage_bucket"]
    can   = ["storage.buckets.setIamPolicy", "storage.objects.create", "storage.hmacKeys.create"]
  }
  role "roles/storage.objectAdmin" {
    list  = ["google_storage_bucket"]
    read  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
    can   = ["storage.objects.create", "storage.objects.setIamPolicy"]
  }
  role "roles/storage.objectUser" {
    list  = ["google_storage_bucket"]
    read  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
    can   = ["storage.objects.create"]
  }
  role "roles/storage.objectViewer" {
    list = ["google_storage_bucket"]
    read = ["google_storage_bucket"]
  }
  role "roles/storage.objectCreator" {
    write = ["google_storage_bucket"]
    can   = ["storage.objects.create"]
  }
  role "roles/storage.legacyBucketOwner" {
    list        = ["google_storage_bucket"]
    write       = ["google_storage_bucket"]
    permissions = ["google_storage_bucket"]
    can         = ["storage.buckets.setIamPolicy", "storage.objects.create"]
  }
  role "roles/storage.legacyBucketReader" { list = ["google_storage_bucket"] }
  role "roles/storage.legacyBucketWriter" {
    list  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
    can   = ["storage.objects.create"]
  }
  role "roles/storage.legacyObjectReader" { read = ["google_storage_bucket"] }
  role "roles/storage.legacyObjectOwner" {
    read        = ["google_storage_bucket"]
    permissions = ["google_storage_bucket"]
  }

  role "roles/bigquery.admin" {
    admin = ["google_bigquery_*"]
    can   = ["bigquery.datasets.setIamPolicy", "bigquery.datasets.update"]
  }
  role "roles/bigquery.dataOwner" {
    admin = ["google_bigquery_*"]
    can   = ["bigquery.datasets.setIamPolicy", "bigquery.datasets.update"]
  }
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

  role "roles/secretmanager.admin" {
    admin = ["google_secret_manager_*"]
    can   = ["secretmanager.secrets.setIamPolicy", "secretmanager.versions.access"]
  }
  role "roles/secretmanager.secretAccessor" {
    read = ["google_secret_manager_*"]
    can  = ["secretmanager.versions.access"]
  }
  role "roles/secretmanager.secretVersionAdder" { write = ["google_secret_manager_*"] }
  role "roles/secretmanager.secretVersionManager" { write = ["google_secret_manager_*"] }
  role "roles/secretmanager.viewer" { list = ["google_secret_manager_*"] }

  role "roles/cloudkms.admin" {
    list        = ["google_kms_*"]
    write       = ["google_kms_*"]
    permissions = ["google_kms_*"]
    can         = ["cloudkms.cryptoKeys.setIamPolicy", "cloudkms.cryptoKeyVersions.destroy"]
  }
  role "roles/cloudkms.cryptoKeyDecrypter" {
    read = ["google_kms_*"]
    can  = ["cloudkms.cryptoKeyVersions.useToDecrypt"]
  }
  role "roles/cloudkms.cryptoKeyEncrypterDecrypter" {
    read = ["google_kms_*"]
    can  = ["cloudkms.cryptoKeyVersions.useToDecrypt"]
  }

  role "roles/pubsub.admin" {
    admin = ["google_pubsub_*"]
    can   = ["pubsub.topics.setIamPolicy", "pubsub.subscriptions.setIamPolicy"]
  }
  role "roles/pubsub.editor" {
    list  = ["google_pubsub_*"]
    read  = ["google_pubsub_*"]
    write = ["google_pubsub_*"]
  }
  role "roles/pubsub.publisher" { write = ["google_pubsub_topic"] }
  role "roles/pubsub.subscriber" { read = ["google_pubsub_*"] }
  role "roles/pubsub.viewer" { list = ["google_pubsub_*"] }

  role "roles/cloudsql.admin" {
    admin = ["google_sql_*"]
    can   = ["cloudsql.users.update", "cloudsql.instances.export"]
  }
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

  role "roles/compute.admin" {
    admin = ["google_compute_*"]
    can   = ["compute.*"]
  }
  role "roles/compute.instanceAdmin" {
    list  = ["google_compute_*"]
    read  = ["google_compute_instance*", "google_compute_disk*"]
    write = ["google_compute_instance*", "google_compute_disk*"]
    can   = ["compute.instances.create", "compute.instances.setMetadata", "compute.instances.setServiceAccount", "compute.disks.create", "compute.subnetworks.use"]
  }
  role "roles/compute.instanceAdmin.v1" {
    list  = ["google_compute_*"]
    read  = ["google_compute_instance*", "google_compute_disk*", "google_compute_snapshot"]
    write = ["google_compute_instance*", "google_compute_disk*", "google_compute_snapshot"]
    can   = ["compute.instances.*", "compute.instanceTemplates.*", "compute.instanceGroupManagers.*", "compute.disks.*", "compute.snapshots.*", "compute.subnetworks.use", "compute.projects.setCommonInstanceMetadata"]
  }
  role "roles/compute.osAdminLogin" {
    read  = ["google_compute_instance*"]
    write = ["google_compute_instance*"]
    can   = ["compute.instances.osAdminLogin", "compute.instances.osLogin"]
  }
  role "roles/compute.osLogin" {
    read = ["google_compute_instance*"]
    can  = ["compute.instances.osLogin"]
  }
  role "roles/compute.viewer" { list = ["google_compute_*"] }
  role "roles/container.admin" {
    admin = ["google_container_*"]
    can   = ["container.*"]
  }
  role "roles/container.clusterAdmin" {
    list  = ["google_container_*"]
    write = ["google_container_*"]
    can   = ["container.clusters.*"]
  }
  role "roles/container.developer" {
    list  = ["google_container_*"]
    read  = ["google_container_*"]
    write = ["google_container_*"]
    can   = ["container.pods.*", "container.secrets.*", "container.deployments.*", "container.serviceAccounts.*"]
  }
  role "roles/container.viewer" { list = ["google_container_*"] }
  role "roles/cloudfunctions.admin" {
    admin = ["google_cloudfunctions*"]
    can   = ["cloudfunctions.*"]
  }
  role "roles/cloudfunctions.developer" {
    list  = ["google_cloudfunctions*"]
    read  = ["google_cloudfunctions*"]
    write = ["google_cloudfunctions*"]
    can   = ["cloudfunctions.functions.create", "cloudfunctions.functions.update", "cloudfunctions.functions.call", "cloudfunctions.functions.sourceCodeSet"]
  }
  role "roles/cloudfunctions.invoker" { list = ["google_cloudfunctions*"] }
  role "roles/run.admin" {
    admin = ["google_cloud_run*"]
    can   = ["run.*"]
  }
  role "roles/run.developer" {
    list  = ["google_cloud_run*"]
    read  = ["google_cloud_run*"]
    write = ["google_cloud_run*"]
    can   = ["run.services.create", "run.services.update", "run.jobs.create", "run.jobs.run", "run.jobs.update"]
  }
  role "roles/run.invoker" { list = ["google_cloud_run*"] }
  role "roles/cloudbuild.builds.editor" {
    write = ["google_cloudbuild_*"]
    can   = ["cloudbuild.builds.create", "cloudbuild.builds.update"]
  }
  role "roles/artifactregistry.admin" {
    admin = ["google_artifact_registry_*"]
    can   = ["artifactregistry.repositories.*"]
  }
  role "roles/artifactregistry.writer" {
    list  = ["google_artifact_registry_*"]
    read  = ["google_artifact_registry_*"]
    write = ["google_artifact_registry_*"]
    can   = ["artifactregistry.repositories.uploadArtifacts"]
  }
  role "roles/artifactregistry.reader" {
    list = ["google_artifact_registry_*"]
    read = ["google_artifact_registry_*"]
  }
  role "roles/logging.admin" {
    admin = ["google_logging_*"]
    can   = ["logging.sinks.delete", "logging.sinks.update", "logging.logs.delete", "logging.buckets.delete"]
  }
  role "roles/logging.configWriter" {
    write = ["google_logging_*"]
    can   = ["logging.sinks.delete", "logging.sinks.update", "logging.buckets.delete"]
  }
  role "roles/logging.privateLogViewer" {
    list = ["google_logging_*"]
    read = ["google_logging_*"]
  }
  role "roles/logging.viewer" {
    list = ["google_logging_*"]
    read = ["google_logging_*"]
  }
  role "roles/resourcemanager.folderAdmin" {
    can = ["resourcemanager.folders.setIamPolicy", "resourcemanager.projects.setIamPolicy"]
  }
  role "roles/iam.organizationRoleAdmin" {
    can = ["iam.roles.update"]
  }
  role "roles/iam.workloadIdentityPoolAdmin" {
    can = ["iam.workloadIdentityPoolProviders.create", "iam.workloadIdentityPoolProviders.update"]
  }
  role "roles/orgpolicy.policyAdmin" {
    can = ["orgpolicy.policy.set"]
  }
  role "roles/storage.hmacKeyAdmin" {
    can = ["storage.hmacKeys.create"]
  }
  role "roles/cloudscheduler.admin" {
    can = ["cloudscheduler.jobs.*"]
  }
  role "roles/workflows.admin" {
    can = ["workflows.workflows.*", "workflows.executions.*"]
  }
  role "roles/workflows.editor" {
    can = ["workflows.workflows.create", "workflows.workflows.update", "workflows.executions.create"]
  }
  role "roles/batch.jobsEditor" {
    can = ["batch.jobs.create"]
  }
  role "roles/composer.admin" {
    can = ["composer.environments.*"]
  }
  role "roles/dataflow.admin" {
    can = ["dataflow.jobs.*"]
  }
  role "roles/dataflow.developer" {
    can = ["dataflow.jobs.create"]
  }
  role "roles/dataproc.admin" {
    can = ["dataproc.clusters.*", "dataproc.jobs.*"]
  }
  role "roles/dataproc.editor" {
    can = ["dataproc.clusters.create", "dataproc.clusters.use", "dataproc.jobs.create"]
  }
  role "roles/aiplatform.admin" {
    can = ["aiplatform.*"]
  }
  role "roles/aiplatform.user" {
    can = ["aiplatform.customJobs.create"]
  }
  role "roles/notebooks.admin" {
    can = ["notebooks.instances.*"]
  }
  role "roles/deploymentmanager.editor" {
    can = ["deploymentmanager.deployments.create", "deploymentmanager.deployments.update"]
  }

  # What the tokens of machines can be limited to, by the end of the address and
  # by alias: https://developers.google.com/identity/protocols/oauth2/scopes
  scope "cloud-platform" {
    admin = ["*"]
    can   = ["*"]
  }
  scope "cloud-platform.read-only" { read = ["*"] }
  scope "devstorage.full_control" {
    id    = "storage-full"
    admin = ["google_storage_bucket"]
    can   = ["storage.*"]
  }
  scope "devstorage.read_write" {
    id    = "storage-rw"
    read  = ["google_storage_bucket"]
    write = ["google_storage_bucket"]
    can   = ["storage.objects.*"]
  }
  scope "devstorage.read_only" {
    id   = "storage-ro"
    read = ["google_storage_bucket"]
    can  = ["storage.objects.get", "storage.objects.list"]
  }
  scope "devstorage.write_only" {
    write = ["google_storage_bucket"]
    can   = ["storage.objects.create"]
  }
  scope "bigquery" {
    admin = ["google_bigquery_*"]
    can   = ["bigquery.*"]
  }
  scope "bigtable.data" {
    read  = ["google_bigtable_*"]
    write = ["google_bigtable_*"]
  }
  scope "cloudkms" {
    admin = ["google_kms_*"]
    can   = ["cloudkms.*"]
  }
  scope "compute" {
    id    = "compute-rw"
    admin = ["google_compute_*"]
    can   = ["compute.*", "iam.serviceAccounts.actAs"]
  }
  scope "datastore" {
    read  = ["google_datastore_*", "google_firestore_*"]
    write = ["google_datastore_*", "google_firestore_*"]
  }
  scope "iam" { can = ["iam.*"] }
  scope "pubsub" {
    admin = ["google_pubsub_*"]
    can   = ["pubsub.*"]
  }
  scope "spanner.data" {
    read  = ["google_spanner_*"]
    write = ["google_spanner_*"]
  }
  scope "sqlservice.admin" {
    id    = "sql-admin"
    admin = ["google_sql_*"]
    can   = ["cloudsql.*"]
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
