package threatvet.threats.storage.copies_fall_together_test

import data.threatvet.threats.storage.copies_fall_together

system := {
	"by_kind": {"store.object": [{"id": "b", "facts": {}}]},
	"by_id": {"copy": {"id": "copy", "facts": {"object_lock": false}}},
	"flows_from": {"b": [{"id": "f", "operation": "s3:ReplicateObject", "to": "copy"}]},
	"grants_on": {
		"b": [{"id": "g1", "identity": "app", "level": "write", "certain": true}],
		"copy": [{"id": "g2", "identity": "app", "level": "write", "certain": true}],
	},
}

found(change) := threats if {
	threats := copies_fall_together.threats with input as object.union(system, change)
}

test_fires if {
	some threat in found({})
	threat.values.copy == "copy"
}

test_silent_when_copy_is_locked if count(found({"by_id": {"copy": {"facts": {"object_lock": true}}}})) == 0

test_silent_when_lock_is_unknown if count(copies_fall_together.threats) == 0 with input as object.union(
	object.remove(system, ["by_id"]),
	{"by_id": {"copy": {"id": "copy", "facts": {}}}},
)

test_silent_when_another_identity_writes_the_copy if count(found({"grants_on": {"copy": [{
	"id": "g2",
	"identity": "other", "level": "write", "certain": true,
}]}})) == 0

test_silent_when_no_copy if count(found({"flows_from": {"b": []}})) == 0
