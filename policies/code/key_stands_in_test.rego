package threatvet.threats.code.key_stands_in_test

import data.threatvet.threats.code.key_stands_in

found(reported) := threats if {
	threats := key_stands_in.threats with input.reported as reported
}

weakness := {"id": "w", "element": "go:example.com/shop/web.Serve", "function": "web.Serve"}

test_fires if {
	some threat in found({"GOC-009": [weakness]})
	threat.on == weakness.element
	threat.weakness == "w"
}

test_silent_when_something_else_is_reported if count(found({"GOH-999": [weakness]})) == 0
