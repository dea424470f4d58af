# METADATA
# title: Vendor without an external id
# description: >-
#   Another customer of the owner of account {account} can make it act on us because the trust of
#   {element} asks it for no external id, which lets them borrow its access.
# custom:
#   id: IAM-002
#   on: identity.role
#   stride: spoofing
#   ease: 2
#   cwe: [441]
#   capec: [180]
#   attack: [T1199]
#   fix: >-
#     Require sts:ExternalId in the trust policy; if the account is your own, name a role in it
#     instead of the whole account.
package threatvet.threats.identity.confused_vendor

import data.threatvet.lib.trust

# limiting are the condition keys that a stranger cannot meet.
limiting := {
	"sts:externalid", "aws:principalorgid", "aws:principalorgpaths", "aws:principalarn", "aws:sourceip",
	"aws:sourcevpce", "aws:multifactorauthpresent",
}

# whole holds for a principal that is a whole account.
whole(id) if endswith(id, ":root")

whole(id) if regex.match("^[0-9]{12}$", id)

threats contains threat if {
	some identity in input.identity_list
	some statement in input.policies_of[identity.id]
	statement.kind == "trust"
	trust.allows(statement, "sts:AssumeRole")
	some principal in statement.principals
	account := trust.foreign(principal)
	whole(principal.id)
	count({key | some key in statement.condition_keys; key in limiting}) == 0

	threat := {
		"on": identity.id,
		"because": [],
		"policy": statement.policy,
		"values": {"account": account},
	}
}
