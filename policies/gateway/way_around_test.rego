package threatvet.threats.gateway.way_around_test

import data.threatvet.threats.gateway.way_around

found(facts, controls, origin) := threats if {
	threats := way_around.threats with input as {
		"by_kind": {"gateway.cdn": [{"id": "cdn", "facts": facts, "controls": controls}]},
		"by_id": {"lb": object.union({"id": "lb", "exposure": "internet", "through": []}, origin)},
		"flows_from": {"cdn": [{"to": "lb"}]},
	}
}

test_fires if {
	some threat in found({"origin_protected": false}, ["waf"], {})
	threat.values.origin == "lb"
}

test_silent_when_protected if count(found({"origin_protected": true}, ["waf"], {})) == 0

test_silent_when_unknown if count(found({}, ["waf"], {})) == 0

test_silent_when_there_is_nothing_to_walk_around if count(found({"origin_protected": false}, [], {})) == 0

test_silent_when_the_origin_is_internal if count(found({"origin_protected": false}, ["waf"], {"exposure": "internal"})) == 0

test_silent_when_reached_through_the_cdn_only if count(found({"origin_protected": false}, ["waf"], {"through": ["cdn"]})) == 0
