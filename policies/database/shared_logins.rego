# METADATA
# title: Logins reach into other databases
# description: >-
#   Whoever has a login to one database of {element} gets into others because logins and
#   ownership reach across, which lets a harmless login read what it should not.
# custom:
#   id: DB-012
#   on: store.sql
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [653, 269]
#   attack: [T1078]
#   fix: >-
#     Set the flags "cross db ownership chaining" and "contained database authentication" to
#     off.
package threatvet.threats.database.shared_logins

threats contains threat if {
	some element in input.by_kind["store.sql"]
	element.facts.shared_logins == true

	threat := {"on": element.id, "because": ["shared_logins"]}
}
