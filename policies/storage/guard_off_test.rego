package threatvet.threats.storage.guard_off_test

import data.threatvet.threats.storage.guard_off

found(facts) := threats if {
	threats := guard_off.threats with input as {"by_kind": {"store.object": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_guard": false, "public_read": false, "public_write": false})
	threat.on == "e"
}

test_silent_when_guarded if count(found({"public_guard": true, "public_read": false, "public_write": false})) == 0

test_silent_when_public_already if count(found({"public_guard": false, "public_read": true, "public_write": false})) == 0

test_silent_when_writable_already if count(found({"public_guard": false, "public_read": false, "public_write": true})) == 0

test_silent_when_unknown if count(found({"public_read": false, "public_write": false})) == 0

half := {"public_guard": false, "public_read": false, "public_write": false}

test_fires_when_each_side_has_something if count(found(object.union(half, {"lists_may_publish": false, "policies_may_publish": false}))) == 1

test_silent_when_lists_are_free if count(found(object.union(half, {"lists_may_publish": true, "policies_may_publish": false}))) == 0

test_silent_when_policies_are_free if count(found(object.union(half, {"lists_may_publish": false, "policies_may_publish": true}))) == 0
