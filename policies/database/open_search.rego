# METADATA
# title: Anyone can search
# description: >-
#   Anyone can query {element} because its access policy lets everybody in, which lets them copy
#   {data}.
# custom:
#   id: SRC-001
#   on: store.search
#   stride: disclosure
#   ease: 4
#   cwe: [306, 732]
#   attack: [T1213, T1190]
#   fix: >-
#     Name the identities that may use the domain in access_policies, or place it in a network
#     (vpc_options).
package threatvet.threats.database.open_search

threats contains threat if {
	some element in input.by_kind["store.search"]
	some fact in ["public_read", "public_write"]
	element.facts[fact] == true

	threat := {"on": element.id, "because": [fact]}
}
