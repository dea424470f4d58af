package threatvet.threats.database.open_search_test

import data.threatvet.threats.database.open_search

found(facts) := threats if {
	threats := open_search.threats with input as {"by_kind": {"store.search": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_private if count(found({"public_read": false, "public_write": false})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_when_anyone_can_write if count(found({"public_read": false, "public_write": true})) == 1
