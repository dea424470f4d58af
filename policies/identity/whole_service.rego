# METADATA
# title: Everything that a service can do
# description: >-
#   Whoever has {element} can do more harm than its task needs because it allows {actions} on
#   everything, which lets one stolen key reach what it never used.
# custom:
#   id: IAM-032
#   on: identity.policy
#   stride: elevation
#   ease: 1
#   safety_net: true
#   cwe: [250]
#   attack: [T1078.004]
#   fix: >-
#     Name the actions and resources that are needed, instead of a star.
package threatvet.threats.identity.whole_service

import data.threatvet.lib.documents

# stars are the patterns for all actions of a service, where resources are not
# named either, and that for all actions.
stars(statement) := {a | some a in statement.actions; a == "*"} | {a |
	documents.wide(statement)
	some a in statement.actions
	endswith(a, ":*")
}

threats contains threat if {
	some element in input.by_kind["identity.policy"]
	documents.bare(element)
	wide := [s |
		some s in input.policies_of[element.id]
		documents.free(s)
		count(stars(s)) > 0
	]
	count(wide) > 0
	every s in input.policies_of[element.id] {
		not documents.administers(s)
	}

	threat := {
		"on": element.id,
		"because": [],
		"policy": min([s.policy | some s in wide]),
		"values": {"actions": sort({a | some s in wide; some a in stars(s)})},
	}
}
