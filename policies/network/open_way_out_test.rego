package threatvet.threats.network.open_way_out_test

import data.threatvet.threats.network.open_way_out

rule := {"index": 1, "direction": "out", "allow": true, "protocol": "any", "from_port": -1, "to_port": -1, "cidrs": ["0.0.0.0/0"]}

found(change, confidentiality) := threats if {
	threats := open_way_out.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "subnets": [], "rules": [object.union(rule, change)]}]},
		"members_of": {"sg": ["vm"]},
		"by_id": {
			"vm": {"id": "vm", "kind": "compute.vm", "leads_to": ["b"]},
			"b": {"id": "b", "kind": "store.object", "data": [{"name": "Orders", "confidentiality": confidentiality, "integrity": 0}]},
		},
	}
}

test_fires if {
	some threat in found({}, 3)
	threat.rule == 1
	threat.values == {"workload": ["vm"], "stolen": ["Orders"]}
}

test_silent_when_little_is_at_stake if count(found({}, 2)) == 0

test_silent_when_limited_to_the_network if count(found({"cidrs": ["10.0.0.0/8"]}, 3)) == 0

test_silent_when_only_web_may_leave if count(found({"protocol": "tcp", "from_port": 443, "to_port": 443}, 3)) == 0

test_silent_when_nothing_uses_it if {
	threats := open_way_out.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "subnets": [], "rules": [rule]}]},
		"members_of": {},
	}
	count(threats) == 0
}

alone(latent, change) := threats if {
	threats := open_way_out.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "latent": latent, "subnets": [], "rules": [object.union(rule, change)]}]},
		"members_of": {}, "by_id": {},
	}
}

test_fires_where_nothing_uses_it_yet if count(alone(true, {})) == 1

test_silent_where_what_uses_it_is_elsewhere if count(alone(false, {})) == 0

test_silent_where_nothing_uses_what_is_limited if count(alone(true, {"cidrs": ["192.0.2.0/24"]})) == 0
