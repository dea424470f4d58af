# METADATA
# title: A part of where a redirect leads
# description: >-
#   Whoever sends or links a request to {function} decides a part of the address that it redirects
#   to because the part is put in as it is, which lets them add parameters that the next page
#   trusts, or a host that a cache on the way gives to others.
# custom:
#   id: GOH-070
#   on: go.handler
#   also: [go.service]
#   stride: tampering
#   ease: 1
#   cwe: [601, 644]
#   capec: [141]
#   fix: >-
#     Escape what is put into an address with url.QueryEscape, and take the host from the
#     configuration.
package threatvet.threats.code.redirect_part

threats contains threat if {
	some weakness in input.reported["GOH-070"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
