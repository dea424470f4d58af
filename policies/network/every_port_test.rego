package threatvet.threats.network.every_port_test

import data.threatvet.threats.network.every_port

found(rule, subnets) := threats if {
	threats := every_port.threats with input as {"by_kind": {"network.rule": [{
		"id": "e",
		"subnets": subnets, "rules": [object.union({"index": 0, "direction": "in", "allow": true, "protocol": "tcp", "from_port": 0, "to_port": 65535, "cidrs": ["10.0.0.0/8"]}, rule)],
	}]}}
}

test_fires if {
	some threat in found({}, [])
	threat.values.range == ["10.0.0.0/8"]
}

test_fires_on_all_protocols if count(found({"protocol": "any", "from_port": -1, "to_port": -1}, [])) == 1

test_silent_when_ports_are_named if count(found({"from_port": 443, "to_port": 443}, [])) == 0

test_silent_when_outgoing if count(found({"direction": "out"}, [])) == 0

test_silent_when_denying if count(found({"allow": false}, [])) == 0

test_silent_on_pings if count(found({"protocol": "icmp", "from_port": -1, "to_port": -1}, [])) == 0

test_silent_when_only_groups_may if count(found({"cidrs": []}, [])) == 0

test_silent_on_a_list_of_subnets if count(found({}, ["s"])) == 0

test_fires_when_the_internet_gets_in if count(found({"cidrs": ["0.0.0.0/0"]}, [])) == 1
