package threatvet.threats.compute.privileged_test

import data.threatvet.threats.compute.privileged

found(facts) := threats if {
	threats := privileged.threats with input as {"by_kind": {"compute.container": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"privileged": true})
	threat.on == "e"
}

test_silent_when_confined if count(found({"privileged": false})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_k8s_workload if {
	found := privileged.threats with input as {"by_kind": {"k8s.workload": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"privileged": true}}]}}
	count(found) == 1
}
