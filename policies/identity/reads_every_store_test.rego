package threatvet.threats.identity.reads_every_store_test

import data.threatvet.threats.identity.reads_every_store

system := {
	"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}],
	"identities": {"app": {"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}},
	"policies_of": {"app": [{"kind": "identity", "effect": "Allow", "actions": ["s3:Get*"], "resources": ["*"]}]},
	"grants_by": {"app": [
		{"id": "g1", "identity": "app", "on": "a", "level": "read", "certain": true, "actions": ["s3:GetObject"]},
		{"id": "g2", "identity": "app", "on": "b", "level": "read", "certain": true, "actions": ["s3:GetObject"]},
	]},
	"by_id": {
		"web": {"id": "web", "exposure": "internet"},
		"a": {"id": "a", "kind": "store.object", "data": [{"confidentiality": 3}]},
		"b": {"id": "b", "kind": "store.object", "data": [{"confidentiality": 1}]},
	},
}

found(change) := threats if {
	threats := reads_every_store.threats with input as object.union(system, change)
}

test_fires if {
	some threat in found({})
	threat.values.stores == ["a", "b"]
}

test_silent_when_stores_are_named if count(found({"policies_of": {"app": [{
	"kind": "identity",
	"effect": "Allow", "actions": ["s3:Get*"], "resources": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
}]}})) == 0

test_silent_when_there_is_one_store if count(found({"grants_by": {"app": [{
	"id": "g1", "identity": "app",
	"on": "a", "level": "read", "certain": true, "actions": ["s3:GetObject"],
}]}})) == 0

test_silent_when_nothing_matters if count(found({"by_id": {"a": {"data": [{"confidentiality": 2}]}}})) == 0

test_silent_when_nothing_runs_as_it if count(found({"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": []}]})) == 0

alone(change) := threats if {
	threats := reads_every_store.threats with input as {
		"identity_list": [], "by_kind": {"identity.policy": [{"id": "d", "facts": {"held_by": "nobody"}}]},
		"policies_of": {"d": [object.union(
			{
				"policy": "p", "effect": "Allow", "actions": ["s3:Get*"], "resources": ["*"], "has_conditions": false,
			},
			change,
		)]},
	}
}

test_fires_for_a_document_alone if {
	some threat in alone({})
	threat.values.stores == ["every bucket"]
}

test_silent_for_a_document_about_one_store if count(alone({"resources": ["arn:aws:s3:::a/*"]})) == 0

test_silent_for_a_document_that_reads_settings_only if count(alone({"actions": ["s3:GetBucketLocation"]})) == 0

test_silent_for_a_document_that_can_take_every_right if count(alone({"actions": ["s3:GetObject", "iam:PutRolePolicy"]})) == 0

# What the code calls is known: it reads a, and may read b and change a as well.
compared := {
	"policies_of": {"app": [{
		"kind": "identity",
		"effect": "Allow", "actions": ["s3:*"], "resources": ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
	}]},
	"identity_list": [{
		"id": "app", "kind": "role", "groups": [], "used_by": ["web"],
		"unused": ["g1"], "smallest": "policy",
	}],
}

test_fires_for_what_no_code_calls if {
	some threat in found(compared)
	threat.values.stores == ["a"]
	contains(threat.values.excess, "s3:GetObject")
	threat.snippet == "policy"
}

test_fires_for_unneeded_change if {
	some threat in found(object.union(compared, {
		"grants_by": {"app": [{"id": "g1", "identity": "app", "on": "a", "level": "write", "certain": true, "actions": ["s3:PutObject"]}]},
		"by_id": {"a": {"data": [{"confidentiality": 1, "integrity": 3}]}},
	}))
	threat.values.stores == ["a"]
}

test_silent_where_what_is_unused_matters_little if {
	count(found(object.union(compared, {"by_id": {"a": {"data": [{"confidentiality": 2, "integrity": 2}]}}}))) == 0
}

test_silent_where_all_is_used if {
	every_right_used := object.union(compared, {"identity_list": [{
		"id": "app", "kind": "role", "groups": [], "used_by": ["web"],
		"unused": [], "smallest": "policy",
	}]})
	count(found(every_right_used)) == 0
}

test_silent_where_the_programs_are_not_known if {
	unknown := object.union(compared, {"identity_list": [{"id": "app", "kind": "role", "groups": [], "used_by": ["web"]}]})
	count(found(unknown)) == 0
}
