# METADATA
# title: Many can change the web site
# description: >-
#   Whoever takes over any of {identities} can change what customers' browsers run because all of
#   them may write to the web site in {element}, which lets them steal sessions.
# custom:
#   id: OBJ-004
#   on: store.object
#   stride: tampering
#   ease: 2
#   cwe: [829, 494]
#   attack: [T1189, T1565.001]
#   fix: >-
#     Let only the deployment identity write to the bucket that serves the web site.
package threatvet.threats.storage.many_writers_of_site

import data.threatvet.lib.rights

threats contains threat if {
	some element in input.by_kind["store.object"]
	element.facts.website == true

	writers := {g.identity |
		some g in input.grants_on[element.id]
		g.level in {"write", "admin"}
		g.certain == true
		not rights.administrator(g.identity)
		rights.usable(input.identities[g.identity])
	}
	count(writers) > 1

	threat := {
		"on": element.id,
		"because": ["website"],
		"values": {"identities": sort(writers)},
	}
}
