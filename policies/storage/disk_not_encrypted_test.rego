package threatvet.threats.storage.disk_not_encrypted_test

import data.threatvet.threats.storage.disk_not_encrypted

found(facts) := threats if {
	threats := disk_not_encrypted.threats with input as {"by_kind": {"store.block": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"encrypted_at_rest": false})
	threat.on == "e"
}

test_silent_when_encrypted if count(found({"encrypted_at_rest": true})) == 0

test_silent_when_unknown if count(found({})) == 0
