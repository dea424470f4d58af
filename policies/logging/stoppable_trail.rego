# METADATA
# title: The trail can be switched off
# description: >-
#   Whoever takes over {identity} can switch {element} off because it may stop or delete the
#   trail, which lets them act unrecorded.
# custom:
#   id: LOG-013
#   on: log.trail
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [269, 732]
#   capec: [571]
#   attack: [T1562.008]
#   fix: >-
#     Take cloudtrail:StopLogging, DeleteTrail, UpdateTrail and PutEventSelectors away from
#     workloads.
package threatvet.threats.logging.stoppable_trail

import data.threatvet.lib.rights

threats contains threat if {
	some element in input.by_kind["log.trail"]
	grant := rights.nearest([g |
		some g in input.grants_on[element.id]
		g.certain == true
		some action in {"cloudtrail:StopLogging", "cloudtrail:DeleteTrail", "cloudtrail:UpdateTrail"}
		rights.gives(g, action)
		count(input.identities[g.identity].used_by) > 0
	])

	threat := {
		"on": element.id,
		"because": [],
		"grant": grant.id,
		"values": {"identity": grant.identity},
	}
}
