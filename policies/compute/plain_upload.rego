# METADATA
# title: Program files travel in clear
# description: >-
#   An eavesdropper can read the password for uploads to {element}, and change the program
#   on its way, because it takes files over plain FTP, which lets them run their own code.
# custom:
#   id: CMP-022
#   on: compute.container
#   also: [compute.function]
#   stride: tampering
#   ease: 2
#   safety_net: true
#   cwe: [319, 494]
#   attack: [T1040, T1557]
#   fix: >-
#     Set "ftps_state = \"FtpsOnly\"" or "Disabled" in site_config.
package threatvet.threats.compute.plain_upload

threats contains threat if {
	some kind in {"compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.facts.plain_upload == true

	threat := {"on": element.id, "because": ["plain_upload"]}
}
