package threatvet.threats.gateway.old_tls_test

import data.threatvet.threats.gateway.old_tls

found(facts) := threats if {
	threats := old_tls.threats with input as {"by_kind": {"gateway.lb": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"tls_min": "1.0"})
	threat.on == "e"
}

test_silent_when_new if count(found({"tls_min": "1.2"})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_store_sql if {
	found := old_tls.threats with input as {"by_kind": {"store.sql": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"tls_min": "1.0"}}]}}
	count(found) == 1
}
