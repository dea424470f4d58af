package threatvet.threats.compute.root_in_container_test

import data.threatvet.threats.compute.root_in_container

found(facts) := threats if {
	threats := root_in_container.threats with input as {"by_kind": {"compute.container": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"runs_as_root": true})
	threat.on == "e"
}

test_silent_when_other_user if count(found({"runs_as_root": false})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_k8s_workload if {
	found := root_in_container.threats with input as {"by_kind": {"k8s.workload": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"runs_as_root": true}}]}}
	count(found) == 1
}
