package threatvet.threats.database.one_step_deletion_test

import data.threatvet.threats.database.one_step_deletion

found(kind, facts) := threats if {
	threats := one_step_deletion.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.sql", "store.nosql", "gateway.lb", "identity_provider"] {
		some threat in found(kind, {"deletion_protection": false})
		threat.on == "e"
	}
}

test_silent_when_so if count(found("store.sql", {"deletion_protection": true})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0

test_silent_where_a_loss_is_serious if {
	threats := one_step_deletion.threats with input as {"by_kind": {"store.sql": [{
		"id": "e",
		"facts": {"deletion_protection": false}, "data": [{"availability": 3}],
	}]}}
	count(threats) == 0
}
