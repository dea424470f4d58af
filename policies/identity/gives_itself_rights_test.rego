package threatvet.threats.identity.gives_itself_rights_test

import data.threatvet.threats.identity.gives_itself_rights

system := {
	"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}],
	"identities": {
		"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]},
		"boss": {"id": "boss", "kind": "role", "groups": [], "used_by": []},
	},
	"grants_by": {
		"app": [{"id": "g", "identity": "app", "on": "app", "level": "permissions", "certain": true, "actions": ["iam:PutRolePolicy"]}],
		"boss": [{"id": "b", "identity": "boss", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}],
	},
	"grants_on": {},
	"by_id": {"web": {"id": "web", "exposure": "internet"}},
	"policies_of": {},
	"paths": [],
}

indexed(s) := object.union(s, {"grants_of": {action: matching |
	some grants in s.grants_by
	some grant in grants
	some action in grant.actions
	matching := [g | some list in s.grants_by; some g in list; action in g.actions]
}})

found(change) := threats if {
	threats := gives_itself_rights.threats with input as indexed(object.union(system, change))
}

test_fires if {
	some threat in found({})
	threat.grant == "g"
	threat.values.targets == ["app"]
}

test_fires_for_a_group_it_is_in if {
	some threat in found({
		"identities": {"app": {"kind": "user", "groups": ["staff"]}},
		"grants_by": {"app": [{"id": "g", "identity": "app", "on": "staff", "level": "permissions", "certain": true, "actions": ["iam:PutGroupPolicy"]}]},
	})
	threat.values.targets == ["staff"]
}

test_fires_for_a_policy_it_has if {
	said := {"kind": "identity", "index": 0, "actions": ["s3:GetObject"], "resources": ["*"]}
	some threat in found({
		"grants_by": {"app": [{"id": "g", "identity": "app", "on": "policy", "level": "permissions", "certain": true, "actions": ["iam:CreatePolicyVersion"]}]},
		"policies_of": {"app": [said], "policy": [said]},
	})
	threat.values.targets == ["policy"]
}

test_silent_when_only_others_can_be_changed if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "other", "level": "permissions", "certain": true, "actions": ["iam:PutRolePolicy"]}]}})) == 0

test_silent_when_it_may_only_read if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "app", "level": "read", "certain": true, "actions": ["iam:GetRolePolicy"]}]}})) == 0

test_silent_when_the_right_is_not_certain if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "app", "level": "permissions", "certain": false, "actions": ["iam:PutRolePolicy"]}]}})) == 0

test_silent_when_administrator_anyway if count(found({"grants_by": {"app": [{"id": "x", "identity": "app", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}]}})) == 0

test_silent_when_a_managed_policy_states_everything if count(found({"full_rights_of": {"app": ["arn:aws:iam::aws:policy/AdministratorAccess"]}})) == 0
