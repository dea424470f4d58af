package threatvet.threats.compute.secret_in_settings_test

import data.threatvet.threats.compute.secret_in_settings

found(facts) := threats if {
	threats := secret_in_settings.threats with input as {"by_kind": {"compute.function": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"literal_secret": true})
	threat.on == "e"
}

test_silent_when_referred_to if count(found({"literal_secret": false})) == 0

test_silent_when_unknown if count(found({})) == 0
