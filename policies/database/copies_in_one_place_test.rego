package threatvet.threats.database.copies_in_one_place_test

import data.threatvet.threats.database.copies_in_one_place

found(kind, facts) := threats if {
	threats := copies_in_one_place.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.sql", "store.nosql", "store.object", "store.warehouse"] {
		some threat in found(kind, {"backup_elsewhere": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("store.sql", {"backup_elsewhere": true})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
