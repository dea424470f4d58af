package threatvet.threats.messaging.open_queue_test

import data.threatvet.threats.messaging.open_queue

found(facts) := threats if {
	threats := open_queue.threats with input as {"by_kind": {"queue": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"public_write": true})
	threat.on == "e"
}

test_silent_when_limited if count(found({"public_write": false})) == 0

test_silent_when_unknown if count(found({})) == 0
