package threatvet.threats.identity.everyones_identity_granted_test

import data.threatvet.threats.identity.everyones_identity_granted

found(kind, facts) := threats if {
	threats := everyones_identity_granted.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"identity.policy", "store.object", "topic", "queue", "store.warehouse", "secret_store",
		"kms_key",
	] {
		some threat in found(kind, {"default_identity_granted": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("identity.policy", {"default_identity_granted": false})) == 0

test_silent_when_unknown if count(found("identity.policy", {})) == 0
