package threatvet.threats.logging.stoppable_trail_test

import data.threatvet.threats.logging.stoppable_trail

found(change, used_by) := threats if {
	threats := stoppable_trail.threats with input as {
		"by_kind": {"log.trail": [{"id": "t"}]},
		"by_id": {"web": {"exposure": "internal"}},
		"grants_on": {"t": [object.union(
			{"id": "g", "identity": "role", "level": "write", "certain": true, "actions": ["cloudtrail:StopLogging"]},
			change,
		)]},
		"identities": {"role": {"id": "role", "used_by": used_by}},
	}
}

test_fires if {
	some threat in found({}, ["web"])
	threat.grant == "g"
}

test_silent_when_another_action if count(found({"actions": ["cloudtrail:AddTags"]}, ["web"])) == 0

test_silent_when_nothing_runs_as_it if count(found({}, [])) == 0

test_silent_when_not_certain if count(found({"certain": false}, ["web"])) == 0
