package threatvet.threats.cluster.no_network_policy_test

import data.threatvet.threats.cluster.no_network_policy

found(controls, parts) := threats if {
	threats := no_network_policy.threats with input as {
		"by_kind": {"k8s.namespace": [{"id": "ns", "controls": controls}]},
		"by_id": {"pod": {"id": "pod", "kind": "k8s.workload"}},
		"parts_of": {"ns": parts},
	}
}

test_fires if count(found([], ["pod"])) == 1

test_silent_when_limited if count(found(["network_filter"], ["pod"])) == 0

test_silent_when_nothing_runs_there if count(found([], [])) == 0
