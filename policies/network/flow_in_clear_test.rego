package threatvet.threats.network.flow_in_clear_test

import data.threatvet.threats.network.flow_in_clear

flow := {"id": "f", "from": "lb", "to": "web", "encryption": "none", "crosses": ["internet"], "data": []}

found(change, confidentiality) := threats if {
	threats := flow_in_clear.threats with input as {
		"flows_from": {"lb": [object.union(flow, change)]},
		"by_id": {
			"lb": {"id": "lb", "data": []},
			"web": {"id": "web", "data": [{"name": "Orders", "confidentiality": confidentiality, "integrity": 0}]},
		},
	}
}

test_fires if {
	some threat in found({}, 3)
	threat.flow == "f"
	threat.values.what == ["Orders"]
}

test_silent_when_encrypted if count(found({"encryption": "tls"}, 3)) == 0

test_silent_when_within_one_zone if count(found({"crosses": []}, 3)) == 0

test_silent_when_nothing_is_at_stake if count(found({}, 0)) == 0

test_silent_when_encryption_is_unknown if {
	threats := flow_in_clear.threats with input as {
		"flows_from": {"lb": [object.remove(flow, ["encryption"])]},
		"by_id": {"web": {"id": "web", "data": [{"name": "Orders", "confidentiality": 3, "integrity": 0}]}},
	}
	count(threats) == 0
}

test_silent_where_the_receiver_is_told_itself if {
	threats := flow_in_clear.threats with input as {
		"flows_from": {"lb": [flow]},
		"by_id": {"web": {
			"id": "web", "facts": {"tls_required": false},
			"data": [{"name": "Orders", "confidentiality": 3, "integrity": 0}],
		}},
	}
	count(threats) == 0
}
