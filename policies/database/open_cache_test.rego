package threatvet.threats.database.open_cache_test

import data.threatvet.threats.database.open_cache

found(facts) := threats if {
	threats := open_cache.threats with input as {"by_kind": {"store.cache": [{"id": "c", "facts": facts}]}}
}

test_fires if {
	some threat in found({"authn_required": false, "tls_required": false})
	threat.because == ["authn_required", "tls_required"]
	threat.values.what == "it asks for no password and connections are not encrypted"
}

test_fires_when_only_encryption_is_missing if {
	some threat in found({"authn_required": true, "tls_required": false})
	threat.because == ["tls_required"]
}

test_silent_when_locked if count(found({"authn_required": true, "tls_required": true})) == 0

test_silent_when_unknown if count(found({})) == 0
