technique "gcp-policy-off" {
  finds "keys that the organisation forbids" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | account.victim", "me | roles/orgpolicy.policyAdmin | organizations/1"]
    rule     = "iam.disableServiceAccountKeyCreation"
  }
  silent "no rule stands against them" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | account.victim", "me | roles/orgpolicy.policyAdmin | organizations/1"]
  }
  silent "who may only see the rules" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | account.victim", "me | roles/orgpolicy.policyViewer | organizations/1"]
    rule     = "iam.disableServiceAccountKeyCreation"
  }
  silent "who may make no keys" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | roles/orgpolicy.policyAdmin | organizations/1"]
    rule     = "iam.disableServiceAccountKeyCreation"
  }
}

technique "gcp-run-job-update" {
  finds "who may write and run it" {
    cloud    = "google"
    bindings = ["me | perm:run.jobs.update,run.jobs.run | shop", "me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "who may not act as its account" {
    cloud    = "google"
    bindings = ["me | perm:run.jobs.update,run.jobs.run | shop"]
  }
  silent "who may only run it" {
    cloud    = "google"
    bindings = ["me | perm:run.jobs.run | shop", "me | roles/iam.serviceAccountUser | account.victim"]
  }
}

technique "gcp-workflow-update" {
  finds "who may write and start it" {
    cloud    = "google"
    bindings = ["me | perm:workflows.workflows.update,workflows.executions.create | shop", "me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "who may not act as its account" {
    cloud    = "google"
    bindings = ["me | perm:workflows.workflows.update,workflows.executions.create | shop"]
  }
}

technique "gcp-dataproc-job" {
  finds "without the right to act as its account" {
    cloud    = "google"
    bindings = ["me | perm:dataproc.clusters.use,dataproc.jobs.create | shop"]
  }
  silent "who may only see jobs" {
    cloud    = "google"
    bindings = ["me | perm:dataproc.clusters.use,dataproc.jobs.get | shop"]
  }
  silent "where the account is not the cluster's" {
    cloud    = "google"
    bindings = ["me | perm:dataproc.clusters.use,dataproc.jobs.create | bucket"]
  }
}

technique "gcp-build-account" {
  finds "the account holds a role" {
    cloud    = "google"
    bindings = ["me | perm:cloudbuild.builds.create | shop", "serviceAccount:1@cloudbuild.gserviceaccount.com | roles/owner | shop"]
  }
  silent "it holds none" {
    cloud    = "google"
    bindings = ["me | perm:cloudbuild.builds.create | shop"]
  }
  silent "who may only see builds" {
    cloud    = "google"
    bindings = ["me | perm:cloudbuild.builds.get | shop", "serviceAccount:1@cloudbuild.gserviceaccount.com | roles/owner | shop"]
  }
}

technique "gcp-cluster-roles" {
  finds "who may bind any role" {
    cloud    = "google"
    bindings = ["me | perm:container.clusterRoleBindings.create,container.clusterRoles.bind | shop"]
    facts    = { "cluster#workload_identity" = false }
  }
  silent "who may bind none" {
    cloud    = "google"
    bindings = ["me | perm:container.clusterRoleBindings.create | shop"]
    facts    = { "cluster#workload_identity" = false }
  }
  silent "pods have accounts of their own" {
    cloud    = "google"
    bindings = ["me | perm:container.clusterRoleBindings.create,container.clusterRoles.bind | shop"]
    facts    = { "cluster#workload_identity" = true }
  }
}
