# METADATA
# title: Clients can be asked for files
# description: >-
#   An attacker who controls what {element} runs can read files of the machines that use it
#   because clients may be asked for local files, which lets them collect secrets.
# custom:
#   id: DB-011
#   on: store.sql
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [552]
#   attack: [T1005]
#   fix: >-
#     Set the flag local_infile to off.
package threatvet.threats.database.reads_client_files

threats contains threat if {
	some element in input.by_kind["store.sql"]
	element.facts.reads_local_files == true

	threat := {"on": element.id, "because": ["reads_local_files"]}
}
