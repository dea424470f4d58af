package threatvet.threats.paths.given_up_name_to_users_test

import data.threatvet.threats.paths.given_up_name_to_users

steps := [
	{"from": "internet", "to": "aws_route53_record.old", "technique": "dangling-name", "actions": []},
	{"from": "aws_route53_record.old", "to": "aws_cognito_user_pool.users", "technique": "trusted-name", "actions": []},
]

found(list) := threats if {
	threats := given_up_name_to_users.threats with input as {"paths": [{
		"id": "p", "start": "internet", "end": "aws_s3_bucket.customers", "certain": false,
		"techniques": [], "steps": list, "data": [],
	}]}
}

test_fires if {
	some threat in found(steps)
	threat.values == {"record": "aws_route53_record.old", "trusting": "aws_cognito_user_pool.users"}
}

test_silent_when_nothing_trusts_the_name if count(found([steps[0]])) == 0

test_silent_when_the_name_is_ours if count(found([steps[1]])) == 0

test_silent_on_other_steps if count(found([steps[0], object.union(steps[1], {"technique": "data-read"})])) == 0
