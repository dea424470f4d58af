package threatvet.threats.database.settings_overridden_test

import data.threatvet.threats.database.settings_overridden

found(kind, facts) := threats if {
	threats := settings_overridden.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.warehouse"] {
		some threat in found(kind, {"settings_enforced": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("store.warehouse", {"settings_enforced": true})) == 0

test_silent_when_unknown if count(found("store.warehouse", {})) == 0
