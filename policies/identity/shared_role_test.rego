package threatvet.threats.identity.shared_role_test

import data.threatvet.threats.identity.shared_role

found(first, second, change) := threats if {
	threats := shared_role.threats with input as {
		"identity_list": [{"id": "role", "used_by": ["web", "job"]}],
		"by_id": {
			"web": {"id": "web", "kind": "compute.container", "exposure": first},
			"job": object.union({"id": "job", "kind": "compute.vm", "exposure": second}, change),
		},
	}
}

test_fires if {
	some threat in found("internet", "internal", {})
	threat.values == {"outer": "web", "inner": "job"}
}

test_silent_when_both_are_exposed if count(found("internet", "internet", {})) == 0

test_silent_when_both_are_inside if count(found("internal", "internal", {})) == 0

test_silent_when_exposure_is_unknown if {
	threats := shared_role.threats with input as {
		"identity_list": [{"id": "role", "used_by": ["web", "job"]}],
		"by_id": {"web": {"id": "web", "kind": "compute.container", "exposure": "internet"}, "job": {"id": "job", "kind": "compute.vm"}},
	}
	count(threats) == 0
}

test_silent_when_one_is_part_of_the_other if count(found("internet", "internal", {"part_of": "web"})) == 0

test_silent_when_one_is_the_template_of_the_other if count(found("internet", "internal", {"uses": ["web"]})) == 0

test_silent_when_one_only_hands_the_role_over if count(found("internet", "internal", {"kind": "identity.role"})) == 0
