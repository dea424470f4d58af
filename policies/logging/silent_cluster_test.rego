package threatvet.threats.logging.silent_cluster_test

import data.threatvet.threats.logging.silent_cluster

found(facts) := threats if {
	threats := silent_cluster.threats with input as {"by_kind": {"k8s.cluster": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"access_logs": false})
	threat.on == "e"
}

test_silent_when_recorded if count(found({"access_logs": true})) == 0

test_silent_when_unknown if count(found({})) == 0
