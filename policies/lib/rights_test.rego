package threatvet.lib.rights_test

import data.threatvet.lib.rights

system := {
	"by_id": {"web": {"id": "web", "exposure": "internet"}, "job": {"id": "job", "exposure": "internal"}},
	"identities": {
		"boss": {"id": "boss", "kind": "role", "used_by": []},
		"app": {"id": "app", "kind": "role", "used_by": ["web"]},
		"nightly": {"id": "nightly", "kind": "role", "used_by": ["job"]},
	},
	"grants_by": {
		"boss": [{"id": "b", "identity": "boss", "on": "account", "level": "admin", "certain": true, "actions": ["*"]}],
		"app": [{"id": "a", "identity": "app", "on": "bucket", "level": "read", "certain": true, "actions": ["s3:GetObject"]}],
		"nightly": [{"id": "n", "identity": "nightly", "on": "bucket", "level": "read", "certain": true, "actions": ["s3:GetObject"]}],
	},
	"grants_on": {"boss": [{"identity": "app", "level": "write", "actions": ["sts:AssumeRole"]}]},
	"paths": [],
}

test_action_is_given if rights.gives({"level": "read", "actions": ["s3:GetObject"]}, "s3:GetObject")

test_admin_gives_all if rights.gives({"level": "admin", "actions": ["s3:*"]}, "s3:GetObject")

test_other_action_is_not_given if not rights.gives({"level": "read", "actions": ["s3:GetObject"]}, "s3:PutObject")

test_administrator if rights.administrator("boss") with input as system

test_not_administrator if not rights.administrator("app") with input as system

test_usable_by_what_runs_as_it if rights.usable(system.identities.app) with input as system

test_usable_by_taking_it_on if rights.usable(system.identities.boss) with input as system

test_user_is_usable if rights.usable({"id": "u", "kind": "user", "used_by": []}) with input as system

test_unheld_role_is_not_usable if not rights.usable({"id": "r", "kind": "role", "used_by": []}) with input as system

test_administrator_is_stronger if rights.stronger("boss", "app") with input as system

test_nobody_is_stronger_than_the_administrator if not rights.stronger("app", "boss") with input as system

test_the_same_rights_are_not_stronger if not rights.stronger("app", "nightly") with input as system

test_more_rights_are_stronger if {
	more := [{"id": "x", "identity": "nightly", "on": "other", "level": "write", "certain": true, "actions": []}]
	rights.stronger("nightly", "app") with input as object.union(system, {"grants_by": {"nightly": more}})
}

test_nearest_is_the_most_exposed if {
	rights.nearest([system.grants_by.app[0], system.grants_by.nightly[0]]).identity == "app" with input as system
}

launcher := {"id": "app", "groups": ["staff"]}

statement(effect, change) := object.union(
	{"kind": "identity", "effect": effect, "actions": ["ec2:Run*"], "resources": ["*"], "has_conditions": false},
	change,
)

test_states_by_pattern if {
	rights.states(launcher, "ec2:RunInstances") with input.policies_of as {"app": [statement("Allow", {})]}
}

test_states_through_a_group if {
	rights.states(launcher, "ec2:RunInstances") with input.policies_of as {"staff": [statement("Allow", {})]}
}

test_does_not_state_another_action if {
	not rights.states(launcher, "iam:PassRole") with input.policies_of as {"app": [statement("Allow", {})]}
}

test_deny_takes_it_away if {
	not rights.states(launcher, "ec2:RunInstances") with input.policies_of as {"app": [statement("Allow", {}), statement("Deny", {})]}
}

test_deny_of_everything_else_takes_it_away if {
	rest := object.remove(statement("Deny", {"not_actions": ["s3:*"]}), ["actions"])
	not rights.states(launcher, "ec2:RunInstances") with input.policies_of as {"app": [statement("Allow", {}), rest]}
}

test_trust_is_no_right if {
	not rights.states(launcher, "ec2:RunInstances") with input.policies_of as {"app": [statement("Allow", {"kind": "trust"})]}
}

everything := {
	"id": "p", "kind": "identity", "effect": "Allow", "actions": ["*"], "resources": ["*"], "not_actions": [],
	"has_conditions": false, "condition_keys": [], "index": 0,
}

# The administrator of another account, and one whom a Deny holds back.
test_who_says_everything_is_administrator if {
	rights.administrator("app") with input as object.union(system, {
		"policies_of": {"app": [everything]},
		"identities": {"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}},
	})
}

test_who_says_everything_of_one_thing_is_none if {
	not rights.administrator("app") with input as object.union(system, {
		"policies_of": {"app": [object.union(everything, {"resources": ["bucket"]})]},
		"identities": {"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}},
	})
}

itself := {"id": "s", "identity": "app", "on": "app", "level": "permissions", "certain": true, "actions": ["iam:PutRolePolicy"]}

other := {"id": "o", "identity": "app", "on": "boss", "level": "permissions", "certain": true, "actions": ["iam:UpdateAssumeRolePolicy"]}

held(grants) := object.union(system, {
	"grants_of": {action: [g | some g in grants; action in g.actions] | some g in grants; some action in g.actions},
	"policies_of": {},
	"identities": {"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}},
})

test_further_right if count(rights.further({other})) == 1 with input as held([other])

test_no_further_right_of_who_may_give_itself_any if count(rights.further({other})) == 0 with input as held([other, itself])

test_over_itself if rights.over_itself == {itself} with input as held([other, itself])
