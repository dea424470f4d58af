package threatvet.threats.messaging.no_dead_letter_test

import data.threatvet.threats.messaging.no_dead_letter

found(facts, flows) := threats if {
	threats := no_dead_letter.threats with input as {
		"by_kind": {"queue": [{"id": "q", "facts": facts}]},
		"flows_to": {"q": flows},
	}
}

test_fires if count(found({"dead_letter": false}, [])) == 1

test_silent_when_set_aside if count(found({"dead_letter": true}, [])) == 0

test_silent_when_unknown if count(found({}, [])) == 0

test_silent_when_it_takes_dead_letters_itself if count(found({"dead_letter": false}, [{"protocol": "dead_letter"}])) == 0
