package threatvet.threats.logging.short_retention_test

import data.threatvet.threats.logging.short_retention

found(facts) := threats if {
	threats := short_retention.threats with input as {"by_kind": {"log.sink": [{"id": "e", "data": [], "facts": facts}]}}
}

test_fires if {
	some threat in found({"retention_days": 7})
	threat.on == "e"
}

test_silent_when_long_enough if count(found({"retention_days": 90})) == 0

test_silent_when_kept_for_ever if count(found({"retention_days": 0})) == 0

test_silent_when_unknown if count(found({})) == 0

test_fires_on_log_trail if {
	found := short_retention.threats with input as {"by_kind": {"log.trail": [{"id": "e", "exposure": "internet", "data": [{"name": "Orders", "confidentiality": 2, "integrity": 2, "availability": 2, "categories": ["business"]}], "facts": {"retention_days": 7}}]}}
	count(found) == 1
}
