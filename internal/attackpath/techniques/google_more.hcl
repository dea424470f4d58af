# Google Cloud: further ways to what runs as a service account.

technique "gcp-run-job-update" {
  title        = "image of a container job"
  target       = "element"
  technologies = ["google_cloud_run_v2_job"]
  need "target" { actions = ["run.jobs.update", "run.jobs.run"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can make {target} run its own image as {role}"
}

technique "gcp-workflow-update" {
  title        = "steps of a workflow rewritten"
  target       = "element"
  technologies = ["google_workflows_workflow"]
  need "target" { actions = ["workflows.workflows.update", "workflows.executions.create"] }
  need "role" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can rewrite the steps of {target}, which call services as {role}"
}

# Whoever sends a job to a cluster that runs needs no right to act as its account.
technique "gcp-dataproc-job" {
  title        = "job on a data cluster"
  target       = "element"
  technologies = ["google_dataproc_cluster"]
  need "target" { actions = ["dataproc.clusters.use", "dataproc.jobs.create"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1648", "T1552.005"]
  says   = "{actor} can send {target} a job of its own, which has the tokens of {role}"
}

technique "gcp-build-account" {
  title  = "build as the account that builds share"
  target = "named"
  names  = ["serviceAccount:*@cloudbuild.gserviceaccount.com"]
  need "any" { actions = ["cloudbuild.builds.create"] }
  gains   = "identity"
  ease    = 3
  attack  = ["T1072", "T1648"]
  assumes = ["builds without an account of their own run as the account that projects shared before May 2024"]
  says    = "{actor} can run a build with its own commands, which acts as {target} where no other account is named"
}

technique "gcp-cluster-roles" {
  title        = "administrator of a cluster"
  target       = "element"
  technologies = ["google_container_cluster"]
  where {
    fact "workload_identity" { value = false }
  }
  need "target" { actions = ["container.clusterRoleBindings.create"] }
  need "target" { any = ["container.clusterRoles.bind", "container.clusterRoles.escalate"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1098.006", "T1610"]
  says   = "{actor} can make itself administrator of {target}, whose machines give the tokens of {role}"
}
