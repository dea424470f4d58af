package threatvet.threats.compute.old_metadata_service_test

import data.threatvet.threats.compute.old_metadata_service

found(facts, runs_as) := threats if {
	threats := old_metadata_service.threats with input as {"by_kind": {"compute.vm": [object.union(
		{"id": "vm", "facts": facts},
		runs_as,
	)]}}
}

test_fires if {
	some threat in found({"metadata_token_required": false}, {"runs_as": "role"})
	threat.values.identity == "role"
}

test_silent_when_a_token_is_required if count(found({"metadata_token_required": true}, {"runs_as": "role"})) == 0

test_silent_when_unknown if count(found({}, {"runs_as": "role"})) == 0

test_silent_when_there_are_no_credentials if count(found({"metadata_token_required": false}, {})) == 0
