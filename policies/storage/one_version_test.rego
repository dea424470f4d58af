package threatvet.threats.storage.one_version_test

import data.threatvet.threats.storage.one_version

found(facts, integrity, grants) := threats if {
	threats := one_version.threats with input as {
		"by_kind": {"store.object": [{
			"id": "e", "facts": facts,
			"data": [{"integrity": integrity, "availability": 0}],
		}]},
		"grants_on": {"e": grants},
		"grants_by": {},
		"identities": {"i": {"id": "i", "kind": "role", "used_by": ["f"], "groups": []}},
	}
}

writer := [{"level": "write", "certain": true, "identity": "i", "actions": [], "on": "e"}]

test_fires if {
	some threat in found({"versioned": false}, 2, [])
	threat.on == "e"
}

test_silent_when_versioned if count(found({"versioned": true}, 2, [])) == 0

test_silent_when_locked if count(found({"versioned": false, "object_lock": true}, 2, [])) == 0

test_silent_when_a_writer_is_known if count(found({"versioned": false, "object_lock": false}, 2, writer)) == 0

test_silent_when_little_is_at_stake if count(found({"versioned": false}, 1, [])) == 0

test_silent_when_unknown if count(found({}, 2, [])) == 0
