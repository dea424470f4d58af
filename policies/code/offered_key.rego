# METADATA
# title: An offered key taken for a proven one
# description: >-
#   Anyone who knows somebody's public key can be taken for them by {function} because it keeps the key
#   that a client offers as if the client had proven to have it, which lets them act with that person's rights.
# custom:
#   id: GOH-060
#   on: go.handler
#   also: [go.service]
#   stride: spoofing
#   ease: 3
#   cwe: [305, 287]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Keep what the key says in the Permissions that the callback returns.
package threatvet.threats.code.offered_key

threats contains threat if {
	some weakness in input.reported["GOH-060"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
