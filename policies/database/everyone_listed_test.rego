package threatvet.threats.database.everyone_listed_test

import data.threatvet.threats.database.everyone_listed

found(kind, facts) := threats if {
	threats := everyone_listed.threats with input as {"by_kind": {kind: [{"id": "e", "facts": facts}]}}
}

test_fires if {
	every kind in ["store.sql", "secret_store", "topic"] {
		some threat in found(kind, {"allowed_cidrs": ["10.0.0.0/8", "0.0.0.0/0"]})
		threat.values.range == ["0.0.0.0/0"]
	}
}

test_silent_when_few_are_listed if count(found("store.sql", {"allowed_cidrs": ["203.0.113.0/24"]})) == 0

test_silent_when_unknown if count(found("store.sql", {})) == 0
