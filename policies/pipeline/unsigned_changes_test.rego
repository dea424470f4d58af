package threatvet.threats.pipeline.unsigned_changes_test

import data.threatvet.threats.pipeline.unsigned_changes

found(kind, facts) := threats if {
	threats := unsigned_changes.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("source_repo", {"code_signed": false})
	threat.on == "e"
}

test_silent_when_on if count(found("source_repo", {"code_signed": true})) == 0

test_silent_when_unknown if count(found("source_repo", {})) == 0
