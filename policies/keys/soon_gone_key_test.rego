package threatvet.threats.keys.soon_gone_key_test

import data.threatvet.threats.keys.soon_gone_key

found(facts) := threats if {
	threats := soon_gone_key.threats with input as {"by_kind": {"kms_key": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"deletion_window_days": 7})
	threat.on == "e"
}

test_silent_when_long if count(found({"deletion_window_days": 30})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_secret_store if {
	found := soon_gone_key.threats with input as {"by_kind": {"secret_store": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"deletion_window_days": 7}}]}}
	count(found) == 1
}
