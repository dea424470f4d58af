package threatvet.threats.logging.no_trail_test

import data.threatvet.threats.logging.no_trail

found(kinds) := threats if {
	threats := no_trail.threats with input.by_kind as object.union({"log.trail": [], "identity_provider": []}, kinds)
}

test_fires_where_detectors_are_set_up if {
	some threat in found({"log.detector": [{"id": "d", "provider": "aws"}]})
	threat.on == "account"
}

test_fires_where_the_organisation_is_set_up if count(found({"org.root": [{"id": "o"}]})) == 1

test_fires_where_passwords_are_ruled if count(found({"identity_provider": [{"id": "p", "facts": {"password_min_length": 14}}]})) == 1

test_silent_when_there_is_a_trail if count(found({"org.root": [{"id": "o"}], "log.trail": [{"id": "t"}]})) == 0

test_silent_when_detectors_are_of_another_cloud if count(found({"log.detector": [{"id": "d", "provider": "azurerm"}]})) == 0

test_silent_when_networks_and_users_are_all if {
	count(found({"network.vpc": [{"id": "v"}], "identity.user": [{"id": "u"}], "identity_provider": [{"id": "p", "facts": {}}]})) == 0
}

test_silent_when_the_account_is_set_up_elsewhere if count(found({})) == 0
