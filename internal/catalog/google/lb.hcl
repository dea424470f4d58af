# Load balancing: forwarding rule -> proxy -> URL map -> backend -> group. The
# forwarding rule has the address, the backend service the protection.

resource "google_compute_backend_bucket" {
  kind = "gateway.cdn"
  name = self.name

  standin "id" { value = "projects/${account}/global/backendBuckets/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.bucket_name
    forwards = true
  }
}

resource "google_compute_backend_service" {
  also = ["google_compute_region_backend_service"]
  kind = "gateway.lb"
  name = self.name

  standin "id" { value = "projects/${account}/global/backendServices/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  companion "armor" {
    type  = "google_compute_security_policy"
    named = "security_policy"
  }

  # Only balancers of web traffic can keep logs, and they do not unless told to:
  # https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/compute_backend_service#nested_log_config
  fact "access_logs" { value = contains(["HTTP", "HTTPS", "HTTP2", "GRPC"], default(self.protocol, "HTTP")) ? default(self.log_config[0].enable, false) : null }

  control "waf" { when = default(self.security_policy, "") != "" }
  control "rate_limit" { when = anytrue([for r in default(companion.armor.rule, []) : contains(["throttle", "rate_based_ban"], default(r.action, ""))]) }
  control "authn" { when = default(self.iap[0].enabled, length(default(self.iap, [])) > 0) }
  flow {
    each     = self.backend
    to       = each.group
    protocol = lower(default(self.protocol, "http"))
    forwards = true
  }
}

resource "google_compute_forwarding_rule" {
  also = ["google_compute_global_forwarding_rule"]
  kind = "gateway.lb"
  name = self.name

  standin "id" { value = "projects/${account}/global/forwardingRules/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  companion "plain" {
    type  = "google_compute_target_http_proxy"
    named = "target"
  }
  companion "map" {
    type  = "google_compute_url_map"
    named = "url_map"
    of    = "plain"
  }
  companion "secure" {
    type  = "google_compute_target_https_proxy"
    named = "target"
  }
  companion "backend" {
    type  = "google_compute_backend_service"
    named = "backend_service"
  }

  let "public" { value = startswith(default(self.load_balancing_scheme, "EXTERNAL"), "EXTERNAL") }

  fact "listener_http" { value = !has(companion.plain) ? null : let.public && !default(companion.map.default_url_redirect[0].https_redirect, false) }
  # Without a policy of its own a proxy accepts TLS 1.0:
  # https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
  fact "tls_min" { value = !has(companion.secure) || default(companion.secure.ssl_policy, "") != "" ? null : "1.0" }

  network {
    vpc            = self.network
    subnets        = self.subnetwork
    public_address = let.public
    ports          = [for p in default(self.ports, split(",", self.port_range), []) : tonumber(split("-", p)[0])]
  }
  flow {
    to       = default(self.target, self.backend_service)
    port     = default(tonumber(split("-", self.port_range)[0]), 0)
    forwards = true
  }
  entry_point {
    when  = has(companion.plain) || has(companion.secure)
    kind  = "http"
    authn = "none"
  }
}

resource "google_compute_health_check" {
  also = ["google_compute_region_health_check", "google_compute_http_health_check", "google_compute_https_health_check"]

  standin "id" { value = "projects/${account}/global/healthChecks/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

resource "google_compute_managed_ssl_certificate" {
  standin "id" { value = "projects/${account}/global/sslCertificates/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }
}

resource "google_compute_region_network_endpoint_group" {
  also = ["google_compute_network_endpoint_group", "google_compute_global_network_endpoint_group"]

  standin "id" { value = "projects/${account}/regions/${default(self.region, region)}/networkEndpointGroups/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = default(self.cloud_run[0].service, self.cloud_function[0].function, self.app_engine[0].service)
    forwards = true
  }
}

resource "google_compute_security_policy" {
  also = ["google_compute_region_security_policy"]
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = "projects/${account}/global/securityPolicies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "throttled" { value = anytrue([for r in default(self.rule, []) : contains(["throttle", "rate_based_ban"], default(r.action, ""))]) }
}

resource "google_compute_ssl_certificate" {
  also = ["google_compute_region_ssl_certificate"]
  kind = "secret_store"
  name = self.name

  standin "id" { value = "projects/${account}/global/sslCertificates/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  fact "literal_secret" { value = matches(self.private_key, "PRIVATE KEY") }
}

# The oldest version is 1.0 unless someone says more, and the profile COMPATIBLE
# still offers broken ciphers:
# https://registry.terraform.io/providers/hashicorp/google/6.0.0/docs/resources/compute_ssl_policy
resource "google_compute_ssl_policy" {
  also = ["google_compute_region_ssl_policy"]
  kind = "gateway.lb"
  name = self.name

  standin "id" { value = "projects/${account}/global/sslPolicies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  let "weak" {
    value = ["TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"]
  }

  fact "tls_min" { value = { "TLS_1_0" = "1.0", "TLS_1_1" = "1.1", "TLS_1_2" = "1.2", "TLS_1_3" = "1.3" }[default(self.min_tls_version, "TLS_1_0")] }
  fact "weak_ciphers" {
    value = default(self.profile, "COMPATIBLE") == "CUSTOM" ? anytrue([for c in default(self.custom_features, []) : contains(let.weak, c)]) : contains(["COMPATIBLE"], default(self.profile, "COMPATIBLE"))
  }
}

resource "google_compute_target_grpc_proxy" {
  standin "id" { value = "projects/${account}/global/targetGrpcProxies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.url_map
    protocol = "grpc"
    forwards = true
  }
}

resource "google_compute_target_http_proxy" {
  also = ["google_compute_region_target_http_proxy"]

  standin "id" { value = "projects/${account}/global/targetHttpProxies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.url_map
    protocol = "http"
    forwards = true
  }
}

resource "google_compute_target_https_proxy" {
  also = ["google_compute_region_target_https_proxy", "google_compute_target_ssl_proxy"]

  standin "id" { value = "projects/${account}/global/targetHttpsProxies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = default(self.url_map, self.backend_service)
    protocol = "https"
    forwards = true
  }
}

resource "google_compute_target_instance" {
  standin "id" { value = "projects/${account}/zones/${region}-a/targetInstances/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.instance
    forwards = true
  }
}

resource "google_compute_target_pool" {
  standin "id" { value = "projects/${account}/regions/${region}/targetPools/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    each     = self.instances
    to       = each
    forwards = true
  }
}

resource "google_compute_target_tcp_proxy" {
  standin "id" { value = "projects/${account}/global/targetTcpProxies/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.backend_service
    protocol = "tcp"
    forwards = true
  }
}

resource "google_compute_url_map" {
  also = ["google_compute_region_url_map"]

  standin "id" { value = "projects/${account}/global/urlMaps/${standin_name}" }
  standin "self_link" { value = "https://www.googleapis.com/compute/v1/${self.id}" }

  flow {
    to       = self.default_service
    forwards = true
  }
  flow {
    each     = self.path_matcher
    to       = concat([default(each.default_service, "")], [for p in default(each.path_rule, []) : default(p.service, "")])
    forwards = true
  }
}

resource "google_api_gateway_gateway" {
  kind = "gateway.api"
  name = self.gateway_id

  standin "id" { value = "projects/${account}/locations/${default(self.region, region)}/gateways/${standin_name}" }

  network { public_address = true }
}

resource "google_endpoints_service" {
  kind = "gateway.api"
  name = self.service_name

  network { public_address = true }
}

resource "google_apigee_environment" {
  kind = "gateway.api"
  name = self.name
}

resource "google_apigee_organization" {
  kind = "gateway.api"
  name = self.display_name

  fact "customer_key" { value = default(self.runtime_database_encryption_key_name, "") != "" }
}

resource "google_certificate_manager_certificate" {
  kind = "secret_store"
  name = self.name

  # Google keeps the key of a managed certificate, and nobody can read it:
  # https://cloud.google.com/certificate-manager/docs/certificates
  fact "kept_secret" { value = has(self.self_managed) }
  fact "literal_secret" { value = matches(default(self.self_managed[0].pem_private_key, null), "PRIVATE KEY") }
}
