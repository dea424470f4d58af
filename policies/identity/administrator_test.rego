package threatvet.threats.identity.administrator_test

import data.threatvet.threats.identity.administrator

found(change, used_by) := threats if {
	threats := administrator.threats with input as {
		"identity_list": [{"id": "app", "kind": "role", "used_by": used_by}],
		"grants_by": {"app": [object.union(
			{"id": "g", "identity": "app", "on": "account", "level": "admin", "certain": true, "actions": ["*"]},
			change,
		)]},
		"grants_on": {},
		"paths": [],
	}
}

test_fires if {
	some threat in found({}, ["web"])
	threat.on == "app"
	threat.grant == "g"
}

test_silent_when_only_one_store_is_meant if count(found({"on": "bucket"}, ["web"])) == 0

test_silent_when_reading_only if count(found({"level": "read"}, ["web"])) == 0

test_silent_when_not_certain if count(found({"certain": false}, ["web"])) == 0

test_silent_when_nobody_can_use_it if count(found({}, [])) == 0
