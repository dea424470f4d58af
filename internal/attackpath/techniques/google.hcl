# Google Cloud: becoming a service account. What acts as one must have the right
# to act as it (iam.serviceAccounts.actAs), as passing a role must in AWS.

technique "gcp-owner-binding" {
  title  = "rights on the whole project"
  target = "self"
  need "whole" { any = ["resourcemanager.projects.setIamPolicy", "resourcemanager.folders.setIamPolicy", "resourcemanager.organizations.setIamPolicy"] }
  gains   = "admin"
  amounts = true
  of      = "self"
  ease    = 3
  attack  = ["T1098.003"]
  says    = "{actor} can give itself every right on what it may set the policy of, and so become administrator"
}

technique "gcp-role-update" {
  title        = "role of one's own rewritten"
  target       = "element"
  technologies = ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
  where { held = true }
  need "target" { actions = ["iam.roles.update"] }
  gains  = "admin"
  of     = "self"
  ease   = 3
  attack = ["T1098.003"]
  says   = "{actor} can put any permission into {target}, which it holds, and so become administrator"
}

technique "gcp-impersonate" {
  title        = "tokens of a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { any = ["iam.serviceAccounts.getAccessToken", "iam.serviceAccounts.signJwt", "iam.serviceAccounts.signBlob"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1548.005"]
  says   = "{actor} can make tokens of {target} and so act as it"
}

technique "gcp-delegate" {
  title  = "tokens over another service account"
  target = "delegation"
  kinds  = ["identity.service_account"]
  need "via" { actions = ["iam.serviceAccounts.implicitDelegation"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1548.005"]
  says   = "{actor} can have {via} make tokens of {target}, which lets {via} do so"
}

technique "gcp-account-policy" {
  title        = "policy of a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.setIamPolicy"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098"]
  says   = "{actor} can let itself act as {target}"
}

technique "gcp-key" {
  title        = "key of a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  where { unforbidden = ["iam.disableServiceAccountKeyCreation", "iam.managed.disableServiceAccountKeyCreation"] }
  need "target" { actions = ["iam.serviceAccountKeys.create"] }
  gains  = "identity"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can make a key of {target} that works until it is deleted"
}

technique "gcp-compute-create" {
  title        = "machine with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["compute.instances.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can start a machine of its own that runs as {target}, and take its tokens"
}

technique "gcp-compute-template" {
  title        = "group of machines with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["compute.instanceTemplates.create", "compute.instanceGroupManagers.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can have a group start machines of its own that run as {target}"
}

technique "gcp-compute-account" {
  title        = "machine given a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["compute.instances.setServiceAccount", "compute.instances.setMetadata"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can give {target} to a machine that it can restart with its own start script"
}

technique "gcp-function-create" {
  title        = "function with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["cloudfunctions.functions.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can make a function of its own that runs as {target}"
}

technique "gcp-run-create" {
  title        = "container with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["run.services.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run containers of its own as {target}"
}

technique "gcp-run-job" {
  title        = "container job with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["run.jobs.create", "run.jobs.run"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run a container job of its own as {target}"
}

technique "gcp-scheduler" {
  title        = "scheduled call with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["cloudscheduler.jobs.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can have a schedule call any service with the tokens of {target}"
}

technique "gcp-workflow" {
  title        = "workflow with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["workflows.workflows.create", "workflows.executions.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run a workflow that calls any service as {target}"
}

technique "gcp-batch" {
  title        = "batch job with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["batch.jobs.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run a batch job of its own as {target}"
}

technique "gcp-composer" {
  title        = "workflow environment with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["composer.environments.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can make a workflow environment that runs its own code as {target}"
}

technique "gcp-dataproc" {
  title        = "data cluster with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["dataproc.clusters.create", "dataproc.jobs.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can start a data cluster that runs its own jobs as {target}"
}

technique "gcp-dataflow" {
  title        = "data stream with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["dataflow.jobs.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can start a data stream that runs its own code as {target}"
}

technique "gcp-vertex" {
  title        = "training job with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["aiplatform.customJobs.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run a training job of its own as {target}"
}

technique "gcp-notebook" {
  title        = "notebook with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["notebooks.instances.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can open a notebook of its own that runs as {target}"
}

technique "gcp-build" {
  title        = "build with a service account"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "target" { actions = ["iam.serviceAccounts.actAs"] }
  need "new" { actions = ["cloudbuild.builds.create"] }
  gains  = "identity"
  ease   = 3
  attack = ["T1098", "T1578.002"]
  says   = "{actor} can run a build with its own commands as {target}"
}

technique "gcp-deployment" {
  title        = "deployment by the project's own agent"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "new" { actions = ["deploymentmanager.deployments.create"] }
  gains   = "identity"
  ease    = 2
  attack  = ["T1098"]
  assumes = ["the Google APIs agent of the project is an editor, as it is made"]
  says    = "{actor} can write a deployment that the agent of the project carries out, and have it run code as {target}"
}

technique "gcp-hmac" {
  title        = "key of a service account for buckets"
  target       = "identity"
  kinds        = ["identity.service_account"]
  technologies = ["google_service_account"]
  need "new" { actions = ["storage.hmacKeys.create"] }
  gains  = "store_login"
  ease   = 4
  attack = ["T1098.001"]
  says   = "{actor} can make a key with which the buckets take it for {target}"
}

technique "gcp-hmac-read" {
  title        = "buckets read with a key"
  from         = "store_login"
  target       = "element"
  kinds        = ["store.object"]
  technologies = ["google_storage_bucket"]
  where { worth = true }
  need "target" { content = "read" }
  gains  = "reads"
  ease   = 4
  attack = ["T1530"]
  says   = "With such a key {self} reads what {target} holds"
}

# Of no use by itself: it opens what a rule of the organisation stands against.
technique "gcp-policy-off" {
  title  = "rule of the organisation switched off"
  target = "self"
  need "whole" { any = ["orgpolicy.policy.set", "orgpolicy.policies.update", "orgpolicy.policies.delete"] }
  gains  = "unruled"
  of     = "self"
  ease   = 3
  attack = ["T1562.001", "T1484"]
  says   = "{actor} can switch off the rules of the organisation"
}
