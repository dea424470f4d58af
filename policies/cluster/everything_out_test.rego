package threatvet.threats.cluster.everything_out_test

import data.threatvet.threats.cluster.everything_out

found(kind, facts) := threats if {
	threats := everything_out.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("network.rule", {"lets_all_out": true})
	threat.on == "e"
}

test_silent_when_off if count(found("network.rule", {"lets_all_out": false})) == 0

test_silent_when_unknown if count(found("network.rule", {})) == 0
