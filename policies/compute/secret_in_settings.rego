# METADATA
# title: Secret in the settings
# description: >-
#   Anyone who may read the settings of {element} gets its secrets because they stand there in
#   clear, which lets them log in elsewhere.
# custom:
#   id: FN-003
#   on: compute.function
#   also: [compute.container, compute.batch, ci.pipeline]
#   stride: disclosure
#   ease: 2
#   cwe: [526, 522]
#   attack: [T1552]
#   fix: >-
#     Keep the secret in a secret store and give the program its name ("secrets" with valueFrom,
#     or a call at start).
package threatvet.threats.compute.secret_in_settings

threats contains threat if {
	some kind in {"compute.function", "compute.container", "compute.batch", "ci.pipeline"}
	some element in input.by_kind[kind]
	element.facts.literal_secret == true

	threat := {"on": element.id, "because": ["literal_secret"]}
}
