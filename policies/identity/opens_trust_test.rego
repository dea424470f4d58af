package threatvet.threats.identity.opens_trust_test

import data.threatvet.threats.identity.opens_trust

system := {
	"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}],
	"identities": {
		"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]},
		"boss": {"id": "boss", "kind": "role", "groups": [], "used_by": []},
	},
	"grants_by": {
		"app": [{"id": "g", "identity": "app", "on": "boss", "level": "permissions", "certain": true, "actions": ["iam:UpdateAssumeRolePolicy"]}],
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
	threats := opens_trust.threats with input as indexed(object.union(system, change))
}

test_fires if {
	some threat in found({})
	threat.on == "app"
	threat.values.targets == ["boss"]
}

test_silent_when_the_other_is_no_stronger if count(found({"grants_by": {"boss": []}})) == 0

test_silent_when_the_right_is_not_certain if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "boss", "level": "permissions", "certain": false, "actions": ["iam:UpdateAssumeRolePolicy"]}]}})) == 0

test_silent_when_nobody_can_use_it if count(found({"identities": {"app": {"used_by": []}}})) == 0

test_silent_when_another_action if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "boss", "level": "permissions", "certain": true, "actions": ["iam:TagRole"]}]}})) == 0

test_silent_when_administrator_anyway if count(found({"grants_by": {"app": [{"id": "x", "identity": "app", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}]}})) == 0

test_silent_when_it_may_give_itself_any_right if count(found({"grants_by": {"app": [
	{"id": "g", "identity": "app", "on": "boss", "level": "permissions", "certain": true, "actions": ["iam:UpdateAssumeRolePolicy"]},
	{"id": "s", "identity": "app", "on": "app", "level": "permissions", "certain": true, "actions": ["iam:PutRolePolicy"]},
]}})) == 0
