package threatvet.lib.stakes_test

import data.threatvet.lib.stakes

serious := {"name": "Customers", "confidentiality": 3, "integrity": 1, "availability": 0}

minor := {"name": "Pictures", "confidentiality": 1, "integrity": 1, "availability": 2}

test_the_worst_counts if stakes.confidentiality({"data": [minor, serious]}) == 3

test_nothing_is_0 if stakes.confidentiality({"data": []}) == 0

test_availability if stakes.availability({"data": [minor, serious]}) == 2

test_integrity if stakes.integrity({"data": [serious]}) == 1

test_serious if stakes.serious({"data": [serious]})

test_minor_is_not_serious if not stakes.serious({"data": [minor]})

test_store_holds_data if stakes.holds_data({"kind": "store.sql"})

test_gateway_holds_none if not stakes.holds_data({"kind": "gateway.lb"})

shop := {"by_id": {
	"lb": {"id": "lb", "leads_to": ["db", "log"]},
	"db": {"id": "db", "data": [serious], "leads_to": []},
	"log": {"id": "log", "data": [minor]},
}}

test_behind if stakes.at_stake_behind(shop.by_id.lb) == ["Customers"] with input as shop

test_nothing_behind_a_store if stakes.at_stake_behind(shop.by_id.db) == [] with input as shop
