# What a program runs lies somewhere else, where an attacker can change it.

technique "x-ecr-push" {
  title      = "image of a running program replaced"
  target     = "code_from"
  attributes = ["container_definitions", "container_properties", "image", "image_uri", "primary_container", "source_configuration", "agent_runtime_artifact", "environment", "code"]
  via {
    kinds = ["store.registry"]
    fact "tags_mutable" { value = true }
  }
  need "via" { actions = ["ecr:PutImage"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1525", "T1610"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can push another image under the same tag to {via}, which {target} then runs as {role}"
}

technique "x-s3-code" {
  title      = "code in a bucket replaced"
  target     = "code_from"
  attributes = ["s3_bucket", "command", "default_arguments", "source", "artifact_store", "template_url", "dag_s3_path", "source_bucket_arn", "bootstrap_action", "step", "user_data", "user_data_base64", "bucket", "application_configuration", "primary_container", "container_definitions", "environment_file", "code"]
  via { kinds = ["store.object"] }
  need "via" { any = ["s3:PutObject"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1195.002", "T1565.001"]
  assumes = ["the target is run, or deployed, again after the change"]
  says    = "{actor} can replace what {target} runs in {via}, and it then runs as {role}"
}

technique "x-lambda-layer" {
  title      = "layer of a function replaced"
  target     = "code_from"
  kinds      = ["compute.function"]
  attributes = ["layers"]
  via {
    technologies = ["aws_lambda_layer_version"]
    fact "names_version" { value = false }
  }
  where {
    fact "code_signed" { value = false }
  }
  need "via" { actions = ["lambda:PublishLayerVersion"] }
  gains   = "identity"
  of      = "role"
  ease    = 2
  attack  = ["T1195.002", "T1648"]
  assumes = ["the configuration is applied again after the change"]
  says    = "{actor} can publish a newer version of the layer that {via} finds, which {target} then runs as {role}"
}

technique "x-pipeline" {
  title      = "code in a repository that a pipeline builds"
  target     = "code_from"
  kinds      = ["ci.pipeline", "ci.runner"]
  attributes = ["source", "secondary_sources", "stage", "repository", "code"]
  via { technologies = ["aws_codecommit_repository"] }
  need "via" { any = ["codecommit:GitPush", "codecommit:PutFile", "codecommit:CreateCommit"] }
  gains   = "identity"
  of      = "role"
  ease    = 3
  attack  = ["T1195.002", "T1072"]
  assumes = ["the pipeline builds what is pushed, with commands that stand in the repository"]
  says    = "{actor} can push to {via}, and {target} then runs its commands as {role}"
}
