package threatvet.threats.cluster.unsigned_images_test

import data.threatvet.threats.cluster.unsigned_images

found(kind, facts) := threats if {
	threats := unsigned_images.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("iac.config", {"images_checked": false})
	threat.on == "e"
}

test_silent_when_on if count(found("iac.config", {"images_checked": true})) == 0

test_silent_when_unknown if count(found("iac.config", {})) == 0
