package threatvet.threats.network.no_flood_protection_test

import data.threatvet.threats.network.no_flood_protection

found(change) := threats if {
	threats := no_flood_protection.threats with input as {
		"by_kind": {"gateway.lb": [object.union({"id": "lb", "exposure": "internet", "if_down": "severe", "controls": [], "through": []}, change)]},
		"by_id": {"cdn": {"id": "cdn", "kind": "gateway.cdn"}},
	}
}

test_fires if count(found({})) == 1

test_silent_when_limited if count(found({"controls": ["rate_limit"]})) == 0

test_silent_when_behind_a_cdn if count(found({"through": ["cdn"]})) == 0

test_silent_when_internal if count(found({"exposure": "internal"})) == 0

test_silent_when_an_outage_is_bearable if count(found({"if_down": "minor"})) == 0
