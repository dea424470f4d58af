package threatvet.threats.identity.opens_stores_test

import data.threatvet.threats.identity.opens_stores

statement := {
	"policy": "p", "kind": "identity", "effect": "Allow", "actions": ["s3:PutBucketPolicy"], "resources": ["*"],
	"has_conditions": false,
}

found(held_by, statements) := threats if {
	threats := opens_stores.threats with input as {
		"by_kind": {"identity.policy": [{"id": "e", "facts": {"held_by": held_by}}]},
		"policies_of": {"e": statements},
	}
}

with_change(change) := found("nobody", [object.union(statement, change)])

test_fires if {
	some threat in found("nobody", [statement])
	threat.policy == "p"
}

test_fires_where_somebody_elsewhere_has_it if count(found("outside", [statement])) == 1

test_silent_where_an_identity_has_it if count(found("", [statement])) == 0

test_silent_when_denied if count(with_change({"effect": "Deny"})) == 0

test_silent_when_conditions_limit_it if count(with_change({"has_conditions": true})) == 0

test_silent_when_resources_are_named if count(with_change({"resources": ["arn:aws:iam::111111111111:role/app"]})) == 0

test_silent_for_other_actions if count(with_change({"actions": ["s3:GetBucketPolicy"]})) == 0

test_silent_for_an_administrator if count(found("nobody", [statement, object.union(statement, {"actions": ["*"]})])) == 0

test_silent_when_unknown if count(found("nobody", [object.remove(statement, ["actions"])])) == 0

test_silent_when_it_can_take_every_right if count(found("nobody", [statement, object.union(statement, {"actions": ["iam:PutRolePolicy"]})])) == 0
