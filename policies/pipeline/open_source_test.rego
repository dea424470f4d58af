package threatvet.threats.pipeline.open_source_test

import data.threatvet.threats.pipeline.open_source

found(kind, facts) := threats if {
	threats := open_source.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("source_repo", {"public_read": true})
	threat.on == "e"
}

test_silent_when_off if count(found("source_repo", {"public_read": false})) == 0

test_silent_when_unknown if count(found("source_repo", {})) == 0
