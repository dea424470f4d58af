package threatvet.lib.federation_test

import data.threatvet.lib.federation

github := [{"type": "Federated", "id": "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com"}]

with_subject(operator, values) := {"principals": github, "conditions": [{
	"operator": operator,
	"key": "token.actions.githubusercontent.com:sub", "values": values,
}]}

test_code_host if {
	federation.code_host({"principals": [{
		"type": "Federated",
		"id": "arn:aws:iam::111111111111:oidc-provider/gitlab.com",
	}]}) == "gitlab.com"
}

test_a_cluster_is_no_code_host if not federation.code_host({"principals": [{
	"type": "Federated",
	"id": "arn:aws:iam::111111111111:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/X",
}]})

test_an_issuer_of_one_customer_is_no_code_host if not federation.code_host({"principals": [{
	"type": "Federated",
	"id": "arn:aws:iam::111111111111:oidc-provider/api.bitbucket.org/2.0/workspaces/shop/pipelines-config/identity/oidc",
}]})

test_organisation_is_named_elsewhere if federation.owner_named({
	"principals": [{"type": "Federated", "id": "arn:aws:iam::111111111111:oidc-provider/app.terraform.io"}],
	"conditions": [{"operator": "stringlike", "key": "app.terraform.io:sub", "values": ["organization:shop:*"]}],
})

test_owner_is_named if federation.owner_named(with_subject("stringlike", ["repo:example/*"]))

test_owner_is_named_without_wildcards if federation.owner_named(with_subject("stringequals", ["repo:example/shop:ref:refs/heads/main"]))

test_owner_is_not_named if not federation.owner_named(with_subject("stringlike", ["repo:*"]))

test_one_open_subject_is_enough if not federation.owner_named(with_subject("stringlike", ["repo:example/shop:*", "*"]))

test_no_condition_names_nobody if not federation.owner_named({"principals": github, "conditions": []})

test_branch_is_named if federation.branch_named(with_subject("stringequals", ["repo:example/shop:ref:refs/heads/main"]))

test_branch_is_not_named if not federation.branch_named(with_subject("stringlike", ["repo:example/shop:*"]))

test_any_branch_is_not_named if not federation.branch_named(with_subject("stringlike", ["repo:example/shop:ref:refs/heads/*"]))

test_subject_unknown if federation.subject_unknown({"conditions": [{"operator": "stringlike", "key": "x:sub"}]})
