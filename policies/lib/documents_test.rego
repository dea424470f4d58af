package threatvet.lib.documents_test

import data.threatvet.lib.documents

allow := {"policy": "p", "effect": "Allow", "actions": ["s3:*"], "resources": ["*"], "has_conditions": false}

test_everything_is_wide if documents.wide(allow)

test_every_user_is_wide if documents.wide({"resources": ["arn:aws:iam::*:user/*"]})

test_every_bucket_is_wide if documents.wide({"resources": ["arn:aws:s3:::*"]})

test_one_bucket_is_not_wide if not documents.wide({"resources": ["arn:aws:s3:::b/*"]})

test_own_user_is_not_wide if not documents.wide({"resources": ["arn:aws:iam::*:user/${aws:username}"]})

test_pattern_covers_the_table if documents.of(allow, {"s3": {"s3:putbucketpolicy": "p"}, "sqs": {"sqs:addpermission": "a"}}) == {"p"}

test_found_with_its_policy if {
	found := documents.found_in({"id": "e"}, {"s3": {"s3:putbucketpolicy": "s3:PutBucketPolicy"}}) with input as {"policies_of": {"e": [allow]}}
	found == {"actions": {"s3:PutBucketPolicy"}, "policy": "p"}
}

test_conditions_are_not_free if not documents.free(object.union(allow, {"has_conditions": true}))

test_rights_over_rights_are_unbounded if {
	documents.unbounded({"id": "e"}) with input as {"policies_of": {"e": [object.union(allow, {"actions": ["iam:*"]})]}}
}

test_other_rights_are_bounded if {
	not documents.unbounded({"id": "e"}) with input as {"policies_of": {"e": [allow]}}
}

test_star_in_the_middle if documents.of({"actions": ["s3:Put*Policy"]}, {"s3": {"s3:putbucketpolicy": "p", "s3:putbucketacl": "a"}}) == {"p"}

test_sorted_under_services if documents.by_service({"s3:PutBucketAcl"}) == {"s3": {"s3:putbucketacl": "s3:PutBucketAcl"}}

test_everything_covers_the_table_only_as_administrator if documents.of({"actions": ["*"]}, {"s3": {"s3:putbucketpolicy": "p"}}) == set()
