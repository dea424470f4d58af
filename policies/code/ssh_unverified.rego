# METADATA
# title: SSH host not verified
# description: >-
#   An attacker on the path can pose as the host that {function} connects to because any host key
#   is accepted, which lets them capture credentials and commands.
# custom:
#   id: GOC-002
#   on: go.client
#   also: [go.handler, go.service]
#   stride: spoofing
#   ease: 2
#   cwe: [322, 295]
#   capec: [94]
#   attack: [T1557]
#   fix: >-
#     Use knownhosts.New or ssh.FixedHostKey as HostKeyCallback.
package threatvet.threats.code.ssh_unverified

threats contains threat if {
	some weakness in input.reported["GOC-002"]

	threat := {
		"on": weakness.element,
		"because": [],
		"weakness": weakness.id,
	}
}
