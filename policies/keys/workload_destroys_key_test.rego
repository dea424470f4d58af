package threatvet.threats.keys.workload_destroys_key_test

import data.threatvet.threats.keys.workload_destroys_key

found(change, used_by) := threats if {
	threats := workload_destroys_key.threats with input as {
		"by_kind": {"kms_key": [{"id": "k"}]},
		"by_id": {"web": {"exposure": "internal"}},
		"grants_on": {"k": [object.union(
			{"id": "g", "identity": "role", "level": "write", "certain": true, "actions": ["kms:ScheduleKeyDeletion"]},
			change,
		)]},
		"grants_by": {},
		"identities": {"role": {"id": "role", "used_by": used_by}},
	}
}

test_fires if {
	some threat in found({}, ["web"])
	threat.values.identity == "role"
}

test_silent_when_it_may_only_use_the_key if count(found({"actions": ["kms:Decrypt"]}, ["web"])) == 0

test_silent_when_nothing_runs_as_it if count(found({}, [])) == 0

test_silent_when_not_certain if count(found({"certain": false}, ["web"])) == 0
