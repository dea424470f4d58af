package threatvet.threats.messaging.no_dead_letter_test

import data.threatvet.threats.messaging.no_dead_letter

found(facts, flows) := named("orders", facts, flows)

named(name, facts, flows) := threats if {
	threats := no_dead_letter.threats with input as {
		"by_kind": {"queue": [{"id": "q", "name": name, "facts": facts}]},
		"flows_to": {"q": flows},
	}
}

test_fires if count(found({"dead_letter": false}, [])) == 1

test_silent_when_set_aside if count(found({"dead_letter": true}, [])) == 0

test_silent_when_unknown if count(found({}, [])) == 0

test_silent_when_it_takes_dead_letters_itself if count(found({"dead_letter": false}, [{"protocol": "dead_letter"}])) == 0

test_silent_when_its_name_says_so if {
	every name in ["orders-dead-letter", "orders-dlq", "DeadLetters"] {
		count(named(name, {"dead_letter": false}, [])) == 0
	}
}

test_fires_on_names_that_only_look_so if count(named("adlqueue", {"dead_letter": false}, [])) == 1
