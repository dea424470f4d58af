package threatvet.threats.compute.errors_unseen_test

import data.threatvet.threats.compute.errors_unseen

found(kind, facts) := threats if {
	threats := errors_unseen.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.container", "compute.function", "queue"] {
		some threat in found(kind, {"detail_errors": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.container", {"detail_errors": true})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
