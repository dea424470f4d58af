package threatvet.threats.network.shared_with_store_test

import data.threatvet.threats.network.shared_with_store

found(rule, exposure, confidentiality) := threats if {
	threats := shared_with_store.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "rules": [object.union({"index": 0, "direction": "in", "allow": true}, rule)]}]},
		"members_of": {"sg": ["vm", "db"]},
		"by_id": {
			"vm": {"id": "vm", "kind": "compute.vm", "exposure": exposure},
			"db": {"id": "db", "kind": "store.sql", "data": [{"confidentiality": confidentiality}]},
		},
	}
}

test_fires if {
	some threat in found({"groups": ["sg"]}, "internet", 3)
	threat.values == {"neighbour": "vm", "store": "db"}
}

test_silent_when_members_are_kept_apart if count(found({"groups": ["other"]}, "internet", 3)) == 0

test_silent_when_not_exposed if count(found({"groups": ["sg"]}, "internal", 3)) == 0

test_silent_when_little_is_at_stake if count(found({"groups": ["sg"]}, "internet", 2)) == 0
