# METADATA
# title: Route open to everyone
# description: >-
#   Anyone on the internet can call {routes} of {element} because the gateway asks for no login or
#   key, which lets them use whatever the code behind does not check by itself.
# custom:
#   id: GW-011
#   on: gateway.api
#   stride: spoofing
#   ease: 1
#   safety_net: true
#   cwe: [306]
#   capec: [115]
#   attack: [T1190]
#   fix: >-
#     Name an authorizer (authorization, authorization_type), or ask for a key (api_key_required);
#     leave it open where everyone is meant.
package threatvet.threats.gateway.open_route

# known_behind holds where code that answers was read, which tells by itself what
# it does not check.
known_behind(element) if {
	some flow in input.flows_from[element.id]
	some part in input.parts_of[flow.to]
	startswith(input.by_id[part].kind, "go.")
}

threats contains threat if {
	some element in input.by_kind["gateway.api"]
	element.exposure == "internet"
	not known_behind(element)
	routes := {concat(" ", [entry.method, entry.path]) |
		some entry in input.entry_points_of[element.id]
		entry.kind == "http"
		entry.authn == "none"
	}
	count(routes) > 0

	threat := {
		"on": element.id,
		"because": [],
		"values": {"routes": sort(routes)},
	}
}
