package threatvet.threats.pipeline.any_branch_administers_test

import data.threatvet.threats.pipeline.any_branch_administers

statement := {
	"policy": "p", "kind": "trust", "effect": "Allow", "actions": ["sts:AssumeRoleWithWebIdentity"],
	"principals": [{"type": "Federated", "id": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}],
	"conditions": [],
}

subject(operator, value) := {"conditions": [{
	"operator": operator,
	"key": "token.actions.githubusercontent.com:sub", "values": [value],
}]}

found(change, level) := threats if {
	threats := any_branch_administers.threats with input as {
		"identity_list": [{"id": "role"}],
		"policies_of": {"role": [object.union(statement, change)]},
		"grants_by": {"role": [{"on": "account", "level": level, "certain": true}]},
	}
}

test_fires if count(found(subject("stringlike", "repo:example/shop:*"), "admin")) == 1

test_silent_when_the_branch_is_named if count(found(subject("stringequals", "repo:example/shop:ref:refs/heads/main"), "admin")) == 0

test_silent_when_an_environment_is_named if count(found(subject("stringlike", "repo:example/shop:environment:production"), "admin")) == 0

test_silent_when_not_administrator if count(found(subject("stringlike", "repo:example/shop:*"), "read")) == 0
