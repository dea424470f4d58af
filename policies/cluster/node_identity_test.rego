package threatvet.threats.cluster.node_identity_test

import data.threatvet.threats.cluster.node_identity

found(kind, facts) := threats if {
	threats := node_identity.threats with input as {"by_kind": {kind: [{"id": "e", "facts": facts}]}}
}

test_fires if {
	every kind in ["k8s.cluster", "compute.vm"] {
		some threat in found(kind, {"workload_identity": false})
		threat.because == ["workload_identity"]
	}
}

test_fires_on_an_old_metadata_service if {
	some threat in found("k8s.cluster", {"metadata_token_required": false, "workload_identity": true})
	threat.because == ["metadata_token_required"]
}

test_silent_when_pods_have_identities if count(found("k8s.cluster", {"workload_identity": true})) == 0

test_silent_on_a_single_machine if count(found("compute.vm", {"metadata_token_required": false})) == 0

test_silent_when_unknown if count(found("k8s.cluster", {})) == 0
