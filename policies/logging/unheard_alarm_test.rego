package threatvet.threats.logging.unheard_alarm_test

import data.threatvet.threats.logging.unheard_alarm

found(kind, facts) := threats if {
	threats := unheard_alarm.threats with input as {"by_kind": {kind: [{
		"id": "e",
		"exposure": "internal", "facts": facts, "data": [],
	}]}}
}

test_fires if {
	some threat in found("log.detector", {"alerts_someone": false})
	threat.on == "e"
}

test_silent_when_on if count(found("log.detector", {"alerts_someone": true})) == 0

test_silent_when_unknown if count(found("log.detector", {})) == 0
