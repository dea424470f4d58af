package threatvet.threats.logging.no_flow_logs_test

import data.threatvet.threats.logging.no_flow_logs

found(facts) := threats if {
	threats := no_flow_logs.threats with input as {"by_kind": {"network.vpc": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"flow_logs": false})
	threat.on == "e"
}

test_silent_when_recorded if count(found({"flow_logs": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_network_subnet if {
	found := no_flow_logs.threats with input as {"by_kind": {"network.subnet": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"flow_logs": false}}]}}
	count(found) == 1
}
