package threatvet.threats.network.weak_signature_test

import data.threatvet.threats.network.weak_signature

found(kind, facts) := threats if {
	threats := weak_signature.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("dns.zone", {"dnssec_weak": true})
	threat.on == "e"
}

test_silent_when_off if count(found("dns.zone", {"dnssec_weak": false})) == 0

test_silent_when_unknown if count(found("dns.zone", {})) == 0
