package threatvet.threats.cluster.open_control_plane_test

import data.threatvet.threats.cluster.open_control_plane

found(facts) := threats if {
	threats := open_control_plane.threats with input as {"by_kind": {"k8s.cluster": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_network_access": true, "allowed_cidrs": ["0.0.0.0/0"]})
	threat.on == "e"
}

test_silent_when_private if count(found({"public_network_access": false, "allowed_cidrs": []})) == 0

test_silent_when_limited if count(found({"public_network_access": true, "allowed_cidrs": ["203.0.113.0/24"]})) == 0

test_silent_when_unknown if count(found({"public_network_access": true})) == 0
