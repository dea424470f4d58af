# METADATA
# title: Logs can be erased
# description: >-
#   An attacker who takes over {identity} can erase their traces because it may delete what
#   {element} records, which lets them stay unseen.
# custom:
#   id: LOG-001
#   on: log.sink
#   also: [store.object]
#   stride: tampering
#   ease: 2
#   cwe: [732]
#   capec: [268, 571]
#   attack: [T1070, T1562.008]
#   fix: >-
#     Take the rights to delete logs away from workloads, and lock the bucket that keeps them
#     (object lock).
package threatvet.threats.logging.erasable_logs

import data.threatvet.lib.rights

# records are the places that logs are kept in.
records contains element if some element in input.by_kind["log.sink"]

records contains element if {
	some trail in input.by_kind["log.trail"]
	some flow in input.flows_from[trail.id]
	flow.operation == "s3:PutObject"
	element := input.by_id[flow.to]
}

# A log group has no lock; of a bucket it must be known that it has none.
erasable(element) if element.kind == "log.sink"

erasable(element) if element.facts.object_lock == false

threats contains threat if {
	some element in records
	erasable(element)
	grant := rights.nearest([g |
		some g in input.grants_on[element.id]
		g.level in {"write", "admin"}
		g.certain == true
		count(input.identities[g.identity].used_by) > 0
	])

	threat := {
		"on": element.id,
		"because": [],
		"grant": grant.id,
		"values": {"identity": grant.identity},
	}
}
