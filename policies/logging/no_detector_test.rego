package threatvet.threats.logging.no_detector_test

import data.threatvet.threats.logging.no_detector

found(detectors, asset) := threats if {
	threats := no_detector.threats with input.by_kind as {
		"log.detector": detectors,
		"network.vpc": [{"id": "v"}],
		"store.object": [{"id": "b", "data": [asset]}],
	}
}

customers := {"name": "Customers", "confidentiality": 4, "declared": true}

test_fires if {
	some threat in found([], customers)
	threat.values.stake == ["Customers"]
}

test_silent_when_there_is_one if count(found([{"id": "d"}], customers)) == 0

test_silent_when_little_is_at_stake if count(found([], object.union(customers, {"confidentiality": 2}))) == 0

test_silent_when_the_stakes_are_only_assumed if count(found([], object.union(customers, {"declared": false}))) == 0
