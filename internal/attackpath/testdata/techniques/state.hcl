technique "x-state-read" {
  finds "a reader of the bucket" {
    cloud     = "google"
    bindings  = ["me | roles/iam.serviceAccountTokenCreator | account.other", "account.other | roles/storage.objectViewer | batch"]
    code_from = { "state" = "batch" }
    attribute = "backend"
    data      = "state"
  }
  silent "a lister of the bucket" {
    cloud     = "google"
    bindings  = ["me | roles/iam.serviceAccountTokenCreator | account.other", "account.other | roles/storage.legacyBucketReader | batch"]
    code_from = { "state" = "batch" }
    attribute = "backend"
    data      = "state"
  }
  silent "another bucket" {
    cloud     = "google"
    bindings  = ["me | roles/iam.serviceAccountTokenCreator | account.other", "account.other | roles/storage.objectViewer | bucket"]
    code_from = { "state" = "batch" }
    attribute = "backend"
    data      = "state"
  }
}

technique "x-state-write" {
  finds "the right to write it" {
    allow = ["s3:PutObject"]
    on    = "state"
  }
  silent "only to read it" {
    allow = ["s3:GetObject"]
    on    = "state"
  }
  silent "an explicit Deny" {
    allow = ["s3:*"]
    on    = "state"
    deny  = ["s3:PutObject", "s3:DeleteObject*"]
  }
}

technique "x-state-write-store" {
  finds "a writer of the bucket" {
    cloud     = "google"
    bindings  = ["me | roles/storage.objectAdmin | batch"]
    code_from = { "state" = "batch" }
    attribute = "backend"
  }
  silent "a reader of the bucket" {
    cloud     = "google"
    bindings  = ["me | roles/storage.objectViewer | batch"]
    code_from = { "state" = "batch" }
    attribute = "backend"
  }
}
