# METADATA
# title: Outside the regions that we may use
# description: >-
#   An authority can fine us because {element} lies in {region}, where our customers' data may not
#   be, which lets a copy of it fall under foreign law.
# custom:
#   id: ACME-002
#   on: store.object
#   stride: disclosure
#   ease: 2
#   cwe: [1053]
#   fix: >-
#     Set the provider's region to one in the EU.
package threatvet.threats.acme.region

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.region != "" # empty where the sources do not say
	not startswith(element.region, "eu-")

	threat := {"on": element.id, "because": [], "values": {"region": element.region}}
}
