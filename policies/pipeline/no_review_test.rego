package threatvet.threats.pipeline.no_review_test

import data.threatvet.threats.pipeline.no_review

found(kind, facts) := threats if {
	threats := no_review.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("source_repo", {"reviews_required": false})
	threat.on == "e"
}

test_silent_when_on if count(found("source_repo", {"reviews_required": true})) == 0

test_silent_when_unknown if count(found("source_repo", {})) == 0
