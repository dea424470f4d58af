package threatvet.threats.logging.silent_bucket_test

import data.threatvet.threats.logging.silent_bucket

found(facts, asset, trails) := threats if {
	threats := silent_bucket.threats with input as {
		"by_kind": {"store.object": [{"id": "b", "facts": facts, "data": [asset], "controls": []}], "log.trail": trails},
	}
}

orders := {"name": "Orders", "confidentiality": 3, "integrity": 3, "categories": ["pii"]}

test_fires if count(found({"access_logs": false}, orders, [])) == 1

test_silent_when_recorded if count(found({"access_logs": true}, orders, [])) == 0

test_silent_when_unknown if count(found({}, orders, [])) == 0

test_silent_when_the_trail_records_it if count(found({"access_logs": false}, orders, [{"facts": {"object_access_logs": true}}])) == 0

test_silent_when_the_trail_records_this_bucket if {
	threats := silent_bucket.threats with input as {"by_kind": {"store.object": [{
		"id": "b",
		"facts": {"access_logs": false}, "data": [orders], "controls": ["logging"],
	}]}}
	count(threats) == 0
}

test_silent_when_it_keeps_logs_itself if count(found({"access_logs": false}, object.union(orders, {"categories": ["logs"]}), [])) == 0

test_silent_when_nothing_is_at_stake if count(found({"access_logs": false}, object.union(orders, {"confidentiality": 0}), [])) == 0
