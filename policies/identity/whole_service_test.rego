package threatvet.threats.identity.whole_service_test

import data.threatvet.threats.identity.whole_service

statement := {
	"policy": "p", "kind": "identity", "effect": "Allow", "actions": ["s3:*"], "resources": ["*"],
	"has_conditions": false,
}

found(held_by, statements) := threats if {
	threats := whole_service.threats with input as {
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

test_silent_for_other_actions if count(with_change({"actions": ["s3:GetObject"]})) == 0

test_silent_for_an_administrator if count(found("nobody", [statement, object.union(statement, {"actions": ["*"]})])) == 0

test_silent_when_unknown if count(found("nobody", [object.remove(statement, ["actions"])])) == 0

test_fires_for_every_action_on_one_resource if count(with_change({"actions": ["*"], "resources": ["arn:aws:s3:::b"]})) == 1
