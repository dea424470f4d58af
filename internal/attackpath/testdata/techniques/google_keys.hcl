technique "gcp-key-policy" {
  finds "administrator of keys" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.admin | key"]
    code_from = { "ciphertext" = "key" }
    attribute = "crypto_key"
  }
  silent "who may only encrypt" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.cryptoKeyEncrypter | key"]
    code_from = { "ciphertext" = "key" }
    attribute = "crypto_key"
  }
  silent "encrypted with another key" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.admin | key"]
  }
}

technique "gcp-key-use" {
  finds "administrator of keys" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.admin | key"]
    data     = "key"
  }
  silent "who may only encrypt" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.cryptoKeyEncrypter | key"]
    data     = "key"
  }
  silent "nothing that matters is encrypted with it" {
    cloud    = "google"
    bindings = ["me | roles/cloudkms.admin | key"]
  }
}

technique "gcp-cluster-secrets" {
  finds "developer of clusters" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop"]
  }
  silent "who may see clusters" {
    cloud    = "google"
    bindings = ["me | roles/container.viewer | shop"]
  }
  silent "no such cluster" {
    cloud    = "google"
    bindings = ["me | roles/container.developer | shop"]
    without  = ["cluster", "nodes"]
  }
}

technique "gcp-pod-pool" {
  finds "pods have the account of the machine" {
    cloud    = "google"
    bindings = ["me | perm:container.pods.create | shop"]
    facts    = { "nodes#workload_identity" = false, "cluster#workload_identity" = true }
  }
  silent "pods have accounts of their own" {
    cloud    = "google"
    bindings = ["me | perm:container.pods.create | shop"]
    facts    = { "nodes#workload_identity" = true, "cluster#workload_identity" = true }
  }
  silent "who may see pods" {
    cloud    = "google"
    bindings = ["me | perm:container.pods.get | shop"]
    facts    = { "nodes#workload_identity" = false, "cluster#workload_identity" = true }
  }
  silent "the tokens are for logs alone" {
    cloud    = "google"
    bindings = ["me | perm:container.pods.create | shop"]
    facts    = { "nodes#workload_identity" = false, "cluster#workload_identity" = true }
    scopes   = { "nodes" = ["logging.write"] }
  }
}

technique "gcp-default-token" {
  finds "the account holds a role" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-machine#default_identity" = true }
  }
  silent "it holds none" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop"]
    facts    = { "default-machine#default_identity" = true }
  }
  silent "it has an account of its own" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-machine#default_identity" = false }
  }
}

technique "gcp-default-machine" {
  finds "the account holds a role" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-machine#default_identity" = true }
  }
  silent "it holds none" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop"]
    facts    = { "default-machine#default_identity" = true }
  }
  silent "no right to act as it" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-machine#default_identity" = true }
  }
  silent "it has an account of its own" {
    cloud    = "google"
    bindings = ["me | perm:compute.instances.setMetadata | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-machine#default_identity" = false }
  }
}

technique "gcp-default-function" {
  finds "the account holds a role" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.update | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-function#default_identity" = true }
  }
  silent "it holds none" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.update | shop", "me | roles/iam.serviceAccountUser | shop"]
    facts    = { "default-function#default_identity" = true }
  }
  silent "no right to act as it" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.update | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-function#default_identity" = true }
  }
  silent "it has an account of its own" {
    cloud    = "google"
    bindings = ["me | perm:cloudfunctions.functions.update | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-function#default_identity" = false }
  }
}

technique "gcp-default-service" {
  finds "the account holds a role" {
    cloud    = "google"
    bindings = ["me | perm:run.services.update | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-service#default_identity" = true }
  }
  silent "it holds none" {
    cloud    = "google"
    bindings = ["me | perm:run.services.update | shop", "me | roles/iam.serviceAccountUser | shop"]
    facts    = { "default-service#default_identity" = true }
  }
  silent "no right to act as it" {
    cloud    = "google"
    bindings = ["me | perm:run.services.update | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-service#default_identity" = true }
  }
  silent "it has an account of its own" {
    cloud    = "google"
    bindings = ["me | perm:run.services.update | shop", "me | roles/iam.serviceAccountUser | shop", "serviceAccount:1-compute@developer.gserviceaccount.com | roles/owner | shop"]
    facts    = { "default-service#default_identity" = false }
  }
}
