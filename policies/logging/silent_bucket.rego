# METADATA
# title: Reads leave no trace
# description: >-
#   Someone can copy {data} from {element} without leaving a trace because access to single files
#   is not recorded, which lets a leak stay unnoticed and unprovable.
# custom:
#   id: LOG-004
#   on: store.object
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1530]
#   fix: >-
#     Turn on server access logs (aws_s3_bucket_logging), or data events for the bucket in the
#     trail.
package threatvet.threats.logging.silent_bucket

import data.threatvet.lib.stakes

keeps_logs(element) if {
	some asset in element.data
	"logs" in asset.categories
}

data_events if {
	some trail in input.by_kind["log.trail"]
	trail.facts.object_access_logs == true
}

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.access_logs == false
	stakes.confidentiality(element) >= 2
	not keeps_logs(element)
	not data_events
	not "logging" in element.controls

	threat := {"on": element.id, "because": ["access_logs"]}
}
