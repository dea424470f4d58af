package threatvet.lib.places_test

import data.threatvet.lib.places

of(id) := found if {
	found := places.of(id) with input.by_id as {
		"handler": {"id": "handler", "part_of": "program"},
		"program": {"id": "program", "part_of": "function"},
		"function": {"id": "function", "part_of": ""},
	}
}

test_handler_is_in_what_runs_its_program if of("handler") == {"handler", "program", "function"}

test_function_is_in_itself if of("function") == {"function"}

test_what_nobody_knows_is_itself if of("other") == {"other"}
