package threatvet.threats.database.open_cache_test

import data.threatvet.threats.database.open_cache

found(facts) := threats if {
	threats := open_cache.threats with input as {"by_kind": {"store.cache": [{"id": "c", "facts": facts}]}}
}

test_fires if {
	some threat in found({"authn_required": false})
	threat.because == ["authn_required"]
}

test_silent_when_locked if count(found({"authn_required": true})) == 0

test_silent_when_unknown if count(found({})) == 0
