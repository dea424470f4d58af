# What the JSON syntax of Terraform does not tell.

locals {
  # Arguments of these names hold a map; others that are written as an object are
  # nested blocks. A name stands as type.argument. Collected from the documentation
  # of the providers for AWS, Google Cloud, Azure, Kubernetes and of those without
  # a cloud.
  map_arguments = [
    "(tags|tags_all|labels|annotations|variables|triggers|keepers|vars|headers|app_settings|match_labels)$",
    "_(tags|labels|annotations|variables|parameters|templates|headers|substitutions|properties|arguments|mapping)$",
    "\\.(parameters|substitutions|sysctls|node_selector|limits|requests|query|context|binary_data|string_data|driver_opts|request_models|response_models)$",
    "^kubernetes_.*\\.(data|selector)$",
    "^google_.*\\.metadata$",
    "^terraform_data\\.",
    "^external\\.",
  ]
}
