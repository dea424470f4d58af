package threatvet.threats.database.plain_connections_test

import data.threatvet.threats.database.plain_connections

found(facts) := threats if {
	threats := plain_connections.threats with input as {"by_kind": {"store.sql": [{"id": "e", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": facts}]}}
}

test_fires if {
	some threat in found({"tls_required": false})
	threat.on == "e"
}

test_silent_when_refused if count(found({"tls_required": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_silent_when_nothing_is_at_stake if {
	found := plain_connections.threats with input.by_kind as {"store.sql": [{"id": "e", "data": [], "facts": {"tls_required": false}}]}
	count(found) == 0
}

test_fires_on_store_cache if {
	found := plain_connections.threats with input as {"by_kind": {"store.cache": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"tls_required": false}}]}}
	count(found) == 1
}
