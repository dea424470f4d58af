package threatvet.lib.trust_test

import data.threatvet.lib.trust

test_star_is_everyone if trust.to_everyone({"principals": [{"type": "*", "id": "*"}]})

test_any_account_is_everyone if trust.to_everyone({"principals": [{"type": "AWS", "id": "*"}]})

test_one_account_is_not if not trust.to_everyone({"principals": [{"type": "AWS", "id": "arn:aws:iam::111111111111:root"}]})

test_service_is_not if not trust.to_everyone({"principals": [{"type": "Service", "id": "ec2.amazonaws.com"}]})

test_unknown_principals_are_not if not trust.to_everyone({"effect": "Allow"})

test_allows_by_name if trust.allows({"effect": "Allow", "actions": ["sts:AssumeRole"]}, "sts:AssumeRole")

test_allows_by_pattern if trust.allows({"effect": "Allow", "actions": ["STS:*"]}, "sts:AssumeRole")

test_deny_does_not_allow if not trust.allows({"effect": "Deny", "actions": ["*"]}, "sts:AssumeRole")

test_other_action_does_not_allow if not trust.allows({"effect": "Allow", "actions": ["sts:TagSession"]}, "sts:AssumeRole")

test_unconditional if trust.without_conditions({"has_conditions": false})

test_conditional_is_not if not trust.without_conditions({"has_conditions": true})

test_foreign_by_arn if {
	trust.foreign({"type": "AWS", "id": "arn:aws:iam::222222222222:root"}) == "222222222222" with input.account.numbers as ["111111111111"]
}

test_foreign_by_number if {
	trust.foreign({"type": "AWS", "id": "222222222222"}) == "222222222222" with input.account.numbers as ["111111111111"]
}

test_own_account_is_not_foreign if {
	not trust.foreign({"type": "AWS", "id": "arn:aws:iam::111111111111:root"}) with input.account.numbers as ["111111111111"]
}

test_foreign_needs_to_know_who_we_are if {
	not trust.foreign({"type": "AWS", "id": "222222222222"}) with input.account.numbers as []
}
