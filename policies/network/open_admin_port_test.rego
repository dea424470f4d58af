package threatvet.threats.network.open_admin_port_test

import data.threatvet.threats.network.open_admin_port

rule := {"index": 0, "direction": "in", "allow": true, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidrs": ["0.0.0.0/0"], "groups": []}

found(change, members) := threats if {
	threats := open_admin_port.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "subnets": [], "rules": [object.union(rule, change)]}]},
		"members_of": members,
		"by_id": {
			"lb": {"id": "lb", "kind": "gateway.lb"},
			"db": {"id": "db", "kind": "store.sql"},
			"vm": {"id": "vm", "kind": "compute.vm"},
			"nic": {"id": "nic", "kind": "network.interface"},
			"subnet": {"id": "subnet", "kind": "network.subnet"},
		},
	}
}

test_fires if {
	some threat in found({}, {"sg": ["vm"]})
	threat.rule == 0
	threat.values.service == ["SSH"]
}

test_fires_when_nothing_uses_it_yet if count(found({}, {})) == 1

test_fires_when_every_port_is_open if count(found({"protocol": "any", "from_port": -1, "to_port": -1}, {})) == 1

test_silent_when_only_gateways_and_databases_use_it if count(found({}, {"sg": ["lb", "db"]})) == 0

test_fires_when_an_interface_or_a_subnet_uses_it if {
	every member in ["nic", "subnet"] {
		count(found({}, {"sg": [member]})) == 1
	}
}

test_silent_when_from_inside if count(found({"cidrs": ["10.0.0.0/8"]}, {"sg": ["vm"]})) == 0

test_silent_when_another_port if count(found({"from_port": 443, "to_port": 443}, {"sg": ["vm"]})) == 0

test_silent_when_outgoing if count(found({"direction": "out"}, {"sg": ["vm"]})) == 0

test_silent_when_the_list_guards_a_subnet if {
	threats := open_admin_port.threats with input as {
		"by_kind": {"network.rule": [{"id": "acl", "subnets": ["s"], "rules": [rule]}]},
		"members_of": {},
	}
	count(threats) == 0
}
