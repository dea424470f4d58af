package threatvet.threats.logging.silent_database_test

import data.threatvet.threats.logging.silent_database

found(facts) := threats if {
	threats := silent_database.threats with input as {"by_kind": {"store.sql": [{"id": "e", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": facts}]}}
}

test_fires if {
	some threat in found({"access_logs": false})
	threat.on == "e"
}

test_silent_when_recorded if count(found({"access_logs": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_silent_when_nothing_is_at_stake if {
	found := silent_database.threats with input.by_kind as {"store.sql": [{"id": "e", "data": [], "facts": {"access_logs": false}}]}
	count(found) == 0
}

test_fires_on_a_broker if {
	broker := {"id": "e", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2}], "facts": {"access_logs": false}}
	found := silent_database.threats with input.by_kind as {"queue": [broker]}
	count(found) == 1
}
