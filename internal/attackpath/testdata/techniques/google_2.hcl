technique "gcp-notebook" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:notebooks.instances.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:notebooks.instances.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:notebooks.instances.create | other"]
  }
}

technique "gcp-build" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudbuild.builds.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:cloudbuild.builds.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudbuild.builds.create | other"]
  }
}

technique "gcp-deployment" {
  finds "an editor of deployments" {
    cloud    = "google"
    bindings = ["me | roles/deploymentmanager.editor | shop"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/deploymentmanager.editor | other"]
  }
}

technique "gcp-hmac" {
  finds "administrator of such keys" {
    cloud    = "google"
    bindings = ["me | roles/storage.hmacKeyAdmin | shop"]
    data     = "bucket"
  }
  silent "other rights on buckets" {
    cloud    = "google"
    bindings = ["me | roles/storage.objectCreator | shop"]
    data     = "bucket"
  }
}

technique "gcp-hmac-read" {
  finds "of an account that may read" {
    cloud    = "google"
    bindings = ["me | roles/storage.hmacKeyAdmin | shop"]
    data     = "bucket"
  }
  silent "of accounts that may not" {
    cloud    = "google"
    bindings = ["me | roles/storage.hmacKeyAdmin | shop"]
    data     = "bucket"
    without  = ["account.victim"]
  }
}

technique "gcp-compute-metadata" {
  finds "metadata and the account" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instances.setMetadata | machine"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | machine"]
  }
  silent "only to look" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | roles/compute.viewer | shop"]
  }
}

technique "gcp-compute-project-metadata" {
  finds "a machine that takes them" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.projects.setCommonInstanceMetadata | shop"]
    facts    = { "machine#shared_keys" = true }
    exposure = { "machine" = "internet" }
  }
  silent "a machine that takes none" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.projects.setCommonInstanceMetadata | shop"]
    facts    = { "machine#shared_keys" = false }
    exposure = { "machine" = "internet" }
  }
  silent "out of reach" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.projects.setCommonInstanceMetadata | shop"]
    facts    = { "machine#shared_keys" = true }
  }
}

technique "gcp-compute-oslogin" {
  finds "a machine with central login" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | roles/compute.osAdminLogin | machine"]
    facts    = { "machine#central_login" = true }
    exposure = { "machine" = "internet" }
  }
  silent "without central login" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | roles/compute.osAdminLogin | machine"]
    facts    = { "machine#central_login" = false }
    exposure = { "machine" = "internet" }
  }
  silent "out of reach" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | roles/compute.osAdminLogin | machine"]
    facts    = { "machine#central_login" = true }
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | roles/compute.osAdminLogin | machine"]
    facts    = { "machine#central_login" = true }
    exposure = { "machine" = "internet" }
  }
}

technique "gcp-function-update" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudfunctions.functions.update | function"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.update | function"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
}

technique "gcp-run-update" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:run.services.update | service"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:run.services.update | service"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
}

technique "gcp-pod" {
  finds "pods get the tokens of the machines" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop"]
    facts    = { "cluster#workload_identity" = false }
  }
  silent "they do not" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop"]
    facts    = { "cluster#workload_identity" = true }
  }
  silent "only to look" {
    cloud    = "google"
    bindings = ["me | roles/container.viewer | shop"]
    facts    = { "cluster#workload_identity" = false }
  }
}

technique "gcp-pod-identity" {
  finds "an account that trusts pods" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop", "serviceAccount:shop.svc.id.goog[ns/app] | roles/iam.workloadIdentityUser | account.victim"]
  }
  silent "none that does" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop"]
  }
  silent "no right to start pods" {
    cloud    = "google"
    bindings = ["me | roles/container.viewer | shop", "serviceAccount:shop.svc.id.goog[ns/app] | roles/iam.workloadIdentityUser | account.victim"]
  }
}

technique "gcp-federation" {
  finds "no condition" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/* | roles/iam.workloadIdentityUser | account.victim"]
    from     = "internet"
    facts    = { "provider#federation_open" = true, "provider#issuer_shared" = true }
  }
  silent "a condition on who it is" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/* | roles/iam.workloadIdentityUser | account.victim"]
    from     = "internet"
    facts    = { "provider#federation_open" = false }
  }
  silent "only one repository" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/attribute.repository/shop/web | roles/iam.workloadIdentityUser | account.victim"]
    from     = "internet"
    facts    = { "provider#federation_open" = true, "provider#issuer_shared" = true }
  }
  silent "an issuer of one's own" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/* | roles/iam.workloadIdentityUser | account.victim"]
    from     = "internet"
    facts    = { "provider#federation_open" = true, "provider#issuer_shared" = false }
  }
  silent "an issuer that nobody knows" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/* | roles/iam.workloadIdentityUser | account.victim"]
    from     = "internet"
    facts    = { "provider#federation_open" = true }
  }
}

technique "gcp-federation-edit" {
  finds "administrator of pools" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/attribute.repository/shop/web | roles/iam.workloadIdentityUser | account.victim", "me | roles/iam.workloadIdentityPoolAdmin | shop"]
  }
  silent "another right" {
    cloud    = "google"
    bindings = ["principalSet://iam.googleapis.com/projects/0/locations/global/workloadIdentityPools/pool/attribute.repository/shop/web | roles/iam.workloadIdentityUser | account.victim", "me | roles/viewer | shop"]
  }
  silent "nothing trusts the pool" {
    cloud    = "google"
    bindings = ["me | roles/iam.workloadIdentityPoolAdmin | shop"]
  }
}

technique "gcp-image" {
  finds "a writer of the registry" {
    cloud     = "google"
    bindings  = ["me | roles/artifactregistry.writer | registry"]
    code_from = { "service" = "registry" }
    attribute = "template"
  }
  silent "a reader" {
    cloud     = "google"
    bindings  = ["me | roles/artifactregistry.reader | registry"]
    code_from = { "service" = "registry" }
    attribute = "template"
  }
  silent "nothing runs from it" {
    cloud    = "google"
    bindings = ["me | roles/artifactregistry.writer | registry"]
  }
}

technique "gcp-source" {
  finds "a writer of the bucket" {
    cloud     = "google"
    bindings  = ["me | roles/storage.objectCreator | batch"]
    code_from = { "function" = "batch" }
    attribute = "source_archive_bucket"
  }
  silent "a reader" {
    cloud     = "google"
    bindings  = ["me | roles/storage.objectViewer | batch"]
    code_from = { "function" = "batch" }
    attribute = "source_archive_bucket"
  }
}

technique "gcp-store-policy" {
  finds "rights on a bucket" {
    cloud    = "google"
    bindings = ["me | perm:storage.buckets.setIamPolicy | bucket"]
    data     = "bucket"
  }
  silent "only to write" {
    cloud    = "google"
    bindings = ["me | roles/storage.objectCreator | bucket"]
    data     = "bucket"
  }
  silent "nothing that matters in it" {
    cloud    = "google"
    bindings = ["me | perm:storage.buckets.setIamPolicy | bucket"]
  }
}

technique "gcp-erase-sink" {
  finds "administrator of logs" {
    cloud    = "google"
    bindings = ["me | roles/logging.configWriter | shop"]
  }
  silent "a viewer of logs" {
    cloud    = "google"
    bindings = ["me | roles/logging.viewer | shop"]
  }
}

technique "gcp-sql-user" {
  finds "administrator of databases" {
    cloud    = "google"
    bindings = ["me | roles/cloudsql.admin | shop"]
    data     = "sql"
  }
  silent "a client" {
    cloud    = "google"
    bindings = ["me | roles/cloudsql.client | shop"]
    data     = "sql"
  }
}
