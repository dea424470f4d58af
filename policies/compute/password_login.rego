# METADATA
# title: Administration by password
# description: >-
#   Attackers who reach {element} can guess their way in because its administrators sign in
#   with a password, which lets one weak password open the machine.
# custom:
#   id: CMP-020
#   on: compute.vm
#   stride: spoofing
#   ease: 2
#   cwe: [521, 307, 309]
#   attack: [T1110, T1021.004]
#   fix: >-
#     Set "disable_password_authentication = true" and add an admin_ssh_key (ssh_keys).
package threatvet.threats.compute.password_login

threats contains threat if {
	some element in input.by_kind["compute.vm"]
	element.facts.password_login == true

	threat := {"on": element.id, "because": ["password_login"]}
}
