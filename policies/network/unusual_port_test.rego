package threatvet.threats.network.unusual_port_test

import data.threatvet.threats.network.unusual_port

found(rule, subnets) := threats if {
	threats := unusual_port.threats with input as {"by_kind": {"network.rule": [{
		"id": "e",
		"subnets": subnets, "rules": [object.union({"index": 0, "direction": "in", "allow": true, "protocol": "tcp", "from_port": 7000, "to_port": 7000, "cidrs": ["0.0.0.0/0"]}, rule)],
	}]}}
}

test_fires if {
	some threat in found({}, [])
	threat.values.service == "tcp port 7000"
}

test_fires_on_a_range if {
	some threat in found({"from_port": 7010, "to_port": 7100}, [])
	threat.values.service == "tcp ports 7010 to 7100"
}

test_fires_on_pings if {
	some threat in found({"protocol": "icmp", "from_port": -1, "to_port": -1}, [])
	threat.values.service == "the protocol icmp"
}

test_silent_on_web_sites if count(found({"from_port": 443, "to_port": 443}, [])) == 0

test_silent_when_told_as_administration if count(found({"from_port": 22, "to_port": 22}, [])) == 0

test_silent_when_told_as_data if count(found({"from_port": 5432, "to_port": 5432}, [])) == 0

test_silent_when_few_may if count(found({"cidrs": ["203.0.113.0/24"]}, [])) == 0

test_fires_when_every_port_is_open if {
	some threat in found({"from_port": 0, "to_port": 65535}, [])
	threat.values.service == "every port"
}

test_silent_on_a_list_of_subnets if count(found({}, ["s"])) == 0
