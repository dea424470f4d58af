package threatvet.threats.pipeline.writing_token_test

import data.threatvet.threats.pipeline.writing_token

found(facts) := threats if {
	threats := writing_token.threats with input as {"by_kind": {"iac.config": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"token_writes": true})
	threat.on == "e"
}

test_silent_when_not if count(found({"token_writes": false})) == 0

test_silent_when_unknown if count(found({})) == 0
