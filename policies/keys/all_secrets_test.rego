package threatvet.threats.keys.all_secrets_test

import data.threatvet.threats.keys.all_secrets

system := {
	"identities": {"role": {"id": "role", "groups": [], "used_by": ["web"]}},
	"grants_by": {},
	"policies_of": {"role": [{
		"kind": "identity",
		"effect": "Allow", "actions": ["secretsmanager:GetSecretValue"], "resources": ["*"],
	}]},
	"grants_of": {"secretsmanager:GetSecretValue": [{
		"id": "g", "identity": "role",
		"on": "s", "level": "read", "certain": true, "actions": ["secretsmanager:GetSecretValue"],
	}]},
	"by_id": {"s": {"id": "s", "kind": "secret_store"}},
}

found(change) := threats if {
	threats := all_secrets.threats with input as object.union(system, change)
}

test_fires if {
	some threat in found({})
	threat.on == "s"
	threat.values.identity == "role"
}

test_silent_when_secrets_are_named if count(found({"policies_of": {"role": [{
	"kind": "identity",
	"effect": "Allow", "actions": ["secretsmanager:GetSecretValue"], "resources": ["arn:aws:secretsmanager:eu-west-1:111111111111:secret:db"],
}]}})) == 0

test_silent_when_a_deny_takes_it_away if count(found({"grants_of": {"secretsmanager:GetSecretValue": []}})) == 0

test_silent_when_nothing_runs_as_it if count(found({"identities": {"role": {"used_by": []}}})) == 0
