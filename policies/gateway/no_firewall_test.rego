package threatvet.threats.gateway.no_firewall_test

import data.threatvet.threats.gateway.no_firewall

system(change, confidentiality) := {
	"by_kind": {"gateway.lb": [object.union({"id": "lb", "exposure": "internet", "controls": [], "through": [], "leads_to": ["db"]}, change)]},
	"by_id": {
		"db": {"id": "db", "data": [{"name": "Orders", "confidentiality": confidentiality, "integrity": 0}]},
		"cdn": {"id": "cdn", "controls": ["waf"]},
	},
}

found(change, confidentiality) := threats if {
	threats := no_firewall.threats with input as system(change, confidentiality)
}

test_fires if {
	some threat in found({}, 3)
	threat.reaches == ["db"]
}

test_silent_when_guarded if count(found({"controls": ["waf"]}, 3)) == 0

test_silent_when_guarded_at_the_cdn if count(found({"through": ["cdn"]}, 3)) == 0

test_silent_when_little_is_behind if count(found({}, 2)) == 0

test_silent_when_internal if count(found({"exposure": "internal"}, 3)) == 0

alone(change) := threats if {
	threats := no_firewall.threats with input as {
		"by_kind": {"gateway.cdn": [object.union({"id": "cdn", "exposure": "internet", "controls": [], "through": [], "leads_to": [], "uses": []}, change)]},
		"by_id": {}, "flows_from": {},
	}
}

test_fires_where_nothing_is_shown_behind if count(alone({})) == 1

test_silent_where_a_guarded_edge_shows_nothing_behind if count(alone({"controls": ["waf"]})) == 0

test_silent_where_its_settings_name_something if count(alone({"uses": ["sg"]})) == 0
