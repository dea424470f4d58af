package threatvet.threats.gateway.firewall_off_test

import data.threatvet.threats.gateway.firewall_off

found(kind, facts) := threats if {
	threats := firewall_off.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["gateway.lb", "gateway.cdn", "gateway.waf"] {
		some threat in found(kind, {"web_firewall": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("gateway.lb", {"web_firewall": true})) == 0

test_silent_when_unknown if count(found("gateway.lb", {})) == 0
