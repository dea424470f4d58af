package threatvet.threats.storage.no_way_back_test

import data.threatvet.threats.storage.no_way_back

bare := {"versioned": false, "object_lock": false}

write := {"id": "g", "identity": "aws_iam_role.app", "level": "write", "certain": true}

found(facts, grant) := threats if {
	threats := no_way_back.threats with input as {
		"by_kind": {"store.object": [{"id": "b", "facts": facts}]},
		"grants_on": {"b": [grant]},
		"identities": {"aws_iam_role.app": {"id": "aws_iam_role.app", "kind": "role", "used_by": ["web"]}},
		"by_id": {"web": {"id": "web", "exposure": "internet"}},
		"paths": [],
	}
}

test_fires if {
	some threat in found(bare, write)
	threat.on == "b"
	threat.grant == "g"
	threat.values.identity == "aws_iam_role.app"
}

test_silent_when_versioned if count(found({"versioned": true, "object_lock": false}, write)) == 0

test_silent_when_locked if count(found({"versioned": false, "object_lock": true}, write)) == 0

test_silent_when_lock_is_unknown if count(found({"versioned": false}, write)) == 0

test_silent_when_versioning_is_unknown if count(found({"object_lock": false}, write)) == 0

test_silent_when_nobody_may_write if count(found(bare, object.union(write, {"level": "read"}))) == 0

test_silent_when_the_right_is_not_certain if count(found(bare, object.union(write, {"certain": false}))) == 0

test_silent_when_nobody_can_use_the_role if {
	found := no_way_back.threats with input as {
		"by_kind": {"store.object": [{"id": "b", "facts": bare}]},
		"grants_on": {"b": [write]},
		"identities": {"aws_iam_role.app": {"id": "aws_iam_role.app", "kind": "role", "used_by": []}},
		"by_id": {},
		"paths": [],
	}
	count(found) == 0
}
