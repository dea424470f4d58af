package threatvet.threats.compute.remote_debugging_test

import data.threatvet.threats.compute.remote_debugging

found(kind, facts) := threats if {
	threats := remote_debugging.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.container", "compute.function"] {
		some threat in found(kind, {"remote_debugging": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.container", {"remote_debugging": false})) == 0

test_silent_when_unknown if count(found("compute.container", {})) == 0
