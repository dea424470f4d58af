package threatvet.threats.acme.region_test

import data.threatvet.threats.acme.region

found(where) := threats if {
	threats := region.threats with input as {"by_kind": {"store.object": [{"id": "e", "region": where}]}}
}

test_fires if {
	some threat in found("us-east-1")
	threat.values.region == "us-east-1"
}

test_silent_in_the_eu if count(found("eu-central-1")) == 0

test_silent_when_unknown if count(found("")) == 0
