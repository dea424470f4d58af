package threatvet.threats.keys.providers_key_test

import data.threatvet.threats.keys.providers_key

found(kind, facts, confidentiality) := threats if {
	threats := providers_key.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"kind": kind, "facts": facts,
		"data": [{"confidentiality": confidentiality}],
	}]}}
}

test_fires if {
	every kind in ["store.object", "topic", "compute.batch", "compute.function", "k8s.cluster", "store.snapshot"] {
		some threat in found(kind, {"customer_key": false}, 2)
		threat.on == "e"
	}
}

test_fires_on_what_computes if count(found("compute.batch", {"customer_key": false}, 0)) == 1

test_silent_when_the_key_is_ours if count(found("store.object", {"customer_key": true}, 2)) == 0

test_silent_when_nothing_is_at_stake if count(found("store.object", {"customer_key": false}, 1)) == 0

test_silent_when_not_encrypted_at_all if {
	count(found("store.object", {"customer_key": false, "encrypted_at_rest": false}, 2)) == 0
}

test_silent_when_unknown if count(found("store.object", {}, 2)) == 0

test_silent_where_access_logs_are_written if count(found("store.object", {"customer_key": false, "takes_access_logs": true}, 2)) == 0
