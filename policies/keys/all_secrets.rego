# METADATA
# title: One role reads every secret
# description: >-
#   Whoever takes over {identity} can read {element} because it may read every secret there is,
#   which lets them reach systems that it never needed.
# custom:
#   id: SEC-004
#   on: secret_store
#   stride: disclosure
#   ease: 2
#   cwe: [732, 269]
#   attack: [T1555.006]
#   fix: >-
#     Name the secrets that the role needs in "Resource" instead of "*".
package threatvet.threats.keys.all_secrets

import data.threatvet.lib.rights
import data.threatvet.lib.trust

reaches_all("*") := true

reaches_all(resource) if regex.match("^arn:[^:]*:secretsmanager:[^:]*:[^:]*:(secret:)?[*]$", resource)

threats contains threat if {
	some grant in rights.of({"secretsmanager:GetSecretValue"})
	input.by_id[grant.on].kind == "secret_store"
	identity := input.identities[grant.identity]
	count(identity.used_by) > 0

	some statement in rights.stated[identity.id]
	trust.allows(statement, "secretsmanager:GetSecretValue")
	some resource in statement.resources
	reaches_all(resource)
	not rights.administrator(identity.id)

	threat := {
		"on": grant.on,
		"because": [],
		"grant": grant.id,
		"values": {"identity": identity.id},
	}
}
