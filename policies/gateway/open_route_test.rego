package threatvet.threats.gateway.open_route_test

import data.threatvet.threats.gateway.open_route

route := {"kind": "http", "method": "GET", "path": "/orders", "authn": "none"}

system := {
	"by_kind": {"gateway.api": [{"id": "api", "exposure": "internet"}]},
	"by_id": {"fn": {"id": "fn", "kind": "compute.function"}, "code": {"id": "code", "kind": "go.service"}},
	"flows_from": {"api": [{"to": "fn"}]},
	"parts_of": {},
	"entry_points_of": {"api": [route]},
}

found(change) := threats if {
	threats := open_route.threats with input as object.union(system, change)
}

test_fires if {
	some threat in found({})
	threat.values.routes == ["GET /orders"]
}

test_silent_when_a_login_is_asked_for if count(found({"entry_points_of": {"api": [object.union(route, {"authn": "iam"})]}})) == 0

test_silent_when_nobody_outside_reaches_it if count(found({"by_kind": {"gateway.api": [{"id": "api", "exposure": "internal"}]}})) == 0

test_silent_when_the_code_behind_was_read if count(found({"parts_of": {"fn": ["code"]}})) == 0

test_silent_when_unknown if count(found({"entry_points_of": {"api": [object.remove(route, ["authn"])]}})) == 0
