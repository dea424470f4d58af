# METADATA
# title: Plain HTTP
# description: >-
#   An eavesdropper can read what users send to {element} because it serves plain HTTP without
#   sending them to HTTPS, which lets them steal cookies and passwords.
# custom:
#   id: GW-002
#   on: gateway.lb
#   also: [gateway.api, gateway.cdn, compute.container, compute.function, k8s.ingress]
#   stride: disclosure
#   ease: 2
#   cwe: [319]
#   capec: [94]
#   attack: [T1557, T1040]
#   fix: >-
#     Redirect port 80 to HTTPS (default_action of type "redirect", viewer_protocol_policy =
#     "redirect-to-https", default_url_redirect with "https_redirect = true", "https_only =
#     true").
#   fixes:
#     aws_alb: >-
#       Redirect port 80 to HTTPS (default_action of type "redirect").
#     aws_cloudfront: >-
#       Set "viewer_protocol_policy = \"redirect-to-https\"".
#     aws_lb: >-
#       Redirect port 80 to HTTPS (default_action of type "redirect").
#     azurerm: >-
#       Set "https_only = true" (https_traffic_only_enabled, "http_allowed = false").
#     google: >-
#       Set "https_redirect = true" in default_url_redirect of the URL map that answers on port 80.
package threatvet.threats.gateway.plain_http

threats contains threat if {
	some kind in {"gateway.lb", "gateway.api", "gateway.cdn", "compute.container", "compute.function", "k8s.ingress"}
	some element in input.by_kind[kind]
	element.facts.listener_http == true
	not inside(element)

	threat := {"on": element.id, "because": ["listener_http"]}
}

# inside holds where it is known that nobody from outside comes in. Of a listener
# whose load balancer is elsewhere, that is not.
inside(element) if element.exposure in {"internal", "privileged", "none"}
