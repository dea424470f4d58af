package threatvet.threats.code.data_to_others_test

import data.threatvet.threats.code.data_to_others

customer := {"name": "Customer", "categories": ["pii"], "confidentiality": 3}

flow := {"id": "f", "from": "go:shop", "to": "external:partner", "crosses": ["internet"], "data": [customer]}

found(change, sender) := threats if {
	threats := data_to_others.threats with input as {
		"by_kind": {"external.saas": [{"id": "external:partner", "name": "partner"}]},
		"by_id": {"go:shop": {"id": "go:shop", "kind": sender}},
		"flows_to": {"external:partner": [object.union(flow, change)]},
	}
}

test_fires if {
	some threat in found({}, "go.handler")
	threat.values.what == ["Customer"]
	threat.flow == "f"
}

test_silent_when_nothing_personal_goes if count(found({"data": [{"name": "Stock", "categories": ["business"], "confidentiality": 2}]}, "go.handler")) == 0

test_silent_when_nothing_is_known_of_what_goes if count(found({"data": []}, "go.handler")) == 0

test_silent_when_no_boundary_is_crossed if count(found({"crosses": []}, "go.handler")) == 0

test_silent_when_no_code_sends_it if count(found({}, "gateway.api")) == 0
