package threatvet.threats.pipeline.flaws_unseen_test

import data.threatvet.threats.pipeline.flaws_unseen

found(kind, facts) := threats if {
	threats := flaws_unseen.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("source_repo", {"detects": false})
	threat.on == "e"
}

test_silent_when_on if count(found("source_repo", {"detects": true})) == 0

test_silent_when_unknown if count(found("source_repo", {})) == 0
