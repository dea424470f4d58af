package threatvet.threats.logging.no_trail_test

import data.threatvet.threats.logging.no_trail

found(kinds) := threats if {
	threats := no_trail.threats with input.by_kind as object.union({"log.trail": [], "network.vpc": [], "identity.user": [], "identity_provider": []}, kinds)
}

test_fires if {
	some threat in found({"network.vpc": [{"id": "v"}]})
	threat.on == "account"
}

test_silent_when_there_is_a_trail if count(found({"network.vpc": [{"id": "v"}], "log.trail": [{"id": "t"}]})) == 0

test_silent_when_the_account_is_set_up_elsewhere if count(found({})) == 0
