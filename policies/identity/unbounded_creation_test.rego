package threatvet.threats.identity.unbounded_creation_test

import data.threatvet.threats.identity.unbounded_creation

create := {
	"policy": "p",
	"kind": "identity", "effect": "Allow", "actions": ["iam:CreateRole"], "resources": ["*"],
	"has_conditions": false, "condition_keys": [],
}

attach := object.union(create, {"actions": ["iam:AttachRolePolicy"]})

found(statements) := threats if {
	threats := unbounded_creation.threats with input as {
		"identity_list": [{"id": "ci", "kind": "role", "groups": [], "used_by": ["pipeline"]}],
		"identities": {"ci": {"id": "ci", "kind": "role", "groups": [], "used_by": ["pipeline"]}},
		"policies_of": {"ci": statements},
		"grants_by": {},
		"grants_on": {},
		"paths": [],
	}
}

test_fires if {
	some threat in found([create, attach])
	threat.policy == "p"
}

test_silent_when_a_boundary_is_required if count(found([object.union(create, {"condition_keys": ["iam:permissionsboundary"]}), attach])) == 0

test_silent_when_it_cannot_give_rights if count(found([create])) == 0

test_silent_when_it_cannot_create if count(found([attach])) == 0

test_silent_when_it_says_everything_anyway if count(found([create, attach, object.union(create, {"actions": ["*"], "not_actions": []})])) == 0
