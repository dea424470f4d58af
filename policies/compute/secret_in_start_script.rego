# METADATA
# title: Secret in the start script
# description: >-
#   Anyone who can read the settings of {element}, or make a program on it fetch an address, gets
#   a secret because the start script holds it in clear, which lets them move on with it.
# custom:
#   id: CMP-002
#   on: compute.vm
#   stride: disclosure
#   ease: 2
#   cwe: [312, 522]
#   capec: [37]
#   attack: [T1552.005, T1552.001]
#   fix: >-
#     Let the script read the secret from a secret store with the machine's role.
package threatvet.threats.compute.secret_in_start_script

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.user_data_secret == true

	threat := {"on": element.id, "because": ["user_data_secret"]}
}
