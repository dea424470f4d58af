package threatvet.threats.pipeline.any_action_test

import data.threatvet.threats.pipeline.any_action

found(kind, facts) := threats if {
	threats := any_action.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("iac.config", {"any_action": true})
	threat.on == "e"
}

test_silent_when_off if count(found("iac.config", {"any_action": false})) == 0

test_silent_when_unknown if count(found("iac.config", {})) == 0
