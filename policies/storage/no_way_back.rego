# METADATA
# title: No way back
# description: >-
#   Whoever takes over {identity} can overwrite or erase everything in {element} because old
#   versions are not kept, which lets them hold the data to ransom.
# custom:
#   id: OBJ-003
#   on: store.object
#   stride: denial
#   ease: 2
#   cwe: [693]
#   attack: [T1485, T1486, T1490]
#   fix: >-
#     Keep old versions (aws_s3_bucket_versioning, status "Enabled"), or lock objects, so that no
#     single identity can destroy them.
#   fixes:
#     azurerm: >-
#       Keep old versions ("versioning_enabled = true" in blob_properties), or lock them
#       (azurerm_storage_container_immutability_policy).
#     google: >-
#       Keep old versions (versioning with "enabled = true"), or lock objects (retention_policy with
#       "is_locked = true").
package threatvet.threats.storage.no_way_back

import data.threatvet.lib.rights

harmful(grant) if {
	grant.level in {"write", "admin"}
	grant.certain == true
	rights.usable(input.identities[grant.identity])
}

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.versioned == false
	element.facts.object_lock == false

	# The one that attackers get at most easily speaks for all.
	grant := rights.nearest([g | some g in input.grants_on[element.id]; harmful(g)])

	threat := {
		"on": element.id,
		"because": ["versioned", "object_lock"],
		"grant": grant.id,
		"values": {"identity": grant.identity},
	}
}
