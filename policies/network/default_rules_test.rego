package threatvet.threats.network.default_rules_test

import data.threatvet.threats.network.default_rules

found(kind, facts) := threats if {
	threats := default_rules.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["network.rule"] {
		some threat in found(kind, {"default_rules": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("network.rule", {"default_rules": false})) == 0

test_silent_when_unknown if count(found("network.rule", {})) == 0
