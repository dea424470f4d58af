# What stands before applications: balancers, application gateways, front doors,
# CDNs, API management.

resource "azurerm_api_management" {
  kind    = "gateway.api"
  name    = self.name
  runs_as = self.id

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.ApiManagement/service/${standin_name}" }
  standin "gateway_url" { value = "https://${standin_name}.azure-api.net" }

  let "security" { value = default(self.security[0]) }
  let "public" { value = default(self.virtual_network_type, "None") != "Internal" && default(self.public_network_access_enabled, true) }

  # Old protocols and ciphers are off unless someone turns them on:
  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/api_management#security
  fact "managed_identity" { value = length(default(self.identity, [])) > 0 }
  fact "public_network_access" { value = let.public }
  fact "tls_min" {
    value = anytrue([default(let.security.enable_backend_ssl30, let.security.backend_ssl30_enabled, false), default(let.security.enable_frontend_ssl30, let.security.frontend_ssl30_enabled, false), default(let.security.enable_backend_tls10, let.security.backend_tls10_enabled, false), default(let.security.enable_frontend_tls10, let.security.frontend_tls10_enabled, false)]) ? "1.0" : anytrue([default(let.security.enable_backend_tls11, let.security.backend_tls11_enabled, false), default(let.security.enable_frontend_tls11, let.security.frontend_tls11_enabled, false)]) ? "1.1" : "1.2"
  }
  fact "weak_ciphers" { value = default(let.security.triple_des_ciphers_enabled, let.security.enable_triple_des_ciphers, false) }

  identity {
    kind = "managed_identity"
    arn  = self.id
    when = matches(default(self.identity[0].type, ""), "SystemAssigned")
  }
  network {
    subnets        = default(self.virtual_network_configuration[0].subnet_id, [])
    public_address = let.public
  }
}

resource "azurerm_api_management_api" {
  kind    = "gateway.api"
  name    = default(self.display_name, self.name)
  part_of = self.api_management_name

  standin "id" { value = "/subscriptions/${account}/providers/Microsoft.ApiManagement/service/${default(self.api_management_name, "standin")}/apis/${standin_name}" }

  fact "listener_http" { value = contains(default(self.protocols, ["https"]), "http") }

  network { public_address = true }
  flow {
    to       = self.service_url
    forwards = true
  }
}

resource "azurerm_api_management_backend" {
  flow { to = self.url }
}

resource "azurerm_api_management_named_value" {
  kind = "secret_store"
  name = self.name

  fact "literal_secret" { value = default(self.secret, false) && literal(self.value) }
}

resource "azurerm_application_gateway" {
  kind = "gateway.lb"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/applicationGateways/${standin_name}" }
  standin "backend_address_pool" { value = [for p in default(self.backend_address_pool, []) : merge(p, { id = "${self.id}/backendAddressPools/${default(p.name, "standin")}" })] }

  companion "policy" {
    type  = "azurerm_web_application_firewall_policy"
    named = "firewall_policy_id"
  }

  let "public" { value = anytrue([for f in default(self.frontend_ip_configuration, []) : default(f.public_ip_address_id, "") != ""]) }
  let "policy" { value = default(self.ssl_policy[0].min_protocol_version, { "AppGwSslPolicy20150501" = "TLSv1_0", "AppGwSslPolicy20170401" = "TLSv1_1", "AppGwSslPolicy20170401S" = "TLSv1_2", "AppGwSslPolicy20220101" = "TLSv1_2", "AppGwSslPolicy20220101S" = "TLSv1_2" }[self.ssl_policy[0].policy_name]) }

  fact "listener_http" {
    value = anytrue([for l in default(self.http_listener, []) : lower(default(l.protocol, "Http")) == "http" && !anytrue([for r in default(self.request_routing_rule, []) : default(r.http_listener_name, "") == default(l.name, "x") && default(r.redirect_configuration_name, "") != ""])])
  }
  # Before 2023 new gateways started at TLS 1.0:
  # https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview#default-tls-policy
  fact "tls_min" { value = !has(let.policy) ? null : { "TLSv1_0" = "1.0", "TLSv1_1" = "1.1", "TLSv1_2" = "1.2", "TLSv1_3" = "1.3" }[let.policy] }
  fact "web_firewall" { value = default(self.waf_configuration[0].enabled, has(self.firewall_policy_id)) }

  control "waf" { when = default(self.waf_configuration[0].enabled, false) || default(self.firewall_policy_id, "") != "" }
  network {
    subnets        = [for g in default(self.gateway_ip_configuration, []) : default(g.subnet_id, "")]
    public_address = let.public
    ports          = [for p in default(self.frontend_port, []) : p.port]
  }
  flow {
    each     = self.backend_address_pool
    to       = default(each.fqdns, each.ip_addresses)
    forwards = true
  }
  flow {
    each     = self.backend_address_pool
    to       = each.id
    forwards = true
  }
  entry_point {
    each  = self.http_listener
    kind  = "http"
    authn = "none"
  }
}

resource "azurerm_cdn_endpoint" {
  kind    = "gateway.cdn"
  name    = self.name
  part_of = self.profile_name

  standin "id" { value = "/subscriptions/${account}/providers/Microsoft.Cdn/profiles/${default(self.profile_name, "standin")}/endpoints/${standin_name}" }
  standin "fqdn" { value = "${standin_name}.azureedge.net" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/cdn_endpoint#is_http_allowed
  fact "listener_http" { value = default(self.is_http_allowed, true) }

  network { public_address = true }
  flow {
    each     = self.origin
    to       = each.host_name
    forwards = true
  }
}

resource "azurerm_cdn_endpoint_custom_domain" {
  kind = "dns.record"
  name = self.host_name

  fact "tls_min" { value = default(local.azure_tls[self.cdn_managed_https[0].tls_version], local.azure_tls[self.user_managed_https[0].tls_version]) }
}

resource "azurerm_cdn_frontdoor_custom_domain" {
  kind = "gateway.cdn"
  name = self.host_name

  fact "tls_min" { value = local.azure_tls[default(self.tls[0].minimum_tls_version, "TLS12") == "TLS12" ? "1.2" : "1.0"] }
}

resource "azurerm_cdn_frontdoor_endpoint" {
  kind = "gateway.cdn"
  name = self.name

  standin "id" { value = "${default(self.cdn_frontdoor_profile_id, "standin")}/afdEndpoints/${standin_name}" }

  network { public_address = true }
}

resource "azurerm_cdn_frontdoor_firewall_policy" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/${standin_name}" }

  fact "web_firewall" { value = default(self.enabled, true) && default(self.mode, "Detection") == "Prevention" }
}

resource "azurerm_cdn_frontdoor_origin" {
  standin "id" { value = "${default(self.cdn_frontdoor_origin_group_id, "standin")}/origins/${standin_name}" }

  flow {
    from     = self.cdn_frontdoor_origin_group_id
    to       = self.host_name
    forwards = true
  }
}

resource "azurerm_cdn_frontdoor_origin_group" {
  standin "id" { value = "${default(self.cdn_frontdoor_profile_id, "standin")}/originGroups/${standin_name}" }
}

resource "azurerm_cdn_frontdoor_profile" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Cdn/profiles/${standin_name}" }
}

resource "azurerm_cdn_frontdoor_route" {
  belongs_to = self.cdn_frontdoor_endpoint_id
  of_type    = ["azurerm_cdn_frontdoor_endpoint"]
  kind       = "gateway.cdn"
  name       = self.name

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/cdn_frontdoor_route#https_redirect_enabled
  fact "listener_http" {
    value  = contains(default(self.supported_protocols, []), "Http") && !default(self.https_redirect_enabled, true)
    raises = true
  }

  flow {
    to       = self.cdn_frontdoor_origin_group_id
    forwards = true
  }
}

resource "azurerm_cdn_frontdoor_security_policy" {
  control "waf" { on = flatten([for d in default(self.security_policies[0].firewall[0].association[0].domain, []) : d.cdn_frontdoor_domain_id]) }
}

resource "azurerm_cdn_profile" {
  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Cdn/profiles/${standin_name}" }
}

resource "azurerm_frontdoor" {
  kind = "gateway.cdn"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/frontDoors/${standin_name}" }
  standin "cname" { value = "${standin_name}.azurefd.net" }

  fact "listener_http" {
    value = anytrue([for r in default(self.routing_rule, []) : contains(default(r.accepted_protocols, []), "Http") && length(default(r.redirect_configuration, [])) == 0])
  }
  fact "web_firewall" { value = anytrue([for f in default(self.frontend_endpoint, []) : default(f.web_application_firewall_policy_link_id, "") != ""]) || default(self.web_application_firewall_policy_link_id, "") != "" }

  control "waf" { when = anytrue([for f in default(self.frontend_endpoint, []) : default(f.web_application_firewall_policy_link_id, "") != ""]) }
  network { public_address = true }
  flow {
    each     = default(self.backend_pool, [])
    to       = [for b in default(each.backend, []) : default(b.address, "")]
    forwards = true
  }
}

resource "azurerm_frontdoor_firewall_policy" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/frontDoorWebApplicationFirewallPolicies/${standin_name}" }

  fact "web_firewall" { value = default(self.enabled, true) && default(self.mode, "Prevention") == "Prevention" }
}

resource "azurerm_lb" {
  kind = "gateway.lb"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/loadBalancers/${standin_name}" }

  network {
    subnets        = [for f in default(self.frontend_ip_configuration, []) : default(f.subnet_id, "")]
    public_address = anytrue([for f in default(self.frontend_ip_configuration, []) : default(f.public_ip_address_id, "") != ""])
  }
}

resource "azurerm_lb_backend_address_pool" {
  standin "id" { value = "${default(self.loadbalancer_id, "standin")}/backendAddressPools/${standin_name}" }
}

resource "azurerm_lb_nat_pool" {}

resource "azurerm_lb_nat_rule" {
  standin "id" { value = "${default(self.loadbalancer_id, "standin")}/inboundNatRules/${standin_name}" }
}

resource "azurerm_lb_probe" {
  standin "id" { value = "${default(self.loadbalancer_id, "standin")}/probes/${standin_name}" }
}

resource "azurerm_lb_rule" {
  flow {
    from     = self.loadbalancer_id
    to       = default(self.backend_address_pool_ids, self.backend_address_pool_id)
    port     = self.frontend_port
    forwards = true
  }
}

resource "azurerm_traffic_manager_profile" {
  kind = "dns.record"
  name = self.name
}

resource "azurerm_web_application_firewall_policy" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = "/subscriptions/${account}/resourceGroups/${default(self.resource_group_name, "standin")}/providers/Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/${standin_name}" }

  # https://registry.terraform.io/providers/hashicorp/azurerm/4.0.0/docs/resources/web_application_firewall_policy#policy_settings
  fact "web_firewall" { value = default(self.policy_settings[0].enabled, true) && default(self.policy_settings[0].mode, "Prevention") == "Prevention" }
}
