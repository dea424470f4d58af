# METADATA
# title: Anyone can read the warehouse
# description: >-
#   Anyone with an account can read {element} because it is granted to everybody, which lets
#   {data} leave without notice.
# custom:
#   id: WHS-001
#   on: store.warehouse
#   stride: disclosure
#   ease: 4
#   cwe: [732]
#   attack: [T1213.006, T1530]
#   fix: >-
#     Grant the dataset to named groups instead of all users.
package threatvet.threats.database.open_warehouse

threats contains threat if {
	some element in input.by_kind["store.warehouse"]
	element.facts.public_read == true

	threat := {"on": element.id, "because": ["public_read"]}
}
