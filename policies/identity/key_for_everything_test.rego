package threatvet.threats.identity.key_for_everything_test

import data.threatvet.threats.identity.key_for_everything

found(facts) := threats if {
	threats := key_for_everything.threats with input as {"by_kind": {"iac.config": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"any_caller_key": true})
	threat.on == "e"
}

test_silent_when_not if count(found({"any_caller_key": false})) == 0

test_silent_when_unknown if count(found({})) == 0
