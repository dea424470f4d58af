package threatvet.threats.gateway.plain_http_test

import data.threatvet.threats.gateway.plain_http

found(facts, exposure) := threats if {
	threats := plain_http.threats with input as {"by_kind": {"gateway.lb": [{
		"id": "e",
		"exposure": exposure, "facts": facts, "controls": [], "data": [],
	}]}}
}

test_fires if {
	some threat in found({"listener_http": true}, "internet")
	threat.on == "e"
}

test_silent_when_not_on_the_internet if count(found({"listener_http": true}, "internal")) == 0

test_silent_when_redirected if count(found({"listener_http": false}, "internet")) == 0

test_silent_when_unknown if count(found({}, "internet")) == 0

test_fires_on_compute_container if {
	found := plain_http.threats with input as {"by_kind": {"compute.container": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"listener_http": true}}]}}
	count(found) == 1
}

test_fires_on_k8s_ingress if {
	found := plain_http.threats with input as {"by_kind": {"k8s.ingress": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"listener_http": true}}]}}
	count(found) == 1
}

test_fires_where_its_place_is_unknown if {
	threats := plain_http.threats with input as {"by_kind": {"gateway.lb": [{"id": "e", "facts": {"listener_http": true}}]}}
	count(threats) == 1
}
