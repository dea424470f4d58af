package threatvet.threats.keys.old_secret_test

import data.threatvet.threats.keys.old_secret

found(facts, exposure) := threats if {
	threats := old_secret.threats with input as {
		"by_kind": {"secret_store": [{"id": "s", "facts": facts}]},
		"by_id": {"web": {"id": "web", "exposure": exposure}},
		"identities": {"role": {"id": "role", "used_by": ["web"]}},
		"grants_on": {"s": [{"identity": "role", "level": "read", "actions": ["secretsmanager:GetSecretValue"]}]},
	}
}

test_fires if count(found({"rotation": false}, "internet")) == 1

test_silent_when_rotated if count(found({"rotation": true}, "internet")) == 0

test_silent_when_unknown if count(found({}, "internet")) == 0

test_silent_when_only_inner_parts_read_it if count(found({"rotation": false}, "internal")) == 0
