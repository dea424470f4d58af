# METADATA
# title: Network rules
# description: What a rule of a security group or firewall lets in or out.
package threatvet.lib.network

# What people administer machines through, by port.
admin_ports := {
	20: "FTP", 21: "FTP", 22: "SSH", 23: "Telnet", 135: "Windows RPC", 445: "Windows file sharing", 2375: "Docker",
	137: "Windows file sharing", 138: "Windows file sharing", 139: "Windows file sharing", 2376: "Docker",
	3389: "remote desktop", 4505: "Salt", 4506: "Salt", 5500: "VNC", 5800: "VNC", 5900: "VNC",
	5985: "Windows remote management", 5986: "Windows remote management", 10250: "kubelet",
}

# What data services listen on, by port.
data_ports := {
	389: "LDAP", 636: "LDAP", 1433: "SQL Server", 1434: "SQL Server", 1521: "Oracle", 2379: "etcd",
	2382: "SQL Server", 2383: "SQL Server", 2484: "Oracle", 3306: "MySQL", 5432: "PostgreSQL", 5439: "Redshift",
	5984: "CouchDB", 6379: "Redis", 7001: "Cassandra", 9042: "Cassandra", 9200: "Elasticsearch",
	9300: "Elasticsearch", 11211: "Memcached", 11214: "Memcached", 11215: "Memcached", 27017: "MongoDB",
	27018: "MongoDB", 27019: "MongoDB", 61621: "Cassandra",
}

# in_from_anywhere holds where a rule admits the whole internet, or so large a
# part of it that it comes to the same.
in_from_anywhere(rule) if {
	rule.direction == "in"
	rule.allow == true
	some cidr in rule.cidrs
	anywhere(cidr)
}

# ways_in are the rules by which the whole internet gets in, with the rule set that
# each is of: several threats ask about each of them.
ways_in := [{"element": element, "rule": rule} |
	some element in input.by_kind["network.rule"]
	opens(element)
	some rule in element.rules
	in_from_anywhere(rule)
]

out_to_anywhere(rule) if {
	rule.direction == "out"
	rule.allow == true
	some cidr in rule.cidrs
	anywhere(cidr)
}

# anywhere holds for a range of a million addresses or more that is not a private
# one.
anywhere(cidr) if cidr in {"0.0.0.0/0", "::/0"}

anywhere(cidr) if {
	[address, text] := split(cidr, "/")
	bits := to_number(text)
	bits < 16
	vast(address, bits)
}

vast(address, _) if contains(address, ":")

vast(address, bits) if {
	not contains(address, ":")
	bits <= 12
	not private(number(address), bits)
}

# A private range that was written too wide admits the strangers next to it.
vast(address, bits) if {
	not contains(address, ":")
	some range in private_ranges
	bits < range.bits
	size := sizes[bits]
	floor(number(address) / size) == floor(range.start / size)
}

# The ranges that nobody can reach from elsewhere: 10.0.0.0, 100.64.0.0, 127.0.0.0,
# 169.254.0.0, 172.16.0.0 and 192.168.0.0.
private_ranges := [
	{"start": 167772160, "bits": 8}, {"start": 1681915904, "bits": 10}, {"start": 2130706432, "bits": 8},
	{"start": 2851995648, "bits": 16}, {"start": 2886729728, "bits": 12}, {"start": 3232235520, "bits": 16},
]

private(number, bits) if {
	some range in private_ranges
	bits >= range.bits
	size := sizes[range.bits]
	floor(number / size) == floor(range.start / size)
}

# How many addresses a range has, by its number of fixed bits.
sizes := {
	0: 4294967296, 1: 2147483648, 2: 1073741824, 3: 536870912, 4: 268435456, 5: 134217728, 6: 67108864, 7: 33554432,
	8: 16777216, 9: 8388608, 10: 4194304, 11: 2097152, 12: 1048576, 13: 524288, 14: 262144, 15: 131072, 16: 65536,
}

number(address) := (((to_number(parts[0]) * 16777216) + (to_number(parts[1]) * 65536)) + (to_number(parts[2]) * 256)) + to_number(parts[3]) if {
	parts := split(address, ".")
}

# covers holds where a rule's ports include one. Ports are -1 where all are
# meant.
covers(rule, _) if {
	rule.protocol in {"tcp", "udp", "any"}
	every_port(rule)
}

covers(rule, port) if {
	rule.protocol in {"tcp", "udp", "any"}
	rule.from_port <= port
	port <= rule.to_port
}

# every_port holds where a rule is about all ports, or nearly all.
every_port(rule) if rule.from_port == -1

every_port(rule) if {
	rule.from_port <= 1024
	rule.to_port >= 65000
}

# named lists the words for the ports of a table that a rule covers.
named(rule, ports) := [ports[rule.from_port] | rule.protocol in {"tcp", "udp", "any"}] if {
	rule.from_port == rule.to_port
	rule.from_port != -1
} else := sort({word | some port, word in ports; covers(rule, port)})

# opens holds for a rule set that decides by itself who gets in. A list that
# guards subnets stands before such sets, and everything in it is open as a
# rule.
opens(element) if count(element.subnets) == 0
