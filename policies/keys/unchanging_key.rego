# METADATA
# title: The key hardly changes
# description: >-
#   An attacker with one old copy of {element} can read most of what was stored since because
#   {what}, which lets a past leak open today's data.
# custom:
#   id: KMS-004
#   on: kms_key
#   stride: disclosure
#   ease: 1
#   safety_net: true
#   cwe: [324]
#   attack: [T1552]
#   fix: >-
#     Turn rotation on, every 90 days or so ("enable_key_rotation = true", "rotation_period =
#     \"7776000s\"", a rotation_policy).
#   fixes:
#     aws: >-
#       Set "enable_key_rotation = true".
#     azurerm: >-
#       Add a rotation_policy with an automatic rotation.
#     google: >-
#       Set "rotation_period = \"7776000s\"", which is every 90 days.
package threatvet.threats.keys.unchanging_key

lacks(element) := object.union(
	{"rotation": "the key is not changed by itself" | element.facts.rotation == false},
	{"rotation_days": concat(" ", ["the key changes only every", format_int(element.facts.rotation_days, 10), "days"]) |
		element.facts.rotation_days > 90
		element.facts.rotation == true
	},
)

threats contains threat if {
	some element in input.by_kind.kms_key
	missing := lacks(element)
	count(missing) > 0

	threat := {
		"on": element.id,
		"because": [fact | some fact, _ in missing],
		"values": {"what": concat(" and ", [words | some words in missing])},
	}
}
