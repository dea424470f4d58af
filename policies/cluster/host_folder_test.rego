package threatvet.threats.cluster.host_folder_test

import data.threatvet.threats.cluster.host_folder

found(kind, facts) := threats if {
	threats := host_folder.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("k8s.workload", {"host_folders": true})
	threat.on == "e"
}

test_silent_when_off if count(found("k8s.workload", {"host_folders": false})) == 0

test_silent_when_unknown if count(found("k8s.workload", {})) == 0
