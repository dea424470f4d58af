# METADATA
# title: Console over the network
# description: >-
#   An attacker with a stolen key can reach the console of {element} from anywhere because
#   its serial port answers over the network, which lets them get around every firewall
#   rule.
# custom:
#   id: CMP-012
#   on: compute.vm
#   also: [iac.config]
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [489, 668]
#   attack: [T1133, T1021]
#   fix: >-
#     Set "serial-port-enable = false" in metadata, or take the entry out.
package threatvet.threats.compute.serial_console

threats contains threat if {
	some kind in {"compute.vm", "iac.config"}
	some element in input.by_kind[kind]
	element.facts.serial_console == true

	threat := {"on": element.id, "because": ["serial_console"]}
}
