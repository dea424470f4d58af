package threatvet.threats.storage.many_writers_of_site_test

import data.threatvet.threats.storage.many_writers_of_site

system(facts, identities) := {
	"by_kind": {"store.object": [{"id": "site", "facts": facts}]},
	"grants_on": {"site": [{"identity": i, "level": "write", "certain": true} | some i in identities]},
	"grants_by": {},
	"identities": {i: {"id": i, "kind": "role", "used_by": ["job"]} | some i in identities},
	"paths": [],
}

found(facts, identities) := threats if {
	threats := many_writers_of_site.threats with input as system(facts, identities)
}

test_fires if {
	some threat in found({"website": true}, ["a", "b"])
	threat.values.identities == ["a", "b"]
}

test_silent_when_one_writes if count(found({"website": true}, ["a"])) == 0

test_silent_when_no_web_site if count(found({"website": false}, ["a", "b"])) == 0

test_silent_when_unknown if count(found({}, ["a", "b"])) == 0
