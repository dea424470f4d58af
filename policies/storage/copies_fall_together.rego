# METADATA
# title: Copies fall with the original
# description: >-
#   Whoever takes over {identity} can delete {element} and its copy {copy} together because it may
#   write to both, which lets them demand ransom.
# custom:
#   id: OBJ-011
#   on: store.object
#   stride: denial
#   ease: 2
#   cwe: [653]
#   attack: [T1485, T1490]
#   fix: >-
#     Keep the copy where no identity that writes to the original has rights: another account, or
#     object lock.
package threatvet.threats.storage.copies_fall_together

destroys(grant) if {
	grant.level in {"write", "admin"}
	grant.certain == true
}

threats contains threat if {
	some element in input.by_kind["store.object"]
	some flow in input.flows_from[element.id]
	flow.operation == "s3:ReplicateObject"
	input.by_id[flow.to].facts.object_lock == false

	some grant in input.grants_on[flow.to]
	destroys(grant)
	some other in input.grants_on[element.id]
	destroys(other)
	other.identity == grant.identity

	threat := {
		"on": element.id,
		"because": [],
		"grant": grant.id,
		"flow": flow.id,
		"values": {"identity": grant.identity, "copy": flow.to},
	}
}
