# METADATA
# title: A workload can destroy the key
# description: >-
#   Whoever takes over {identity} can make data unreadable for ever because it may disable or
#   delete {element}, which lets them destroy without touching the data.
# custom:
#   id: KMS-001
#   on: kms_key
#   stride: denial
#   ease: 2
#   cwe: [732, 269]
#   attack: [T1485, T1490]
#   fix: >-
#     Keep kms:ScheduleKeyDeletion and kms:DisableKey for administrators of keys.
package threatvet.threats.keys.workload_destroys_key

import data.threatvet.lib.rights

threats contains threat if {
	some element in input.by_kind.kms_key
	grant := rights.nearest([g |
		some g in input.grants_on[element.id]
		g.certain == true
		some action in {"kms:ScheduleKeyDeletion", "kms:DisableKey"}
		rights.gives(g, action)
		not rights.administrator(g.identity)
		count(input.identities[g.identity].used_by) > 0
	])

	threat := {
		"on": element.id,
		"because": [],
		"grant": grant.id,
		"values": {"identity": grant.identity},
	}
}
