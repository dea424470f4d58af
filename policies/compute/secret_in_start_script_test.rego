package threatvet.threats.compute.secret_in_start_script_test

import data.threatvet.threats.compute.secret_in_start_script

found(facts) := threats if {
	threats := secret_in_start_script.threats with input as {"by_kind": {"compute.vm": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"user_data_secret": true})
	threat.on == "e"
}

test_silent_when_none_is_there if count(found({"user_data_secret": false})) == 0

test_silent_when_unknown if count(found({})) == 0
