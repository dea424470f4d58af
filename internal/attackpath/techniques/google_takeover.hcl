# Google Cloud: taking over what already runs as a service account, and ways in
# from outside.

technique "gcp-compute-metadata" {
  title        = "login key or start script of a machine"
  target       = "element"
  technologies = ["google_compute_instance", "google_compute_instance_from_template", "google_compute_instance_from_machine_image"]
  need "target" { actions = ["compute.instances.setMetadata"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1578", "T1059"]
  says   = "{actor} can put a login key or a start script on {target}, and run commands there as {role}"
}

technique "gcp-compute-project-metadata" {
  title        = "login key on every machine of a project"
  target       = "element"
  technologies = ["google_compute_instance", "google_compute_instance_from_template", "google_compute_instance_from_machine_image"]
  where {
    addressable = true
    fact "shared_keys" { value = true }
  }
  need "target" { actions = ["compute.projects.setCommonInstanceMetadata"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.004"]
  says   = "{actor} can put a login key on every machine of the project, {target} among them, and run commands there as {role}"
}

technique "gcp-compute-oslogin" {
  title        = "login on a machine"
  target       = "element"
  technologies = ["google_compute_instance", "google_compute_instance_from_template", "google_compute_instance_from_machine_image"]
  where {
    addressable = true
    fact "central_login" { value = true }
  }
  need "target" { any = ["compute.instances.osAdminLogin", "compute.instances.osLogin"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 4
  attack = ["T1021.007"]
  says   = "{actor} can sign in on {target} and take the tokens of {role}"
}

technique "gcp-function-update" {
  title        = "code of a function"
  target       = "element"
  technologies = ["google_cloudfunctions_function", "google_cloudfunctions2_function"]
  need "target" { actions = ["cloudfunctions.functions.update"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can replace the code of {target} and run it as {role}"
}

technique "gcp-run-update" {
  title        = "image of a service"
  target       = "element"
  technologies = ["google_cloud_run_service", "google_cloud_run_v2_service"]
  need "target" { actions = ["run.services.update"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can make {target} run its own image as {role}"
}

technique "gcp-pod" {
  title        = "pod in a cluster"
  target       = "element"
  technologies = ["google_container_cluster"]
  where {
    fact "workload_identity" { value = false }
  }
  need "target" { any = ["container.pods.exec", "container.pods.create", "container.deployments.create"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609", "T1610"]
  says   = "{actor} can run commands in {target}, whose machines give the tokens of {role}"
}

technique "gcp-pod-identity" {
  title  = "pod that a service account trusts"
  target = "named"
  names  = ["serviceAccount:*.svc.id.goog\\[*"]
  need "any" { any = ["container.pods.create", "container.deployments.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1610"]
  says   = "{actor} can start a pod that is taken for {target}"
}

technique "gcp-federation" {
  title  = "identity pool open to everybody"
  from   = "internet"
  target = "named"
  names  = ["principalSet://*/workloadIdentityPools/*/[*]"]
  via {
    technologies = ["google_iam_workload_identity_pool_provider"]
    fact "federation_open" { value = true }
    fact "issuer_shared" { value = true }
  }
  gains  = "identity"
  ease   = 4
  attack = ["T1078.004", "T1199"]
  says   = "Anyone whom the issuer behind {via} knows, such as any repository of a code host, can be {target}"
}

technique "gcp-federation-edit" {
  title  = "issuer of an identity pool replaced"
  target = "named"
  names  = ["principalSet://*/workloadIdentityPools/*", "principal://*/workloadIdentityPools/*"]
  via { technologies = ["google_iam_workload_identity_pool_provider"] }
  need "via" { any = ["iam.workloadIdentityPoolProviders.update", "iam.workloadIdentityPoolProviders.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1484.002"]
  says   = "{actor} can have {via} believe an issuer of its own, and so be {target}"
}

technique "gcp-image" {
  title        = "image of a running program replaced"
  target       = "code_from"
  technologies = ["google_cloud_run_service", "google_cloud_run_v2_service", "google_cloud_run_v2_job", "google_cloudfunctions_function", "google_cloudfunctions2_function", "google_compute_instance", "google_container_cluster"]
  attributes   = ["template", "docker_repository", "build_config", "image"]
  via {
    technologies = ["google_artifact_registry_repository"]
  }
  need "via" { any = ["artifactregistry.repositories.uploadArtifacts"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1525"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can push another image to {via}, which {target} then runs as {role}"
}

technique "gcp-source" {
  title        = "code in a bucket replaced"
  target       = "code_from"
  technologies = ["google_cloudfunctions_function", "google_cloudfunctions2_function", "google_composer_environment", "google_dataflow_job", "google_dataproc_cluster", "google_compute_instance", "google_compute_instance_template"]
  attributes   = ["source_archive_bucket", "source_archive_object", "build_config", "storage_config", "temp_gcs_location", "template_gcs_path", "cluster_config", "metadata", "metadata_startup_script"]
  via {
    kinds = ["store.object"]
  }
  need "via" { any = ["storage.objects.create"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1195.002"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can replace what {target} runs in {via}, and it then runs as {role}"
}

technique "gcp-store-policy" {
  title  = "policy of a store rewritten"
  target = "element"
  kinds  = ["ci.state", "log.sink", "queue", "secret_store", "store.block", "store.cache", "store.file", "store.nosql", "store.object", "store.registry", "store.search", "store.snapshot", "store.sql", "store.warehouse", "stream", "topic"]
  where { worth = true }
  need "target" {
    any = ["storage.buckets.setIamPolicy", "bigquery.datasets.setIamPolicy", "bigquery.datasets.update", "secretmanager.secrets.setIamPolicy", "pubsub.topics.setIamPolicy", "pubsub.subscriptions.setIamPolicy"]
  }
  gains  = "reads"
  ease   = 3
  attack = ["T1098", "T1222"]
  says   = "{actor} can rewrite who may use {target}, and so read what it holds"
}

technique "gcp-erase-sink" {
  title        = "export of logs stopped"
  target       = "element"
  technologies = ["google_logging_project_sink", "google_logging_folder_sink", "google_logging_organization_sink", "google_logging_project_bucket_config"]
  need "target" { any = ["logging.sinks.delete", "logging.sinks.update", "logging.buckets.delete"] }
  gains  = "erases"
  ease   = 4
  attack = ["T1562.008"]
  says   = "{actor} can stop or delete {target}, so that nothing records what is done next"
}

technique "gcp-sql-user" {
  title  = "login of a database"
  target = "element"
  kinds  = ["store.sql"]
  where { worth = true }
  need "target" { any = ["cloudsql.users.update", "cloudsql.users.create"] }
  gains  = "reads"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can set the password of a user of {target}, and read what it holds"
}
