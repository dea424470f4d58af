package threatvet.threats.compute.answers_anyone_test

import data.threatvet.threats.compute.answers_anyone

found(kind, facts, exposure) := threats if {
	threats := answers_anyone.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": exposure, "facts": facts, "data": [],
	}]}}
}

test_fires if {
	every kind in ["compute.container", "compute.function"] {
		some threat in found(kind, {"authn_required": false}, "internet")
		threat.on == "e"
	}
}

test_silent_when_on if count(found("compute.container", {"authn_required": true}, "internet")) == 0

test_silent_when_unknown if count(found("compute.container", {}, "internet")) == 0

test_silent_when_not_on_the_internet if count(found("compute.container", {"authn_required": false}, "internal")) == 0
