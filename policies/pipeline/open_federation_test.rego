package threatvet.threats.pipeline.open_federation_test

import data.threatvet.threats.pipeline.open_federation

statement := {
	"policy": "p", "kind": "trust", "effect": "Allow", "actions": ["sts:AssumeRoleWithWebIdentity"],
	"principals": [{"type": "Federated", "id": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}],
	"conditions": [],
}

subject(operator, value) := {"conditions": [{
	"operator": operator,
	"key": "token.actions.githubusercontent.com:sub", "values": [value],
}]}

found(change) := threats if {
	threats := open_federation.threats with input as {
		"identity_list": [{"id": "role"}],
		"policies_of": {"role": [object.union(statement, change)]},
	}
}

test_fires if {
	some threat in found({})
	threat.values.host == "token.actions.githubusercontent.com"
}

test_fires_for_any_owner if count(found(subject("stringlike", "repo:*"))) == 1

test_silent_when_the_owner_is_named if count(found(subject("stringlike", "repo:example/*"))) == 0

test_silent_when_the_branch_is_named if count(found(subject("stringequals", "repo:example/shop:ref:refs/heads/main"))) == 0

test_silent_when_it_is_not_a_code_host if count(found({"principals": [{
	"type": "Federated",
	"id": "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/X",
}]})) == 0

test_silent_when_the_subject_is_unknown if count(found({"conditions": [{
	"operator": "stringlike",
	"key": "token.actions.githubusercontent.com:sub",
}]})) == 0

alone(change) := threats if {
	threats := open_federation.threats with input as {
		"identity_list": [], "by_kind": {"identity.policy": [{"id": "d", "facts": {"held_by": "nobody"}}]},
		"policies_of": {"d": [object.union(statement, change)]},
	}
}

test_fires_for_a_document_alone if count(alone({})) == 1

test_silent_for_a_document_that_names_the_owner if count(alone(subject("stringlike", "repo:example/*"))) == 0
