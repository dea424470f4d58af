package threatvet.threats.compute.powerful_and_exposed_test

import data.threatvet.threats.compute.powerful_and_exposed

found(exposure, grant) := threats if {
	threats := powerful_and_exposed.threats with input as {
		"by_kind": {"compute.vm": [{"id": "vm", "exposure": exposure, "runs_as": "role"}]},
		"by_id": {"b": {"id": "b", "kind": "store.object", "data": [{"confidentiality": 4, "integrity": 1}]}},
		"identities": {"other": {"id": "other"}},
		"grants_by": {"role": [object.union({"id": "g", "identity": "role", "certain": true}, grant)]},
	}
}

test_fires_for_an_administrator if {
	some threat in found("internet", {"on": "account", "level": "admin"})
	threat.grant == "g"
	threat.values.may == "do anything in the account"
}

test_fires_when_it_may_change_rights if {
	some threat in found("internet", {"on": "other", "level": "permissions"})
	threat.values.may == "change the rights of other"
}

test_silent_when_internal if count(found("internal", {"on": "account", "level": "admin"})) == 0

test_silent_when_it_may_only_read if count(found("internet", {"on": "b", "level": "read"})) == 0

test_silent_when_not_certain if count(found("internet", {"on": "account", "level": "admin", "certain": false})) == 0
