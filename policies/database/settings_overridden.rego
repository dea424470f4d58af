# METADATA
# title: Clients choose for themselves
# description: >-
#   A client can store results in clear or elsewhere because {element} lets it put its own
#   settings in place of the common ones, which lets {data} leave the protected place.
# custom:
#   id: DB-016
#   on: store.warehouse
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [1188, 311]
#   attack: [T1530]
#   fix: >-
#     Set "enforce_workgroup_configuration = true".
package threatvet.threats.database.settings_overridden

threats contains threat if {
	some element in input.by_kind["store.warehouse"]
	element.facts.settings_enforced == false

	threat := {"on": element.id, "because": ["settings_enforced"]}
}
