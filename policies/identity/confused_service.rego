# METADATA
# title: Service without a source
# description: >-
#   An attacker can make {service} act on {element} from their own account because its policy lets
#   the service in without naming the source, which lets them read or write through it.
# custom:
#   id: IAM-003
#   on: store.object
#   also: [queue, topic, kms_key, compute.function]
#   stride: spoofing
#   ease: 2
#   cwe: [441]
#   capec: [180]
#   attack: [T1199]
#   fix: >-
#     Require aws:SourceAccount or aws:SourceArn in the statement.
package threatvet.threats.identity.confused_service

# Services that act on resources on behalf of whatever customer sets them up.
for_many_customers := {
	"s3.amazonaws.com", "sns.amazonaws.com", "events.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com",
	"delivery.logs.amazonaws.com", "logging.s3.amazonaws.com", "ses.amazonaws.com", "apigateway.amazonaws.com",
	"iot.amazonaws.com",
}

sources := {
	"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
	"aws:principalorgid", "kms:calleraccount",
}

threats contains threat if {
	some kind in {"store.object", "queue", "topic", "compute.function"}
	some element in input.by_kind[kind]
	some statement in input.policies_of[element.id]
	statement.kind == "resource"
	statement.effect == "Allow"
	some principal in statement.principals
	principal.type == "Service"
	principal.id in for_many_customers
	count({key | some key in statement.condition_keys; key in sources}) == 0

	threat := {
		"on": element.id,
		"because": [],
		"policy": statement.policy,
		"values": {"service": principal.id},
	}
}
