# METADATA
# title: Nobody pays for it
# description: >-
#   A mistake in {element} stays unnoticed because no tag says which cost centre pays for it, which
#   lets what nobody owns decay.
# custom:
#   id: ACME-001
#   on: store.object
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [1059]
#   fix: >-
#     Add the tag cost-centre.
package threatvet.threats.acme.cost_centre

threats contains threat if {
	some element in input.by_kind["store.object"]
	not element.tags["cost-centre"]

	threat := {"on": element.id, "because": []}
}
