package threatvet.threats.pipeline.pipeline_approves_test

import data.threatvet.threats.pipeline.pipeline_approves

found(facts) := threats if {
	threats := pipeline_approves.threats with input as {"by_kind": {"iac.config": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"pipeline_approves": true})
	threat.on == "e"
}

test_silent_when_not if count(found({"pipeline_approves": false})) == 0

test_silent_when_unknown if count(found({})) == 0
