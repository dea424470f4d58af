package threatvet.threats.pipeline.movable_tags_test

import data.threatvet.threats.pipeline.movable_tags

found(facts) := threats if {
	threats := movable_tags.threats with input as {"by_kind": {"store.registry": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"tags_mutable": true})
	threat.on == "e"
}

test_silent_when_fixed if count(found({"tags_mutable": false})) == 0

test_silent_when_unknown if count(found({})) == 0
