# METADATA
# title: Powerful role on the internet
# description: >-
#   An attacker who breaks the program on {element} gets far-reaching rights because it is
#   reachable from the internet and runs as {identity}, which may {may}, which lets a small flaw
#   become a takeover.
# custom:
#   id: CMP-005
#   on: compute.vm
#   also: [compute.container, compute.function]
#   stride: elevation
#   ease: 2
#   cwe: [250]
#   capec: [122]
#   attack: [T1552.005, T1078.004]
#   fix: >-
#     Give what faces the internet a role that may do only what the program needs.
package threatvet.threats.compute.powerful_and_exposed

# powers lists what makes an identity dangerous to lose: the whole account, or
# else the rights of others.
powers(identity) := whole if {
	whole := [{"grant": g.id, "words": "do anything in the account"} | some g in administrative(identity)]
	count(whole) > 0
} else := [{"grant": g.id, "words": concat(" ", ["change the rights of", g.on])} |
	some g in input.grants_by[identity]
	g.level == "permissions"
	g.certain == true
	input.identities[g.on]
]

administrative(identity) := [g |
	some g in input.grants_by[identity]
	g.on == "account"
	g.level == "admin"
	g.certain == true
]

threats contains threat if {
	some kind in {"compute.vm", "compute.container", "compute.function"}
	some element in input.by_kind[kind]
	element.exposure == "internet"
	some may in powers(element.runs_as)

	threat := {
		"on": element.id,
		"because": [],
		"grant": may.grant,
		"values": {"identity": element.runs_as, "may": may.words},
	}
}
