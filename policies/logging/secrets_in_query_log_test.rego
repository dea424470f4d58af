package threatvet.threats.logging.secrets_in_query_log_test

import data.threatvet.threats.logging.secrets_in_query_log

found(kind, facts) := threats if {
	threats := secrets_in_query_log.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("store.sql", {"logs_secrets": true})
	threat.on == "e"
}

test_silent_when_off if count(found("store.sql", {"logs_secrets": false})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
