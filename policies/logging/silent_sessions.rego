# METADATA
# title: Sessions leave no trace
# description: >-
#   Somebody who works on a machine can deny what they typed because {element} keeps no
#   encrypted record of sessions, which lets misuse stay unproven.
# custom:
#   id: LOG-021
#   on: iac.config
#   stride: repudiation
#   ease: 1
#   safety_net: true
#   cwe: [778]
#   attack: [T1562.008, T1651]
#   fix: >-
#     Name a bucket or log group in the document (s3BucketName, cloudWatchLogGroupName), and
#     keep its encryption on.
package threatvet.threats.logging.silent_sessions

threats contains threat if {
	some element in input.by_kind["iac.config"]
	element.facts.sessions_recorded == false

	threat := {"on": element.id, "because": ["sessions_recorded"]}
}
