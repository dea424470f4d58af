package threatvet.threats.identity.pass_role_test

import data.threatvet.threats.identity.pass_role

system := {
	"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}],
	"identities": {
		"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]},
		"boss": {"id": "boss", "kind": "role", "groups": [], "used_by": []},
	},
	"grants_by": {
		"app": [{"id": "g", "identity": "app", "on": "boss", "level": "write", "certain": true, "actions": ["iam:PassRole"]}],
		"boss": [{"id": "b", "identity": "boss", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}],
	},
	"grants_on": {},
	"by_id": {"web": {"id": "web", "exposure": "internet"}},
	"policies_of": {
		"app": [{"kind": "identity", "effect": "Allow", "actions": ["ec2:RunInstances"], "resources": ["*"], "has_conditions": false}],
		"boss": [{"kind": "trust", "effect": "Allow", "actions": ["sts:AssumeRole"], "principals": [{"type": "Service", "id": "ec2.amazonaws.com"}]}],
	},
	"paths": [],
}

indexed(s) := object.union(s, {"grants_of": {action: matching |
	some grants in s.grants_by
	some grant in grants
	some action in grant.actions
	matching := [g | some list in s.grants_by; some g in list; action in g.actions]
}})

found(change) := threats if {
	threats := pass_role.threats with input as indexed(object.union(system, change))
}

test_fires if {
	some threat in found({})
	threat.values == {"targets": ["boss"], "create": ["ec2:RunInstances"]}
}

test_silent_when_it_may_start_nothing if count(found({"policies_of": {"app": []}})) == 0

test_silent_when_the_role_does_not_trust_the_service if count(found({"policies_of": {"boss": []}})) == 0

test_silent_when_the_other_is_no_stronger if count(found({"grants_by": {"boss": []}})) == 0

test_silent_when_administrator_anyway if count(found({"grants_by": {"app": [{"id": "x", "identity": "app", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}]}})) == 0
