package threatvet.threats.compute.metadata_without_role_test

import data.threatvet.threats.compute.metadata_without_role

found(kind, facts) := threats if {
	threats := metadata_without_role.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm"] {
		some threat in found(kind, {"metadata_token_required": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("compute.vm", {"metadata_token_required": true})) == 0

test_silent_when_it_has_a_role if {
	threats := metadata_without_role.threats with input as {"by_kind": {"compute.vm": [{
		"id": "e",
		"runs_as": "r", "facts": {"metadata_token_required": false},
	}]}}
	count(threats) == 0
}

test_silent_when_unknown if count(found("compute.vm", {})) == 0
