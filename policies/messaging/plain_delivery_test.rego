package threatvet.threats.messaging.plain_delivery_test

import data.threatvet.threats.messaging.plain_delivery

found(kind, facts) := threats if {
	threats := plain_delivery.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["topic"] {
		some threat in found(kind, {"plain_delivery": true})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("topic", {"plain_delivery": false})) == 0

test_silent_when_unknown if count(found("topic", {})) == 0
