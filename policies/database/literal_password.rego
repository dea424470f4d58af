# METADATA
# title: Password in the configuration
# description: >-
#   Anyone who can read the configuration can log in to {element} because its password is written
#   there, which lets them act as the application.
# custom:
#   id: DB-001
#   on: store.sql
#   also: [store.nosql, store.warehouse, store.cache, store.search, queue]
#   stride: spoofing
#   ease: 4
#   cwe: [798, 259]
#   capec: [70]
#   attack: [T1552.001, T1078]
#   fix: >-
#     Let the service manage the password (manage_master_user_password = true), or pass it as a
#     sensitive variable from a secret store; then change it.
package threatvet.threats.database.literal_password

threats contains threat if {
	some kind in {"store.sql", "store.nosql", "store.warehouse", "store.cache", "store.search", "queue"}
	some element in input.by_kind[kind]
	element.facts.password_literal == true

	threat := {"on": element.id, "because": ["password_literal"]}
}
