package threatvet.threats.identity.open_trust_test

import data.threatvet.threats.identity.open_trust

role := {"id": "role", "kind": "role", "used_by": []}

statement := {
	"policy": "p", "kind": "trust", "index": 0, "effect": "Allow", "actions": ["sts:AssumeRole"],
	"principals": [{"type": "AWS", "id": "*"}], "has_conditions": false, "conditions": [], "condition_keys": [],
}

found(change) := threats if {
	threats := open_trust.threats with input as {
		"identity_list": [role],
		"policies_of": {"role": [object.union(statement, change)]},
		"account": {"id": "account", "numbers": ["111111111111"]},
	}
}

test_fires if {
	some threat in found({})
	threat.on == "role"
	threat.policy == "p"
}

test_silent_when_principals_are_named if count(found({"principals": [{"type": "AWS", "id": "arn:aws:iam::111111111111:role/ci"}]})) == 0

test_silent_when_conditions_limit_it if count(found({"has_conditions": true})) == 0

test_silent_when_denied if count(found({"effect": "Deny"})) == 0

test_silent_when_principals_are_unknown if {
	threats := open_trust.threats with input as {
		"identity_list": [role],
		"policies_of": {"role": [object.remove(statement, ["principals"])]},
	}
	count(threats) == 0
}

alone(change) := threats if {
	threats := open_trust.threats with input as {
		"identity_list": [], "by_kind": {"identity.policy": [{"id": "d", "facts": {"held_by": "nobody"}}]},
		"policies_of": {"d": [object.union(statement, change)]},
	}
}

test_fires_for_a_document_alone if count(alone({})) == 1

test_silent_for_a_document_that_names_principals if count(alone({"principals": [{"type": "Service", "id": "ec2.amazonaws.com"}]})) == 0
