# Google Cloud: keys, secrets of clusters, and the accounts that a project comes with.

technique "gcp-key-policy" {
  title        = "policy of a key, for what is encrypted with it"
  target       = "code_from"
  technologies = ["google_kms_secret_ciphertext"]
  attributes   = ["crypto_key"]
  via { kinds = ["kms_key"] }
  where { worth = true }
  need "via" { any = ["cloudkms.cryptoKeys.setIamPolicy", "cloudkms.keyRings.setIamPolicy"] }
  gains   = "reads"
  ease    = 3
  attack  = ["T1098", "T1552"]
  assumes = ["the actor gets hold of the text that is encrypted"]
  says    = "{actor} can let itself use {via}, and so read {target}, which is encrypted with it"
}

technique "gcp-key-use" {
  title        = "policy of a key"
  target       = "element"
  technologies = ["google_kms_crypto_key"]
  where { worth = true }
  need "target" { any = ["cloudkms.cryptoKeys.setIamPolicy", "cloudkms.keyRings.setIamPolicy"] }
  gains   = "reads"
  ease    = 3
  attack  = ["T1098", "T1222"]
  assumes = ["the actor gets hold of what is encrypted"]
  says    = "{actor} can let itself use {target}, and so decrypt what is encrypted with it"
}

technique "gcp-cluster-secrets" {
  title        = "secrets of a cluster"
  target       = "element"
  technologies = ["kubernetes_secret", "kubernetes_secret_v1"]
  where {
    worth  = true
    exists = ["google_container_cluster"]
  }
  need "any" { actions = ["container.secrets.get"] }
  gains   = "reads"
  ease    = 4
  attack  = ["T1552.007"]
  assumes = ["the target lies in a cluster of that project"]
  says    = "{actor} can read {target}, as every secret of the clusters"
}

technique "gcp-pod-pool" {
  title        = "pod on the machines of a pool"
  target       = "element"
  technologies = ["google_container_node_pool"]
  where {
    fact "workload_identity" { value = false }
  }
  need "target" { any = ["container.pods.exec", "container.pods.create", "container.deployments.create"] }
  gains  = "identity"
  of     = "role"
  ease   = 3
  attack = ["T1609", "T1610"]
  says   = "{actor} can run commands on {target}, whose machines give the tokens of {role}"
}

# What names no account runs as the one that its project comes with. It counts
# where the sources give that one rights by name.
# https://cloud.google.com/iam/docs/service-account-types#default

technique "gcp-default-token" {
  title  = "tokens of the account that a project comes with"
  from   = "code"
  at     = ["compute.vm", "compute.container", "compute.function"]
  target = "named"
  names  = ["serviceAccount:*-compute@developer.gserviceaccount.com"]
  where {
    from_fact "default_identity" { value = true }
  }
  gains   = "identity"
  ease    = 4
  attack  = ["T1552.005"]
  assumes = ["the account named is that of the project in which this runs, and its tokens are for everything"]
  says    = "Code in {actor}, which names no account, gets the tokens of {target}"
}

technique "gcp-default-machine" {
  title        = "start script of a machine that names no account"
  target       = "element"
  technologies = ["google_compute_instance", "google_compute_instance_from_template", "google_compute_instance_from_machine_image"]
  where {
    fact "default_identity" { value = true }
  }
  need "target" { actions = ["compute.instances.setMetadata"] }
  need "any" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "code"
  ease   = 3
  attack = ["T1578", "T1059"]
  says   = "{actor} can put a login key or a start script on {target}, and run commands there"
}

technique "gcp-default-function" {
  title        = "code of a function that names no account"
  target       = "element"
  technologies = ["google_cloudfunctions2_function"]
  where {
    fact "default_identity" { value = true }
  }
  need "target" { actions = ["cloudfunctions.functions.update"] }
  need "any" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "code"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can replace the code of {target}"
}

technique "gcp-default-service" {
  title        = "image of a service that names no account"
  target       = "element"
  technologies = ["google_cloud_run_service", "google_cloud_run_v2_service"]
  where {
    fact "default_identity" { value = true }
  }
  need "target" { actions = ["run.services.update"] }
  need "any" { actions = ["iam.serviceAccounts.actAs"] }
  gains  = "code"
  ease   = 3
  attack = ["T1648"]
  says   = "{actor} can make {target} run its own image"
}
