# METADATA
# title: No second factor
# description: >-
#   Whoever has a password of {element} can sign in with it because no second factor is asked
#   for, which lets a leaked or guessed password be enough.
# custom:
#   id: IDP-001
#   on: identity_provider
#   also: [identity.group]
#   stride: spoofing
#   ease: 2
#   safety_net: true
#   cwe: [308]
#   attack: [T1078, T1110.004]
#   fix: >-
#     Ask for a second factor (mfa_configuration = "ON"), or give the group's rights only with
#     aws:MultiFactorAuthPresent.
package threatvet.threats.identity.no_second_factor

threats contains threat if {
	some kind in {"identity_provider", "identity.group"}
	some element in input.by_kind[kind]
	element.facts.mfa_required == false

	threat := {"on": element.id, "because": ["mfa_required"]}
}
