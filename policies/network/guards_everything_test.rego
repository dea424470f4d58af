package threatvet.threats.network.guards_everything_test

import data.threatvet.threats.network.guards_everything

found(kind, facts) := threats if {
	threats := guards_everything.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("network.rule", {"guards_everything": true})
	threat.on == "e"
}

test_silent_when_off if count(found("network.rule", {"guards_everything": false})) == 0

test_silent_when_unknown if count(found("network.rule", {})) == 0
