# METADATA
# title: Requests leave no trace
# description: >-
#   An attacker's requests cannot be reconstructed because {element}, which faces or
#   guards what faces the internet, keeps no access log, which lets them probe freely.
# custom:
#   id: LOG-007
#   on: gateway.lb
#   also: [gateway.api, gateway.cdn, gateway.waf, compute.container, compute.function]
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1190]
#   fix: >-
#     Turn access logs on (access_logs, logging_config, access_log_settings, log_config,
#     aws_wafv2_web_acl_logging_configuration,
#     http_logs).
#   fixes:
#     aws_alb: >-
#       Add access_logs with "enabled = true".
#     aws_api: >-
#       Add access_log_settings to the stage.
#     aws_cloudfront: >-
#       Add a logging_config.
#     aws_elb: >-
#       Add access_logs.
#     aws_lb: >-
#       Add access_logs with "enabled = true".
#     azurerm: >-
#       Add an azurerm_monitor_diagnostic_setting for it, or logs with http_logs.
#     google: >-
#       Add log_config with "enable = true" to the backend service.
package threatvet.threats.logging.silent_gateway

threats contains threat if {
	some kind in {"gateway.lb", "gateway.api", "gateway.cdn", "compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.facts.access_logs == false
	element.exposure in {"internet", "internet_authenticated", "partner"}

	threat := {"on": element.id, "because": ["access_logs"]}
}

# A web firewall stands before what faces the internet.
threats contains threat if {
	some element in input.by_kind["gateway.waf"]
	element.facts.access_logs == false

	threat := {"on": element.id, "because": ["access_logs"]}
}
