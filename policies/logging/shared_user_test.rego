package threatvet.threats.logging.shared_user_test

import data.threatvet.threats.logging.shared_user

found(facts) := threats if {
	threats := shared_user.threats with input as {"by_kind": {"identity.user": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"access_key": true, "console_login": true})
	threat.on == "e"
}

test_silent_when_only_people if count(found({"access_key": false, "console_login": true})) == 0

test_silent_when_only_programs if count(found({"access_key": true, "console_login": false})) == 0

test_silent_when_unknown if count(found({"access_key": true})) == 0
