technique "gcp-owner-binding" {
  finds "administrator of rights" {
    cloud    = "google"
    bindings = ["me | roles/resourcemanager.projectIamAdmin | shop"]
  }
  finds "under a condition" {
    cloud    = "google"
    bindings = ["me | roles/resourcemanager.projectIamAdmin | shop"]
    when     = "request.time < x"
  }
  silent "an editor" {
    cloud    = "google"
    bindings = ["me | roles/editor | shop", "account.victim | roles/viewer | shop"]
    without  = ["account.victim"]
  }
  silent "only of one bucket" {
    cloud    = "google"
    bindings = ["me | roles/storage.admin | bucket"]
  }
  silent "a deny policy" {
    cloud    = "google"
    bindings = ["me | roles/resourcemanager.projectIamAdmin | shop", "everybody | deny:resourcemanager.projects.setIamPolicy | shop"]
  }
}

technique "gcp-role-update" {
  finds "a role that it holds" {
    cloud    = "google"
    bindings = ["me | roles/iam.roleAdmin | shop", "me | custom | shop"]
  }
  silent "a role of others" {
    cloud    = "google"
    bindings = ["me | roles/iam.roleAdmin | shop", "user:ann@example.com | custom | shop"]
  }
  silent "no right to write it" {
    cloud    = "google"
    bindings = ["me | roles/viewer | shop", "me | custom | shop"]
  }
}

technique "gcp-impersonate" {
  finds "token creator" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountTokenCreator | account.victim"]
  }
  finds "on the project" {
    cloud    = "google"
    bindings = ["me | perm:iam.serviceAccounts.signJwt | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "on another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountTokenCreator | other"]
  }
  silent "a deny policy" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountTokenCreator | account.victim", "user:mallory@example.com | deny:iam.serviceAccounts.getAccessToken,iam.serviceAccounts.sign* | shop"]
  }
}

technique "gcp-delegate" {
  finds "over an account that can make tokens" {
    cloud    = "google"
    bindings = ["me | perm:iam.serviceAccounts.implicitDelegation | account.other", "account.other | roles/iam.serviceAccountTokenCreator | account.victim"]
  }
  silent "which cannot" {
    cloud    = "google"
    bindings = ["me | perm:iam.serviceAccounts.implicitDelegation | account.other"]
  }
  silent "no delegation" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountOpenIdTokenCreator | account.other", "account.other | roles/iam.serviceAccountTokenCreator | account.victim"]
  }
}

technique "gcp-account-policy" {
  finds "administrator of the account" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountAdmin | account.victim"]
  }
  silent "a user of it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "of another" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountAdmin | account.other"]
  }
}

technique "gcp-key" {
  finds "administrator of keys" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | shop"]
  }
  silent "keys are forbidden" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | shop"]
    rule     = "iam.disableServiceAccountKeyCreation"
  }
  silent "a deny policy" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountKeyAdmin | shop", "everybody | deny:iam.serviceAccountKeys.* | shop"]
  }
  silent "no right to make keys" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | shop"]
  }
}

technique "gcp-compute-create" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instances.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instances.create | other"]
  }
}

technique "gcp-compute-template" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instanceTemplates.create,compute.instanceGroupManagers.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:compute.instanceTemplates.create,compute.instanceGroupManagers.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instanceTemplates.create,compute.instanceGroupManagers.create | other"]
  }
}

technique "gcp-compute-account" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instances.setServiceAccount,compute.instances.setMetadata | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setServiceAccount,compute.instances.setMetadata | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:compute.instances.setServiceAccount,compute.instances.setMetadata | other"]
  }
}

technique "gcp-function-create" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudfunctions.functions.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudfunctions.functions.create | other"]
  }
}

technique "gcp-run-create" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:run.services.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:run.services.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:run.services.create | other"]
  }
}

technique "gcp-run-job" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:run.jobs.create,run.jobs.run | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:run.jobs.create,run.jobs.run | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:run.jobs.create,run.jobs.run | other"]
  }
}

technique "gcp-scheduler" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudscheduler.jobs.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:cloudscheduler.jobs.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:cloudscheduler.jobs.create | other"]
  }
}

technique "gcp-workflow" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:workflows.workflows.create,workflows.executions.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:workflows.workflows.create,workflows.executions.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:workflows.workflows.create,workflows.executions.create | other"]
  }
}

technique "gcp-batch" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:batch.jobs.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:batch.jobs.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:batch.jobs.create | other"]
  }
}

technique "gcp-composer" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:composer.environments.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:composer.environments.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:composer.environments.create | other"]
  }
}

technique "gcp-dataproc" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:dataproc.clusters.create,dataproc.jobs.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:dataproc.clusters.create,dataproc.jobs.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:dataproc.clusters.create,dataproc.jobs.create | other"]
  }
}

technique "gcp-dataflow" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:dataflow.jobs.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:dataflow.jobs.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:dataflow.jobs.create | other"]
  }
}

technique "gcp-vertex" {
  finds "both rights" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:aiplatform.customJobs.create | shop"]
  }
  silent "no right to act as the account" {
    cloud    = "google"
    bindings = ["me | perm:aiplatform.customJobs.create | shop"]
  }
  silent "only to act as it" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim"]
  }
  silent "in another project" {
    cloud    = "google"
    bindings = ["me | roles/iam.serviceAccountUser | account.victim", "me | perm:aiplatform.customJobs.create | other"]
  }
}
