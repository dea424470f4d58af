package threatvet.threats.network.given_up_name_test

import data.threatvet.threats.network.given_up_name

found(kind, facts) := threats if {
	threats := given_up_name.threats with input as {"by_kind": {kind: [{"id": "e", "facts": facts}]}}
}

test_fires if {
	some threat in found("dns.record", {"dangling": true})
	threat.on == "e"
}

test_silent_when_owned if count(found("dns.record", {"dangling": false})) == 0

test_silent_when_unknown if count(found("dns.record", {})) == 0

test_silent_on_other_kinds if count(found("dns.zone", {"dangling": true})) == 0
