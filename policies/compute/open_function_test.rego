package threatvet.threats.compute.open_function_test

import data.threatvet.threats.compute.open_function

found(facts) := threats if {
	threats := open_function.threats with input as {"by_kind": {"compute.function": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"url_authn": "none"})
	threat.on == "e"
}

test_silent_when_signed if count(found({"url_authn": "iam"})) == 0

test_silent_when_unknown if count(found({})) == 0

test_silent_when_permission_names_the_caller if count(found({"public_invoke": false})) == 0

test_fires_when_everyone_may_invoke_it if {
	some threat in found({"public_invoke": true})
	threat.because == ["public_invoke"]
}

test_silent_when_only_a_load_balancer_gets_through if count(found({"public_invoke": true, "public_network_access": false})) == 0

test_fires_when_the_network_is_unknown_or_open if count(found({"public_invoke": true, "public_network_access": true})) == 1

who(provider) := {threat.values.who |
	some threat in open_function.threats with input as {"by_kind": {"compute.container": [{
		"id": "e", "data": [], "provider": provider, "facts": {"public_invoke": true},
	}]}}
}

test_who_may_call if {
	who("google") == {"who learns its address"}
	who("aws") == {"with an account at the provider"}
}

behind(controls) := threats if {
	threats := open_function.threats with input as {
		"by_kind": {"compute.container": [{"id": "e", "data": [], "through": ["front"], "facts": {"public_invoke": true}}]},
		"by_id": {"front": {"id": "front", "controls": controls}},
	}
}

test_silent_when_a_gateway_hands_it_out if count(behind([])) == 0

test_fires_when_the_gateway_asks_for_a_login_that_can_be_passed_by if count(behind(["authn"])) == 1
