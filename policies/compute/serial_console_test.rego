package threatvet.threats.compute.serial_console_test

import data.threatvet.threats.compute.serial_console

found(kind, facts) := threats if {
	threats := serial_console.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.vm", "iac.config"] {
		some threat in found(kind, {"serial_console": true})
		threat.on == "e"
	}
}

test_silent_when_off if count(found("compute.vm", {"serial_console": false})) == 0

test_silent_when_unknown if count(found("compute.vm", {})) == 0
