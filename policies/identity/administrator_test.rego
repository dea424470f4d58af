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

everything := {
	"policy": "p", "kind": "identity", "effect": "Allow", "actions": ["*"], "resources": ["*"],
	"has_conditions": false,
}

carried(kind, held_by, change) := threats if {
	threats := administrator.threats with input as {
		"identity_list": [],
		"by_kind": {kind: [{"id": "e", "kind": kind, "facts": {"held_by": held_by}}]},
		"policies_of": {"e": [object.union(everything, change)]},
	}
}

test_fires_for_a_policy_that_nobody_holds if {
	some threat in carried("identity.policy", "nobody", {})
	threat.policy == "p"
}

test_fires_for_a_policy_of_somebody_elsewhere if count(carried("identity.policy", "outside", {})) == 1

test_fires_for_a_group if count(carried("identity.group", "", {})) == 1

test_silent_for_a_policy_that_an_identity_holds if count(carried("identity.policy", "", {})) == 0

test_silent_for_a_policy_that_denies if count(carried("identity.policy", "nobody", {"effect": "Deny"})) == 0

test_silent_for_a_policy_with_conditions if count(carried("identity.policy", "nobody", {"has_conditions": true})) == 0

test_silent_for_a_policy_of_one_bucket if count(carried("identity.policy", "nobody", {"resources": ["arn:aws:s3:::b"]})) == 0

test_silent_for_a_policy_of_some_actions if count(carried("identity.policy", "nobody", {"actions": ["s3:*"]})) == 0

test_silent_for_a_policy_that_is_unknown if {
	threats := administrator.threats with input as {
		"identity_list": [], "by_kind": {"identity.policy": [{"id": "e", "facts": {"held_by": "nobody"}}]},
		"policies_of": {"e": [object.remove(everything, ["actions"])]},
	}
	count(threats) == 0
}
