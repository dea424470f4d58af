# METADATA
# title: Database on the internet
# description: >-
#   {who} can talk to {element} because it has a public address and {door}, which lets them guess
#   passwords or use flaws of the database.
# custom:
#   id: DB-004
#   on: store.sql
#   also: [store.nosql, store.warehouse]
#   stride: disclosure
#   ease: 3
#   cwe: [668]
#   capec: [300]
#   attack: [T1190, T1110]
#   fix: >-
#     Set "publicly_accessible = false", and let only the groups of the programs that use it reach
#     its port.
#   fixes:
#     azurerm: >-
#       Set "public_network_access_enabled = false" and use a private endpoint, or list the
#       addresses that need it.
#     google: >-
#       Set "ipv4_enabled = false" in ip_configuration and use a private network (private_network),
#       or list the addresses that need it in authorized_networks.
package threatvet.threats.database.open_to_internet

who("internet") := "Anyone on the internet"

who("partner") := "Whoever gets hold of an address that is let in"

who(exposure) := "An attacker on the internet, after one careless rule," if not exposure in {"internet", "partner"}

door("internet") := "rules let every address in"

door(exposure) := "nothing but a network rule keeps them out" if exposure != "internet"

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse"}
	some element in input.by_kind[kind]
	element.facts.public_network_access == true
	element.exposure != "none"

	threat := {
		"on": element.id,
		"because": ["public_network_access"],
		"values": {"door": door(element.exposure), "who": who(element.exposure)},
	}
}
