package threatvet.threats.messaging.open_to_read_test

import data.threatvet.threats.messaging.open_to_read

found(kind, facts) := threats if {
	threats := open_to_read.threats with input as {"by_kind": {kind: [{"id": "e", "facts": facts}]}}
}

test_fires if {
	every kind in ["queue", "topic", "stream"] {
		some threat in found(kind, {"public_read": true})
		threat.on == "e"
	}
}

test_silent_when_readers_are_named if count(found("queue", {"public_read": false})) == 0

test_silent_when_unknown if count(found("queue", {})) == 0
