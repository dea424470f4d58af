package threatvet.threats.network.public_in_private_subnet_test

import data.threatvet.threats.network.public_in_private_subnet

found(facts, exposure, name) := threats if {
	threats := public_in_private_subnet.threats with input as {
		"by_kind": {"compute.vm": [{"id": "vm", "facts": facts, "exposure": exposure, "subnets": ["s"]}]},
		"by_id": {"s": {"id": "s", "name": name}},
	}
}

test_fires if count(found({"public_network_access": true}, "internet", "prod-private-a")) == 1

test_silent_when_no_public_address if count(found({"public_network_access": false}, "internet", "private")) == 0

test_silent_when_unknown if count(found({}, "internet", "private")) == 0

test_silent_when_rules_keep_it_off_the_internet if count(found({"public_network_access": true}, "internal", "private")) == 0

test_silent_when_the_subnet_is_public if count(found({"public_network_access": true}, "internet", "public-a")) == 0
