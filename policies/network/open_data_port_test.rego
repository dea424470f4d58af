package threatvet.threats.network.open_data_port_test

import data.threatvet.threats.network.open_data_port

rule := {"index": 0, "direction": "in", "allow": true, "protocol": "tcp", "from_port": 5432, "to_port": 5432, "cidrs": ["0.0.0.0/0"], "groups": []}

found(change, members) := threats if {
	threats := open_data_port.threats with input as {
		"by_kind": {"network.rule": [{"id": "sg", "subnets": [], "rules": [object.union(rule, change)]}]},
		"members_of": members,
		"by_id": {"db": {"id": "db", "kind": "store.sql"}, "vm": {"id": "vm", "kind": "compute.vm"}},
	}
}

test_fires if {
	some threat in found({}, {})
	threat.values.service == ["PostgreSQL"]
}

test_fires_when_every_port_of_a_database_is_open if count(found({"from_port": -1, "to_port": -1}, {"sg": ["db"]})) == 1

test_silent_when_every_port_of_a_machine_is_open if count(found({"from_port": -1, "to_port": -1}, {"sg": ["vm"]})) == 0

test_silent_when_from_inside if count(found({"cidrs": ["10.0.0.0/8"]}, {})) == 0

test_silent_when_another_port if count(found({"from_port": 443, "to_port": 443}, {})) == 0
