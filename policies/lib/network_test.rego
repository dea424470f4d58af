package threatvet.lib.network_test

import data.threatvet.lib.network

rule(direction, cidr, from, to) := {
	"direction": direction, "allow": true, "protocol": "tcp", "from_port": from, "to_port": to, "cidrs": [cidr],
}

test_whole_internet if network.in_from_anywhere(rule("in", "0.0.0.0/0", 22, 22))

test_whole_internet_of_version_6 if network.in_from_anywhere(rule("in", "::/0", 22, 22))

test_half_the_internet if network.in_from_anywhere(rule("in", "128.0.0.0/1", 22, 22))

test_not_a_private_range if not network.in_from_anywhere(rule("in", "10.0.0.0/8", 22, 22))

test_not_one_address if not network.in_from_anywhere(rule("in", "203.0.113.7/32", 22, 22))

test_not_a_range_of_version_6 if not network.in_from_anywhere(rule("in", "2001:db8::/32", 22, 22))

test_not_the_other_direction if not network.in_from_anywhere(rule("out", "0.0.0.0/0", 22, 22))

test_not_a_deny if not network.in_from_anywhere(object.union(rule("in", "0.0.0.0/0", 22, 22), {"allow": false}))

test_out if network.out_to_anywhere(rule("out", "0.0.0.0/0", -1, -1))

test_out_is_not_in if not network.out_to_anywhere(rule("in", "0.0.0.0/0", -1, -1))

test_covers_within if network.covers(rule("in", "0.0.0.0/0", 20, 30), 22)

test_covers_all if network.covers(rule("in", "0.0.0.0/0", -1, -1), 22)

test_covers_not_beside if not network.covers(rule("in", "0.0.0.0/0", 443, 443), 22)

test_covers_not_icmp if not network.covers(object.union(rule("in", "0.0.0.0/0", -1, -1), {"protocol": "icmp"}), 22)

test_every_port_by_range if network.every_port(rule("in", "0.0.0.0/0", 0, 65535))

test_not_every_port if not network.every_port(rule("in", "0.0.0.0/0", 1024, 2048))

test_named if network.named(rule("in", "0.0.0.0/0", 5000, 5500), network.data_ports) == ["PostgreSQL", "Redshift"]

test_list_before_subnets_does_not_open if not network.opens({"subnets": ["s"]})

test_set_of_its_own_opens if network.opens({"subnets": []})

test_private_range_written_too_wide if network.anywhere("172.16.0.0/11")

test_private_range_written_too_wide_from_inside if network.anywhere("192.168.99.99/15")

test_private_range if not network.anywhere("172.16.0.0/12")

test_part_of_a_private_range if not network.anywhere("192.168.0.0/17")

test_range_beside_a_private_one if not network.anywhere("172.32.0.0/13")

test_a_million_strangers if network.anywhere("172.32.0.0/12")
