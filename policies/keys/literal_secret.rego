# METADATA
# title: Secret in the source
# description: >-
#   Anyone who can read the source, the plan or the state gets a secret because {place} holds it
#   in clear, which lets them use what it protects.
# custom:
#   id: SEC-003
#   on: secret_store
#   also: [go.service, go.handler]
#   stride: disclosure
#   ease: 4
#   cwe: [798, 312]
#   capec: [191]
#   attack: [T1552.001]
#   fix: >-
#     Put the value into the secret store by hand or pipeline (or as a sensitive variable without
#     default), and change it, since it is known now.
package threatvet.threats.keys.literal_secret

threats contains threat if {
	some element in input.by_kind.secret_store
	element.facts.literal_secret == true

	threat := {
		"on": element.id,
		"because": ["literal_secret"],
		"values": {"place": element.id},
	}
}

threats contains threat if {
	some weakness in input.reported["SEC-003"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
		"values": {"place": object.get(weakness, "function", weakness.element)},
	}
}
