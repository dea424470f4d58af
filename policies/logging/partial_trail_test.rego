package threatvet.threats.logging.partial_trail_test

import data.threatvet.threats.logging.partial_trail

found(facts) := threats if {
	threats := partial_trail.threats with input as {"by_kind": {"log.trail": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"multi_region": false, "log_file_validation": true})
	threat.on == "e"
}

test_silent_when_whole if count(found({"multi_region": true, "log_file_validation": true})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_when_some_are_left_out if {
	some threat in found({"everyone_recorded": false})
	threat.values.what == "some identities are left out"
}

test_fires_when_kinds_are_left_out if {
	some threat in found({"records_all_kinds": false})
	threat.because == ["records_all_kinds"]
}

test_silent_when_all_is_recorded if count(found({"everyone_recorded": true, "records_all_kinds": true})) == 0
