package threatvet.threats.database.one_zone_test

import data.threatvet.threats.database.one_zone

found(facts, availability) := threats if {
	threats := one_zone.threats with input as {"by_kind": {"store.sql": [{
		"id": "db",
		"facts": facts, "data": [{"name": "Orders", "availability": availability}],
	}]}}
}

test_fires if count(found({"multi_zone": false}, 4)) == 1

test_fires_when_the_service_must_not_stop if {
	found := one_zone.threats with input as {"by_kind": {"store.sql": [{
		"id": "db",
		"facts": {"multi_zone": false}, "data": [], "if_down": "severe",
	}]}}
	count(found) == 1
}

test_silent_when_an_outage_is_bearable if count(found({"multi_zone": false}, 3)) == 0

test_silent_when_in_two_zones if count(found({"multi_zone": true}, 4)) == 0

test_silent_when_unknown if count(found({}, 4)) == 0
