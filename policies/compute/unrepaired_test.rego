package threatvet.threats.compute.unrepaired_test

import data.threatvet.threats.compute.unrepaired

found(kind, facts) := threats if {
	threats := unrepaired.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("compute.vm", {"auto_repair": false})
	threat.on == "e"
}

test_silent_when_on if count(found("compute.vm", {"auto_repair": true})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
