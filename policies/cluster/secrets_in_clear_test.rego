package threatvet.threats.cluster.secrets_in_clear_test

import data.threatvet.threats.cluster.secrets_in_clear

found(facts) := threats if {
	threats := secrets_in_clear.threats with input as {"by_kind": {"k8s.cluster": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"encrypted_at_rest": false})
	threat.on == "e"
}

test_silent_when_encrypted if count(found({"encrypted_at_rest": true})) == 0

test_silent_when_unknown if count(found({})) == 0
