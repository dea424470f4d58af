package threatvet.threats.database.open_to_internet_test

import data.threatvet.threats.database.open_to_internet

found(facts, exposure) := threats if {
	threats := open_to_internet.threats with input as {"by_kind": {"store.sql": [{
		"id": "db",
		"exposure": exposure, "facts": facts,
	}]}}
}

test_fires if {
	some threat in found({"public_network_access": true}, "internet")
	threat.on == "db"
	threat.values.door == "rules let every address in"
}

test_fires_when_only_a_rule_is_in_between if {
	some threat in found({"public_network_access": true}, "internal")
	threat.values.door == "nothing but a network rule keeps them out"
}

test_silent_when_private if count(found({"public_network_access": false}, "internet")) == 0

test_silent_when_unknown if count(found({}, "internet")) == 0

test_silent_when_nobody_can_reach_it if count(found({"public_network_access": true}, "none")) == 0

who(exposure) := {threat.values.who |
	some threat in open_to_internet.threats with input as {"by_kind": {"store.sql": [{
		"id": "e",
		"exposure": exposure, "facts": {"public_network_access": true}, "data": [],
	}]}}
}

test_who_can_talk_to_it if {
	who("internet") == {"Anyone on the internet"}
	who("partner") == {"Whoever gets hold of an address that is let in"}
	who("internal") == {"An attacker on the internet, after one careless rule,"}
}
