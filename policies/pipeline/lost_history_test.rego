package threatvet.threats.pipeline.lost_history_test

import data.threatvet.threats.pipeline.lost_history

found(kind, facts) := threats if {
	threats := lost_history.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("source_repo", {"history_kept": false})
	threat.on == "e"
}

test_silent_when_on if count(found("source_repo", {"history_kept": true})) == 0

test_silent_when_unknown if count(found("source_repo", {})) == 0
