# METADATA
# title: Shared files travel in clear
# description: >-
#   An eavesdropper in the network can read the files that {element} shares because its network
#   folders are mounted without encryption, which lets them collect what it stores.
# custom:
#   id: OBJ-018
#   on: compute.container
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [319]
#   attack: [T1040]
#   fix: >-
#     Set transit_encryption = "ENABLED" in efs_volume_configuration.
package threatvet.threats.storage.folders_in_clear

threats contains threat if {
	some element in input.by_kind["compute.container"]
	element.facts.mounts_encrypted == false

	threat := {"on": element.id, "because": ["mounts_encrypted"]}
}
