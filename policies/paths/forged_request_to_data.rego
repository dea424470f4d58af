# METADATA
# title: From a forged request to the data
# description: >-
#   An attacker on the internet can make {entrance} fetch an address of their choice, take the
#   credentials of {role} from the metadata service and so reach {end} because no step on the way
#   is guarded, which lets one request expose {data}.
# custom:
#   id: XP-001
#   on: path
#   stride: disclosure
#   ease: 3
#   cwe: [918, 250]
#   capec: [664]
#   attack: [T1190, T1552.005, T1078.004, T1530]
#   fix: >-
#     Break the way where it costs least: require session tokens of the metadata service, or check
#     addresses before requests.
package threatvet.threats.paths.forged_request_to_data

threats contains threat if {
	some path in input.paths
	"request-forgery" in path.techniques
	some lent in path.steps
	lent.technique in {"x-imds", "x-ecs-creds"}
	some first in path.steps
	first.technique == "request-forgery"

	threat := {
		"on": path.id,
		"because": [],
		"path": path.id,
		"values": {"entrance": first.to, "role": lent.to},
	}
}
