package threatvet.threats.network.passes_traffic_test

import data.threatvet.threats.network.passes_traffic

found(kind, facts) := threats if {
	threats := passes_traffic.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm", "network.interface"] {
		some threat in found(kind, {"forwards_packets": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.vm", {"forwards_packets": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
