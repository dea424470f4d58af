package threatvet.threats.identity.confused_vendor_test

import data.threatvet.threats.identity.confused_vendor

role := {"id": "role", "kind": "role", "used_by": []}

statement := {
	"policy": "p", "kind": "trust", "index": 0, "effect": "Allow", "actions": ["sts:AssumeRole"],
	"principals": [{"type": "AWS", "id": "arn:aws:iam::222222222222:root"}], "has_conditions": false, "conditions": [], "condition_keys": [],
}

found(change) := threats if {
	threats := confused_vendor.threats with input as {
		"identity_list": [role],
		"policies_of": {"role": [object.union(statement, change)]},
		"account": {"id": "account", "numbers": ["111111111111"]},
	}
}

test_fires if {
	some threat in found({})
	threat.values.account == "222222222222"
}

test_fires_for_a_bare_number if count(found({"principals": [{"type": "AWS", "id": "222222222222"}]})) == 1

test_silent_when_an_external_id_is_asked_for if count(found({"condition_keys": ["sts:externalid"]})) == 0

test_silent_when_it_is_our_own_account if count(found({"principals": [{"type": "AWS", "id": "arn:aws:iam::111111111111:root"}]})) == 0

test_silent_when_one_role_is_named if count(found({"principals": [{"type": "AWS", "id": "arn:aws:iam::222222222222:role/deploy"}]})) == 0
