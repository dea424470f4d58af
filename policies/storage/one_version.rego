# METADATA
# title: Overwritten is gone
# description: >-
#   An error, or an attacker with rights to write, can overwrite {data} in {element} for good
#   because old versions are not kept, which lets recovery be impossible.
# custom:
#   id: OBJ-013
#   on: store.object
#   stride: denial
#   ease: 1
#   safety_net: true
#   cwe: [693]
#   attack: [T1485, T1490]
#   fix: >-
#     Keep old versions (versioning with "enabled = true", versioning_enabled in blob_properties,
#     aws_s3_bucket_versioning).
#   fixes:
#     aws: >-
#       Keep old versions (aws_s3_bucket_versioning, status "Enabled").
#     azurerm: >-
#       Set "versioning_enabled = true" in blob_properties.
#     google: >-
#       Keep old versions (versioning with "enabled = true").
package threatvet.threats.storage.one_version

import data.threatvet.lib.rights
import data.threatvet.lib.stakes

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.versioned == false
	max([stakes.integrity(element), stakes.availability(element)]) >= 2
	not locked(element)
	not told_with_writer(element)

	threat := {"on": element.id, "because": ["versioned"]}
}

locked(element) if element.facts.object_lock == true

# Where someone is known who can do it, that threat says so.
told_with_writer(element) if {
	element.facts.object_lock == false
	some grant in input.grants_on[element.id]
	grant.level in {"write", "admin"}
	grant.certain == true
	rights.usable(input.identities[grant.identity])
}
