package threatvet.threats.database.empty_cache_test

import data.threatvet.threats.database.empty_cache

found(kind, facts) := threats if {
	threats := empty_cache.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["store.cache"] {
		some threat in found(kind, {"backup_retention_days": 0})
		threat.on == "e"
	}
}

test_silent_when_not_so if count(found("store.cache", {"backup_retention_days": 7})) == 0

test_silent_when_unknown if count(found("store.cache", {})) == 0
