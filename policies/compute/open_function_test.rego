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
