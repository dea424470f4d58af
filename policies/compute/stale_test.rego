package threatvet.threats.compute.stale_test

import data.threatvet.threats.compute.stale

found(kind, facts) := threats if {
	threats := stale.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in [
		"compute.vm", "k8s.cluster", "compute.container", "store.cache", "store.sql", "queue",
	] {
		some threat in found(kind, {"auto_upgrade": false})
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.vm", {"auto_upgrade": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
