package threatvet.threats.storage.two_kinds_of_rules_test

import data.threatvet.threats.storage.two_kinds_of_rules

found(kind, facts) := threats if {
	threats := two_kinds_of_rules.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("store.object", {"uniform_access": false})
	threat.on == "e"
}

test_silent_when_on if count(found("store.object", {"uniform_access": true})) == 0

test_silent_when_unknown if count(found("store.object", {})) == 0
