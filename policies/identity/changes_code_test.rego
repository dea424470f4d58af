package threatvet.threats.identity.changes_code_test

import data.threatvet.threats.identity.changes_code

system := {
	"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}],
	"identities": {
		"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]},
		"boss": {"id": "boss", "kind": "role", "groups": [], "used_by": []},
	},
	"grants_by": {
		"app": [{"id": "g", "identity": "app", "on": "thing", "level": "write", "certain": true, "actions": ["lambda:UpdateFunctionCode"]}],
		"boss": [{"id": "b", "identity": "boss", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}],
	},
	"grants_on": {},
	"by_id": {"web": {"id": "web", "exposure": "internet"}, "thing": {"id": "thing", "kind": "compute.function", "runs_as": "boss"}},
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
	threats := changes_code.threats with input as indexed(object.union(system, change))
}

test_fires if {
	some threat in found({})
	threat.on == "app"
	threat.values.targets == ["thing"]
}

test_silent_when_the_other_is_no_stronger if count(found({"grants_by": {"boss": []}})) == 0

test_silent_when_the_right_is_not_certain if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "thing", "level": "write", "certain": false, "actions": ["lambda:UpdateFunctionCode"]}]}})) == 0

test_silent_when_nobody_can_use_it if count(found({"identities": {"app": {"used_by": []}}})) == 0

test_silent_when_it_may_only_look if count(found({"grants_by": {"app": [{"id": "g", "identity": "app", "on": "thing", "level": "read", "certain": true, "actions": ["lambda:GetFunction"]}]}})) == 0

test_silent_when_it_runs_without_a_role if count(found({"by_id": {"thing": {"runs_as": "nobody"}}})) == 0

test_silent_when_administrator_anyway if count(found({"grants_by": {"app": [{"id": "x", "identity": "app", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}]}})) == 0
