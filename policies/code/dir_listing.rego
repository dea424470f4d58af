# METADATA
# title: Folders shown to everyone
# description: >-
#   Anyone can list and download what lies in the folder that {function} serves because it is served
#   with listings, which lets them find backups and configuration.
# custom:
#   id: GOH-026
#   on: go.handler
#   also: [go.service]
#   stride: disclosure
#   ease: 4
#   cwe: [548, 22]
#   capec: [127]
#   attack: [T1083]
#   fix: >-
#     Serve a file system that hides folders, or only the files meant for everyone.
package threatvet.threats.code.dir_listing

threats contains threat if {
	some weakness in input.reported["GOH-026"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
