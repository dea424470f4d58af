package threatvet.threats.storage.plain_http_test

import data.threatvet.threats.storage.plain_http

found(facts) := threats if {
	threats := plain_http.threats with input as {"by_kind": {"store.object": [{"id": "e", "data": [{"name": "Orders", "confidentiality": 3, "integrity": 3, "availability": 3, "categories": ["pii"]}], "facts": facts}]}}
}

test_fires if {
	some threat in found({"tls_required": false})
	threat.on == "e"
}

test_silent_when_refused if count(found({"tls_required": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_silent_when_little_is_at_stake if {
	found := plain_http.threats with input.by_kind as {"store.object": [{
		"id": "e",
		"data": [{"name": "Pictures", "confidentiality": 2, "integrity": 2}],
		"facts": {"tls_required": false},
	}]}
	count(found) == 0
}
