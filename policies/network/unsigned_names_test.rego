package threatvet.threats.network.unsigned_names_test

import data.threatvet.threats.network.unsigned_names

found(kind, facts) := threats if {
	threats := unsigned_names.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("dns.zone", {"dnssec": false})
	threat.on == "e"
}

test_silent_when_on if count(found("dns.zone", {"dnssec": true})) == 0

test_silent_when_unknown if count(found("dns.zone", {})) == 0
