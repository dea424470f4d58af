package threatvet.threats.database.open_warehouse_test

import data.threatvet.threats.database.open_warehouse

found(facts) := threats if {
	threats := open_warehouse.threats with input as {"by_kind": {"store.warehouse": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_read": true})
	threat.on == "e"
}

test_silent_when_private if count(found({"public_read": false})) == 0

test_silent_when_unknown if count(found({})) == 0
