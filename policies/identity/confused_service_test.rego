package threatvet.threats.identity.confused_service_test

import data.threatvet.threats.identity.confused_service

found(change) := threats if {
	threats := confused_service.threats with input as {
		"by_kind": {"topic": [{"id": "t"}]},
		"policies_of": {"t": [object.union(
			{
				"policy": "p",
				"kind": "resource", "effect": "Allow", "condition_keys": [],
				"principals": [{"type": "Service", "id": "s3.amazonaws.com"}],
			},
			change,
		)]},
	}
}

test_fires if {
	some threat in found({})
	threat.values.service == "s3.amazonaws.com"
}

test_silent_when_the_source_is_named if count(found({"condition_keys": ["aws:sourceaccount"]})) == 0

test_silent_when_no_service if count(found({"principals": [{"type": "AWS", "id": "arn:aws:iam::111111111111:root"}]})) == 0

test_silent_when_denied if count(found({"effect": "Deny"})) == 0

test_silent_when_the_service_serves_only_us if count(found({"principals": [{"type": "Service", "id": "ec2.amazonaws.com"}]})) == 0
