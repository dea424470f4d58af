package threatvet.threats.pipeline.public_jobs_test

import data.threatvet.threats.pipeline.public_jobs

found(facts) := threats if {
	threats := public_jobs.threats with input as {"by_kind": {"ci.runner": [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_jobs": true})
	threat.on == "e"
}

test_silent_when_not if count(found({"public_jobs": false})) == 0

test_silent_when_unknown if count(found({})) == 0
