package threatvet.threats.compute.plain_upload_test

import data.threatvet.threats.compute.plain_upload

found(kind, facts) := threats if {
	threats := plain_upload.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.container", "compute.function"] {
		some threat in found(kind, {"plain_upload": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.container", {"plain_upload": false})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
