package threatvet.threats.logging.silent_gateway_test

import data.threatvet.threats.logging.silent_gateway

found(facts, exposure) := threats if {
	threats := silent_gateway.threats with input as {"by_kind": {"gateway.lb": [{
		"id": "e",
		"exposure": exposure, "facts": facts, "controls": [], "data": [],
	}]}}
}

test_fires if {
	some threat in found({"access_logs": false}, "internet")
	threat.on == "e"
}

test_silent_when_not_on_the_internet if count(found({"access_logs": false}, "internal")) == 0

test_silent_when_recorded if count(found({"access_logs": true}, "internet")) == 0

test_silent_when_unknown if count(found({}, "internet")) == 0

test_fires_on_compute_function if {
	found := silent_gateway.threats with input as {"by_kind": {"compute.function": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"access_logs": false}}]}}
	count(found) == 1
}

firewall(facts) := threats if {
	threats := silent_gateway.threats with input as {"by_kind": {"gateway.waf": [{"id": "w", "exposure": "internal", "facts": facts}]}}
}

test_fires_on_a_firewall if count(firewall({"access_logs": false})) == 1

test_silent_on_a_firewall_that_records if count(firewall({"access_logs": true})) == 0
