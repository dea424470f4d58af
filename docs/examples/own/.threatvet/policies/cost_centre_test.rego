package threatvet.threats.acme.cost_centre_test

import data.threatvet.threats.acme.cost_centre

found(tags) := threats if {
	threats := cost_centre.threats with input as {"by_kind": {"store.object": [{"id": "e", "tags": tags}]}}
}

test_fires if count(found({})) == 1

test_silent_when_tagged if count(found({"cost-centre": "4711"})) == 0
