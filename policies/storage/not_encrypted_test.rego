package threatvet.threats.storage.not_encrypted_test

import data.threatvet.threats.storage.not_encrypted

found(facts) := threats if {
	threats := not_encrypted.threats with input as {"by_kind": {"store.file": [{"id": "e", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": facts}]}}
}

test_fires if {
	some threat in found({"encrypted_at_rest": false})
	threat.on == "e"
}

test_silent_when_encrypted if count(found({"encrypted_at_rest": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_silent_when_nothing_is_at_stake if {
	found := not_encrypted.threats with input.by_kind as {"store.file": [{"id": "e", "data": [], "facts": {"encrypted_at_rest": false}}]}
	count(found) == 0
}
