package threatvet.threats.pipeline.unscanned_images_test

import data.threatvet.threats.pipeline.unscanned_images

found(kind, facts) := threats if {
	threats := unscanned_images.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.registry"] {
		some threat in found(kind, {"scan_on_push": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("store.registry", {"scan_on_push": true})) == 0

test_silent_when_unknown if count(found("store.registry", {})) == 0
