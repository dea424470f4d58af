package threatvet.threats.keys.literal_secret_test

import data.threatvet.threats.keys.literal_secret

found(facts) := threats if {
	threats := literal_secret.threats with input as {"by_kind": {"secret_store": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"literal_secret": true})
	threat.on == "e"
}

test_silent_when_from_elsewhere if count(found({"literal_secret": false})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_when_code_holds_one if {
	found := literal_secret.threats with input as {
		"by_kind": {"secret_store": []},
		"reported": {"SEC-003": [{"id": "w", "element": "go:shop", "function": "shop.open"}]},
	}
	some threat in found
	threat.weakness == "w"
	threat.values.place == "shop.open"
}
