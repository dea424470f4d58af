package threatvet.threats.identity.rights_for_everyone_test

import data.threatvet.threats.identity.rights_for_everyone

found(kind, facts) := threats if {
	threats := rights_for_everyone.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.batch", "compute.vm", "compute.container", "identity.role", "identity.policy",
		"identity.user", "k8s.cluster", "network.subnet", "log.sink", "store.snapshot",
		"store.sql", "store.nosql", "gateway.api", "gateway.lb", "store.file", "iac.config",
	] {
		some threat in found(kind, {"public_rights": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.batch", {"public_rights": false})) == 0

test_silent_when_unknown if count(found("compute.batch", {})) == 0
