package threatvet.threats.compute.movable_image_test

import data.threatvet.threats.compute.movable_image

found(facts, uses) := threats if {
	threats := movable_image.threats with input as {
		"by_kind": {"compute.container": [{"id": "c", "facts": facts, "uses": uses}]},
		"by_id": {"r": {"id": "r", "kind": "store.registry"}},
	}
}

test_fires if count(found({"image_pinned": false}, [])) == 1

test_silent_when_pinned if count(found({"image_pinned": true}, [])) == 0

test_silent_when_unknown if count(found({}, [])) == 0

test_silent_when_from_a_registry_of_ours if count(found({"image_pinned": false}, ["r"])) == 0
