package threatvet.threats.code.redirect_part_test

import data.threatvet.threats.code.redirect_part

found(reported) := threats if {
	threats := redirect_part.threats with input.reported as reported
}

weakness := {"id": "w", "element": "go:example.com/shop/web.Serve", "function": "web.Serve"}

test_fires if {
	some threat in found({"GOH-070": [weakness]})
	threat.on == weakness.element
	threat.weakness == "w"
}

test_silent_when_something_else_is_reported if count(found({"GOH-999": [weakness]})) == 0
