package threatvet.threats.gateway.no_rate_limit_test

import data.threatvet.threats.gateway.no_rate_limit

found(facts, exposure) := threats if {
	threats := no_rate_limit.threats with input as {"by_kind": {"gateway.api": [{
		"id": "e",
		"exposure": exposure, "facts": facts, "controls": [], "data": [],
	}]}}
}

test_fires if {
	some threat in found({"throttled": false}, "internet")
	threat.on == "e"
}

test_silent_when_not_on_the_internet if count(found({"throttled": false}, "internal")) == 0

test_silent_when_throttled if count(found({"throttled": true}, "internet")) == 0

test_silent_when_unknown if count(found({}, "internet")) == 0
