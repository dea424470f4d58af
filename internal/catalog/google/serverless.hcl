# Cloud Run, Cloud Functions, App Engine, builds and flows of work.

resource "google_app_engine_application" {
  kind = "gateway.api"
  name = default(self.project, self.location_id)

  network { public_address = true }
  control "authn" { when = default(self.iap[0].enabled, false) }
}

resource "google_app_engine_firewall_rule" {
  kind = "network.rule"

  rule {
    direction = "in"
    allow     = default(self.action, "") == "ALLOW"
    cidrs     = [default(self.source_range, "") == "*" ? "0.0.0.0/0" : default(self.source_range, "")]
    priority  = self.priority
  }
}

resource "google_app_engine_flexible_app_version" {
  also    = ["google_app_engine_standard_app_version"]
  kind    = "compute.container"
  name    = self.service
  runs_as = self.service_account

  standin "id" { value = "apps/${account}/services/${default(self.service, standin_name)}/versions/1" }

  fact "default_identity" { value = !has(self.service_account) || matches(default(self.service_account, ""), local.google_default_identity) }
  # Plain requests are answered unless each handler says otherwise:
  # https://cloud.google.com/appengine/docs/standard/reference/app-yaml#handlers_secure
  fact "listener_http" { value = length(default(self.handlers, [])) == 0 ? null : anytrue([for h in self.handlers : !contains(["SECURE_ALWAYS"], default(h.security_level, "SECURE_OPTIONAL"))]) }

  network { public_address = true }
  environment { variables = default(self.env_variables, {}) }
}

resource "google_app_engine_domain_mapping" {
  kind = "dns.record"
  name = self.domain_name
}

resource "google_cloud_run_domain_mapping" {
  flow {
    to       = default(self.spec[0].route_name)
    forwards = true
  }
}

resource "google_cloud_run_service" {
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.template[0].spec[0].service_account_name)

  standin "id" { value = "locations/${default(self.location, region)}/namespaces/${account}/services/${standin_name}" }
  standin "status" { value = [{ url = "https://${standin_name}-${standin_hash}-uc.a.run.app" }] }
  aliases = [self.name, "https://${standin_name}-${standin_hash}-uc.a.run.app"]

  let "spec" { value = default(self.template[0].spec[0]) }
  let "containers" { value = default(let.spec.containers, []) }
  let "ingress" { value = default(self.metadata[0].annotations["run.googleapis.com/ingress"], "all") }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "default_identity" { value = !has(default(let.spec.service_account_name)) || matches(default(let.spec.service_account_name, ""), local.google_default_identity) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "public_invoke" { value = false }
  fact "public_network_access" { value = let.ingress == "all" }
  # Callers need a role, unless everyone has it.
  fact "url_authn" { value = let.ingress == "all" ? "iam" : null }

  network { public_address = let.ingress == "all" }
  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_from, [])) == 0 }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value_from[0].secret_key_ref[0].name, "") if length(default(e.value_from, [])) > 0 }]...)
  }
}

resource "google_cloud_run_v2_job" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = default(self.template[0].template[0].service_account)

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/jobs/${standin_name}" }

  let "containers" { value = default(self.template[0].template[0].containers, []) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "customer_key" { value = default(self.template[0].template[0].encryption_key, "") != "" }
  fact "default_identity" { value = !has(default(self.template[0].template[0].service_account)) || matches(default(self.template[0].template[0].service_account, ""), local.google_default_identity) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }

  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_source, [])) == 0 }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value_source[0].secret_key_ref[0].secret, "") if length(default(e.value_source, [])) > 0 }]...)
  }
}

resource "google_cloud_run_v2_service" {
  kind    = "compute.container"
  name    = self.name
  runs_as = default(self.template[0].service_account)

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/services/${standin_name}" }
  standin "uri" { value = "https://${standin_name}-${standin_hash}-uc.a.run.app" }
  aliases = [self.name]

  let "containers" { value = default(self.template[0].containers, []) }
  let "public" { value = contains(["INGRESS_TRAFFIC_ALL", "INGRESS_TRAFFIC_UNSPECIFIED"], default(self.ingress, "INGRESS_TRAFFIC_ALL")) }

  fact "arguments" { value = length(let.containers) != 1 ? null : concat(default(let.containers[0].command, []), default(let.containers[0].args, [])) }
  fact "customer_key" { value = default(self.template[0].encryption_key, "") != "" }
  fact "default_identity" { value = !has(default(self.template[0].service_account)) || matches(default(self.template[0].service_account, ""), local.google_default_identity) }
  fact "image_pinned" { value = length(let.containers) == 0 ? null : alltrue([for c in let.containers : strcontains(default(c.image, ""), "@sha256:")]) }
  fact "images" { value = length(let.containers) == 0 ? null : [for c in let.containers : repository(default(c.image, ""))] }
  fact "public_invoke" { value = default(self.invoker_iam_disabled, false) }
  fact "public_network_access" { value = let.public }
  # Callers need a role, unless everyone has it.
  fact "url_authn" { value = let.public ? "iam" : null }

  network { public_address = let.public }
  environment {
    variables = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value, "") if length(default(e.value_source, [])) == 0 }]...)
    secrets   = merge([for c in let.containers : { for e in default(c.env, []) : e.name => default(e.value_source[0].secret_key_ref[0].secret, "") if length(default(e.value_source, [])) > 0 }]...)
  }
}

resource "google_cloudbuild_trigger" {
  kind    = "ci.pipeline"
  name    = self.name
  runs_as = self.service_account

  standin "id" { value = "projects/${account}/locations/global/triggers/${standin_hash}" }

  # Without an account of its own a build runs as the one that all share:
  # https://cloud.google.com/build/docs/cloud-build-service-account
  fact "default_identity" { value = !has(self.service_account) }

  environment { variables = merge(default(self.substitutions, {}), default(self.build[0].substitutions, {})) }
}

resource "google_cloudbuild_worker_pool" {
  kind = "ci.runner"
  name = self.name

  fact "public_network_access" { value = !default(self.worker_config[0].no_external_ip, false) }
}

resource "google_cloudfunctions2_function" {
  kind    = "compute.function"
  name    = self.name
  runs_as = default(self.service_config[0].service_account_email)

  standin "id" { value = "projects/${account}/locations/${default(self.location, region)}/functions/${standin_name}" }
  standin "url" { value = "https://${region}-${account}.cloudfunctions.net/${standin_name}" }
  aliases = [self.name]

  let "service" { value = default(self.service_config[0]) }
  let "public" { value = default(let.service.ingress_settings, "ALLOW_ALL") == "ALLOW_ALL" && !has(default(self.event_trigger[0].event_type)) }

  fact "concurrency_limited" { value = default(let.service.max_instance_count, 100) > 0 }
  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "default_identity" { value = !has(default(let.service.service_account_email)) || matches(default(let.service.service_account_email, ""), local.google_default_identity) }
  fact "public_invoke" { value = false }
  fact "public_network_access" { value = let.public }
  # Callers need a role, unless everyone has it.
  fact "url_authn" { value = let.public ? "iam" : null }

  network { public_address = let.public }
  environment {
    variables = merge(default(let.service.environment_variables, {}), default(self.build_config[0].environment_variables, {}))
    secrets   = { for s in default(let.service.secret_environment_variables, []) : s.key => s.secret }
  }
  flow {
    each     = self.event_trigger
    from     = default(each.pubsub_topic)
    protocol = "event"
  }
}

resource "google_cloudfunctions_function" {
  kind    = "compute.function"
  name    = self.name
  runs_as = self.service_account_email

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/functions/${standin_name}" }
  standin "https_trigger_url" { value = "https://${region}-${account}.cloudfunctions.net/${standin_name}" }
  aliases = [self.name]

  let "public" { value = default(self.ingress_settings, "ALLOW_ALL") == "ALLOW_ALL" && default(self.trigger_http, false) }

  fact "concurrency_limited" { value = default(self.max_instances, 0) > 0 }
  fact "customer_key" { value = default(self.kms_key_name, "") != "" }
  fact "default_identity" { value = !has(self.service_account_email) || matches(default(self.service_account_email, ""), local.google_default_identity) }
  # Plain requests are answered unless the function says otherwise:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/cloudfunctions_function#https_trigger_security_level
  fact "listener_http" { value = default(self.trigger_http, false) ? default(self.https_trigger_security_level, "SECURE_OPTIONAL") != "SECURE_ALWAYS" : null }
  fact "public_invoke" { value = false }
  fact "public_network_access" { value = let.public }
  # Callers need a role, unless everyone has it.
  fact "url_authn" { value = let.public ? "iam" : null }

  network { public_address = let.public }
  environment {
    variables = merge(default(self.environment_variables, {}), default(self.build_environment_variables, {}))
    secrets   = { for s in default(self.secret_environment_variables, []) : s.key => s.secret }
  }
  flow {
    each     = self.event_trigger
    from     = default(each.resource)
    protocol = "event"
  }
}

resource "google_cloud_scheduler_job" {
  kind = "compute.batch"
  name = self.name

  flow {
    to       = default(self.pubsub_target[0].topic_name, self.http_target[0].uri)
    protocol = "event"
  }
  # https://cloud.google.com/scheduler/docs/http-target-auth
  entry_point {
    kind  = "cron"
    on    = default(self.http_target[0].uri, [])
    authn = has(default(self.http_target[0].oidc_token[0], self.http_target[0].oauth_token[0])) ? "iam" : "none"
  }
}

resource "google_composer_environment" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = default(self.config[0].node_config[0].service_account)

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/environments/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/composer_environment
  fact "customer_key" { value = default(self.config[0].encryption_config[0].kms_key_name, "") != "" }
  fact "default_identity" { value = !has(default(self.config[0].node_config[0].service_account)) }
  fact "public_network_access" { value = !default(self.config[0].private_environment_config[0].enable_private_endpoint, false) }

  network {
    vpc            = default(self.config[0].node_config[0].network, [])
    subnets        = default(self.config[0].node_config[0].subnetwork, [])
    public_address = !default(self.config[0].private_environment_config[0].enable_private_endpoint, false)
  }
  environment { variables = default(self.config[0].software_config[0].env_variables, {}) }
}

resource "google_eventarc_trigger" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_account

  flow {
    to       = default(self.destination[0].cloud_run_service[0].service, self.destination[0].workflow)
    protocol = "event"
  }
}

resource "google_iap_brand" {}

resource "google_iap_client" {}

resource "google_sourcerepo_repository" {
  kind = "store.object"
  name = self.name

  fact "encrypted_at_rest" { value = true }
  fact "public_read" { value = false }
}

resource "google_workflows_workflow" {
  kind    = "compute.batch"
  name    = self.name
  runs_as = self.service_account

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/workflows/${standin_name}" }

  fact "default_identity" { value = !has(self.service_account) || matches(default(self.service_account, ""), local.google_default_identity) }
}
