technique "x-ecr-push" {
  finds "the tag can be moved" {
    allow     = ["ecr:PutImage"]
    on        = "registry"
    code_from = { "function" = "registry" }
    facts     = { "registry#tags_mutable" = true }
  }
  silent "tags are fixed" {
    allow     = ["ecr:PutImage"]
    on        = "registry"
    code_from = { "function" = "registry" }
    facts     = { "registry#tags_mutable" = false }
  }
  silent "nothing runs its images" {
    allow = ["ecr:PutImage"]
    on    = "registry"
    facts = { "registry#tags_mutable" = true }
  }
  silent "an explicit Deny" {
    allow     = ["ecr:PutImage"]
    code_from = { "function" = "registry" }
    facts     = { "registry#tags_mutable" = true }
    deny      = ["ecr:*"]
  }
}

technique "x-s3-code" {
  finds "the bucket can be written" {
    allow     = ["s3:PutObject"]
    on        = "code"
    code_from = { "job" = "code" }
  }
  silent "another bucket can be written" {
    allow     = ["s3:PutObject"]
    on        = "bucket"
    code_from = { "job" = "code" }
  }
  silent "it can only be read" {
    allow     = ["s3:GetObject"]
    on        = "code"
    code_from = { "job" = "code" }
  }
  silent "an explicit Deny" {
    allow     = ["s3:*"]
    code_from = { "job" = "code" }
    deny      = ["s3:PutObject"]
  }
}

technique "x-lambda-layer" {
  finds "the newest version is taken" {
    allow     = ["lambda:PublishLayerVersion"]
    on        = "layer"
    code_from = { "function" = "layer" }
    attribute = "layers"
    facts     = { "layer#names_version" = false }
  }
  silent "one version is named" {
    allow     = ["lambda:PublishLayerVersion"]
    code_from = { "function" = "layer" }
    attribute = "layers"
    facts     = { "layer#names_version" = true }
  }
  silent "nobody knows whether" {
    allow     = ["lambda:PublishLayerVersion"]
    code_from = { "function" = "layer" }
    attribute = "layers"
  }
  silent "code must be signed" {
    allow     = ["lambda:PublishLayerVersion"]
    code_from = { "function" = "layer" }
    attribute = "layers"
    facts     = { "layer#names_version" = false, "function#code_signed" = true }
  }
  silent "a Deny" {
    allow     = ["lambda:PublishLayerVersion"]
    code_from = { "function" = "layer" }
    attribute = "layers"
    facts     = { "layer#names_version" = false }
    deny      = ["lambda:Publish*"]
  }
}

technique "x-pipeline" {
  finds "it can be pushed to" {
    allow     = ["codecommit:GitPush"]
    on        = "repository"
    code_from = { "project" = "repository" }
  }
  silent "another repository" {
    allow     = ["codecommit:GitPush"]
    on        = "bucket"
    code_from = { "project" = "repository" }
  }
  silent "nothing builds it" {
    allow = ["codecommit:GitPush"]
    on    = "repository"
  }
  silent "an explicit Deny" {
    allow     = ["codecommit:*"]
    code_from = { "project" = "repository" }
    deny      = ["codecommit:*"]
  }
}
