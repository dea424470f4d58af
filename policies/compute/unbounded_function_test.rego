package threatvet.threats.compute.unbounded_function_test

import data.threatvet.threats.compute.unbounded_function

found(facts, exposure) := threats if {
	threats := unbounded_function.threats with input as {"by_kind": {"compute.function": [{
		"id": "e",
		"exposure": exposure, "facts": facts, "controls": [], "data": [],
	}]}}
}

test_fires if {
	some threat in found({"concurrency_limited": false, "url_authn": "none"}, "internet")
	threat.on == "e"
}

test_silent_when_not_on_the_internet if count(found({"concurrency_limited": false, "url_authn": "none"}, "internal")) == 0

test_silent_when_limited if count(found({"concurrency_limited": true, "url_authn": "none"}, "internet")) == 0

test_silent_when_callers_sign if count(found({"concurrency_limited": false, "url_authn": "iam"}, "internet")) == 0

test_silent_when_unknown if count(found({"url_authn": "none"}, "internet")) == 0
