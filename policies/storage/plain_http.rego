# METADATA
# title: Files travel in clear
# description: >-
#   An eavesdropper can read files of {element} on their way because it accepts plain HTTP, which
#   lets them collect {data} in transit.
# custom:
#   id: OBJ-008
#   on: store.object
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [319]
#   capec: [158]
#   attack: [T1040]
#   fix: >-
#     Add a Deny for aws:SecureTransport = "false" to the bucket policy (aws_s3_bucket_policy).
#   fixes:
#     azurerm: >-
#       Set "https_traffic_only_enabled = true".
package threatvet.threats.storage.plain_http

import data.threatvet.lib.stakes

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.tls_required == false
	stakes.confidentiality(element) >= 3

	threat := {"on": element.id, "because": ["tls_required"]}
}
