# Elastic Load Balancing and AWS WAF.

locals {
  # The oldest protocol of each policy:
  # https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
  elb_tls = {
    "ELBSecurityPolicy-2015-05"                    = "1.0"
    "ELBSecurityPolicy-2016-08"                    = "1.0"
    "ELBSecurityPolicy-FS-2018-06"                 = "1.0"
    "ELBSecurityPolicy-FS-1-1-2019-08"             = "1.1"
    "ELBSecurityPolicy-FS-1-2-2019-08"             = "1.2"
    "ELBSecurityPolicy-FS-1-2-Res-2019-08"         = "1.2"
    "ELBSecurityPolicy-FS-1-2-Res-2020-10"         = "1.2"
    "ELBSecurityPolicy-TLS-1-0-2015-04"            = "1.0"
    "ELBSecurityPolicy-TLS-1-1-2017-01"            = "1.1"
    "ELBSecurityPolicy-TLS-1-2-2017-01"            = "1.2"
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06"        = "1.2"
    "ELBSecurityPolicy-TLS13-1-0-2021-06"          = "1.0"
    "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09"       = "1.0"
    "ELBSecurityPolicy-TLS13-1-1-2021-06"          = "1.1"
    "ELBSecurityPolicy-TLS13-1-2-2021-06"          = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-PQ-2025-09"       = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Ext0-2021-06"     = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06"     = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06"     = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"      = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"   = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04" = "1.2"
    "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04"     = "1.2"
    "ELBSecurityPolicy-TLS13-1-3-2021-06"          = "1.3"
    "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09"       = "1.3"
    "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04"     = "1.3"
  }
  # What a listener uses where nobody says, as made by the API:
  # https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html
  elb_default_policy = "ELBSecurityPolicy-2016-08"
}

resource "aws_elb" {
  kind = "gateway.lb"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "id" { value = self.name }
  standin "arn" { value = "arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/${self.name}" }
  standin "dns_name" { value = "${self.name}-${standin_hash}.${region}.elb.amazonaws.com" }
  standin "zone_id" {
    value  = "Z35SXDOTRQ7X7K"
    shared = true
  }

  fact "access_logs" { value = default(self.access_logs[0].enabled, has(self.access_logs) && length(self.access_logs) > 0) }
  fact "listener_http" { value = anytrue([for l in default(self.listener, []) : contains(["http", "tcp"], lower(default(l.lb_protocol, "http")))]) }

  network {
    subnets        = self.subnets
    groups         = self.security_groups
    public_address = !default(self.internal, false)
    ports          = [for l in default(self.listener, []) : l.lb_port]
  }
  flow {
    each     = self.instances
    to       = each
    forwards = true
  }
  entry_point {
    each  = self.listener
    kind  = "http"
    authn = "none"
  }
}

resource "aws_elb_attachment" {
  flow {
    from     = self.elb
    to       = self.instance
    forwards = true
  }
}

resource "aws_lb" {
  also = ["aws_alb"]
  kind = "gateway.lb"
  name = self.name

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/app/${self.name}/${standin_hash}" }
  standin "arn_suffix" { value = "app/${self.name}/${standin_hash}" }
  standin "id" { value = self.arn }
  standin "dns_name" { value = "${self.name}-${standin_hash}.${region}.elb.amazonaws.com" }
  standin "zone_id" {
    value  = "Z35SXDOTRQ7X7K"
    shared = true
  }

  companion "listener" { type = "aws_lb_listener" }

  fact "access_logs" { value = default(self.access_logs[0].enabled, false) }
  fact "deletion_protection" { value = default(self.enable_deletion_protection, false) }
  fact "drops_invalid_headers" { value = default(self.load_balancer_type, "application") == "application" ? default(self.drop_invalid_header_fields, false) : null }
  fact "listener_http" {
    value = anytrue([
      for l in companions.listener : lower(default(l.protocol, "HTTP")) == "http" && !anytrue([
        for a in default(l.default_action, []) : default(a.redirect[0].protocol, "") == "HTTPS" || default(a.type, "") == "fixed-response"
      ])
    ])
  }
  # A listener that is not given a policy uses the default one.
  let "listeners" { value = [for l in companions.listener : l if contains(["https", "tls"], lower(default(l.protocol, "http")))] }
  fact "tls_min" {
    value = length(let.listeners) == 0 ? null : (
      anytrue([for l in companions.listener : default(local.elb_tls[default(l.ssl_policy, local.elb_default_policy)], "") == "1.0" && contains(["https", "tls"], lower(default(l.protocol, "http")))]) ? "1.0" :
      anytrue([for l in companions.listener : default(local.elb_tls[default(l.ssl_policy, local.elb_default_policy)], "") == "1.1" && contains(["https", "tls"], lower(default(l.protocol, "http")))]) ? "1.1" : "1.2"
    )
  }

  network {
    subnets = default(self.subnets, [for m in self.subnet_mapping : m.subnet_id])
    groups  = self.security_groups
    # A gateway load balancer only hands packets to appliances.
    public_address = !default(self.internal, false) && default(self.load_balancer_type, "application") != "gateway"
    ports          = [for l in companions.listener : l.port]
  }
}

resource "aws_lb_listener" {
  also       = ["aws_alb_listener"]
  kind       = "gateway.lb"
  belongs_to = self.load_balancer_arn
  of_type    = ["aws_lb"]

  standin "arn" { value = "${replace(default(self.load_balancer_arn, "arn:${partition}:elasticloadbalancing:${region}:${account}:loadbalancer/app/${standin_name}"), ":loadbalancer/", ":listener/")}/${standin_hash}" }
  standin "id" { value = self.arn }

  fact "listener_http" {
    value = lower(default(self.protocol, "HTTP")) == "http" && !anytrue([
      for a in default(self.default_action, []) : default(a.redirect[0].protocol, "") == "HTTPS" || default(a.type, "") == "fixed-response"
    ])
  }
  # Whether its load balancer faces the internet is not in the sources.
  network {
    public_address = null
    alone          = true
  }
  fact "tls_min" { value = contains(["https", "tls"], lower(default(self.protocol, "http"))) ? default(local.elb_tls[default(self.ssl_policy, local.elb_default_policy)], null) : null }

  flow {
    each     = self.default_action
    to       = default(each.target_group_arn, [for g in each.forward[0].target_group : g.arn])
    protocol = lower(default(self.protocol, "http"))
    port     = self.port
    forwards = true
  }
  flow {
    each     = self.default_action
    from     = each.authenticate_cognito[0].user_pool_arn
    protocol = "login"
  }
  entry_point {
    when  = !alltrue([for a in default(self.default_action, []) : contains(["redirect", "fixed-response"], default(a.type, ""))])
    kind  = "http"
    authn = anytrue([for a in default(self.default_action, []) : startswith(default(a.type, ""), "authenticate-")]) ? "token" : "none"
  }
}

resource "aws_lb_listener_certificate" {
  also = ["aws_alb_listener_certificate"]
}

resource "aws_lb_listener_rule" {
  also       = ["aws_alb_listener_rule"]
  belongs_to = self.listener_arn
  of_type    = ["aws_lb_listener"]

  standin "arn" { value = "arn:${partition}:elasticloadbalancing:${region}:${account}:listener-rule/app/${standin_hash}" }
  standin "id" { value = self.arn }

  flow {
    each     = self.action
    to       = default(each.target_group_arn, [for g in each.forward[0].target_group : g.arn])
    forwards = true
  }
  entry_point {
    each  = self.condition
    when  = default(each.path_pattern, []) != []
    kind  = "http"
    path  = default(each.path_pattern[0].values[0], "")
    authn = anytrue([for a in default(self.action, []) : startswith(default(a.type, ""), "authenticate-")]) ? "token" : "none"
  }
  # A rule that goes by the host, a header or the like is a way in to every path.
  entry_point {
    when  = !anytrue([for c in default(self.condition, []) : length(default(c.path_pattern, [])) > 0]) && !alltrue([for a in default(self.action, []) : contains(["redirect", "fixed-response"], default(a.type, ""))])
    kind  = "http"
    authn = anytrue([for a in default(self.action, []) : startswith(default(a.type, ""), "authenticate-")]) ? "token" : "none"
  }
}

resource "aws_lb_target_group" {
  also = ["aws_alb_target_group"]

  standin "name" { value = "${default(self.name_prefix, "")}${standin_name}" }
  standin "arn" { value = "arn:${partition}:elasticloadbalancing:${region}:${account}:targetgroup/${self.name}/${standin_hash}" }
  standin "arn_suffix" { value = "targetgroup/${self.name}/${standin_hash}" }
  standin "id" { value = self.arn }
}

resource "aws_lb_target_group_attachment" {
  also = ["aws_alb_target_group_attachment"]

  flow {
    from     = self.target_group_arn
    to       = self.target_id
    port     = self.port
    forwards = true
  }
}

resource "aws_shield_protection" {
  control "rate_limit" { on = self.resource_arn }
}

resource "aws_waf_web_acl" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:waf::${account}:webacl/${standin_hash}" }
}

resource "aws_wafregional_web_acl_association" {
  control "waf" { on = self.resource_arn }
}

resource "aws_wafv2_web_acl" {
  kind = "gateway.waf"
  name = self.name

  standin "id" { value = standin_hash }
  standin "arn" { value = "arn:${partition}:wafv2:${region}:${account}:regional/webacl/${standin_name}/${standin_hash}" }

  companion "logs" {
    type  = "aws_wafv2_web_acl_logging_configuration"
    where = "resource_arn"
  }

  fact "access_logs" { value = has(companion.logs) }
  # The rules for exploits that are in the news, such as that of Log4j:
  # https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
  fact "blocks_known_attacks" {
    value = anytrue([
      for r in default(self.rule, []) : default(r.statement[0].managed_rule_group_statement[0].name, "") == "AWSManagedRulesKnownBadInputsRuleSet" && length(default(r.override_action[0].count, [])) == 0
    ])
  }
  fact "throttled" { value = anytrue([for r in default(self.rule, []) : default(length(r.statement[0].rate_based_statement) > 0, false)]) }
}

resource "aws_wafv2_web_acl_association" {
  companion "acl" {
    type  = "aws_wafv2_web_acl"
    named = "web_acl_arn"
  }

  control "waf" { on = self.resource_arn }
  control "rate_limit" {
    when = anytrue([for r in default(companion.acl.rule, []) : default(length(r.statement[0].rate_based_statement) > 0, false)])
    on   = self.resource_arn
  }
}

resource "aws_wafv2_web_acl_logging_configuration" {
  control "logging" { on = self.resource_arn }
}
