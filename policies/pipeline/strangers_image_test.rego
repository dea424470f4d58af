package threatvet.threats.pipeline.strangers_image_test

import data.threatvet.threats.pipeline.strangers_image

found(kind, facts) := threats if {
	threats := strangers_image.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["iac.config"] {
		some threat in found(kind, {"publisher_named": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("iac.config", {"publisher_named": true})) == 0

test_silent_when_unknown if count(found("iac.config", {})) == 0
