# METADATA
# title: Role reaches more than its program needs
# description: >-
#   An attacker who takes over {element} gets at {stores} because it may {excess}, which lets a
#   small flaw expose more data than the program works with.
# custom:
#   id: IAM-018
#   on: identity.role
#   also: [identity.policy]
#   stride: elevation
#   ease: 2
#   cwe: [269, 732]
#   capec: [122]
#   attack: [T1530]
#   fix: >-
#     Allow what the program needs on the stores that it uses, by name instead of "*". Where its
#     code is at hand, threatvet explain prints the policy.
package threatvet.threats.identity.reads_every_store

import data.threatvet.lib.documents
import data.threatvet.lib.rights
import data.threatvet.lib.stakes
import data.threatvet.lib.trust

threats contains threat if {
	some identity in input.identity_list
	identity.kind == "role"
	count(identity.used_by) > 0
	wide := unnamed(identity)
	count(wide) > 0
	not rights.administrator(identity.id)

	reached := [g |
		some g in input.grants_by[identity.id]
		g.level in {"read", "admin"}
		g.certain == true
		stakes.holds_data(input.by_id[g.on])
		allowed(wide, g.actions)
	]
	stores := {g.on | some g in reached}
	count(stores) > 1
	some store in stores
	stakes.confidentiality(input.by_id[store]) >= 3
	grant := rights.nearest(reached)

	threat := {
		"on": identity.id,
		"because": [],
		"grant": grant.id,
		"values": {"stores": sort(stores), "excess": of_a_kind},
		"reaches": sort(stores),
		"snippet": object.get(identity, "smallest", ""),
	}
}

of_a_kind := "read every store of a kind instead of its own"

# unnamed are the statements that allow something on everything there is.
unnamed(identity) := [statement |
	some statement in rights.stated[identity.id]
	statement.effect == "Allow"
	"*" in statement.resources
]

allowed(statements, actions) if {
	some statement in statements
	some action in actions
	trust.allows(statement, action)
}

# What the code never calls is known where every program that runs as the role is.
threats contains threat if {
	some identity in input.identity_list
	identity.kind == "role"
	count(identity.unused) > 0
	count(unnamed(identity)) == 0
	unused := [g |
		some id in identity.unused
		some g in input.grants_by[identity.id]
		g.id == id
		g.certain == true
		exceeds(g)
	]
	grant := rights.nearest(unused)
	stores := sort({g.on | some g in unused})

	threat := {
		"on": identity.id,
		"because": [],
		"grant": grant.id,
		"values": {
			"stores": stores,
			"excess": concat(" ", [
				"do there what no call in its code needs:",
				concat(", ", sort({g.actions[0] | some g in unused})),
			]),
		},
		"reaches": stores,
		"snippet": object.get(identity, "smallest", ""),
	}
}

# exceeds holds for a right to serious data that nobody needs.
exceeds(grant) if {
	grant.level in {"read", "admin"}
	store := input.by_id[grant.on]
	stakes.holds_data(store)
	stakes.confidentiality(store) >= 3
}

exceeds(grant) if {
	grant.level in {"write", "permissions"}
	store := input.by_id[grant.on]
	stakes.holds_data(store)
	stakes.integrity(store) >= 3
}

# What each action reads, where the sources do not show which stores there are.
every_store := {
	"athena": {"athena:getqueryresults": "every query result"},
	"codecommit": {"codecommit:getfile": "all code"},
	"dynamodb": {"dynamodb:getitem": "every table", "dynamodb:query": "every table", "dynamodb:scan": "every table"},
	"rds": {"rds:downloaddblogfileportion": "every database log"},
	"s3": {"s3:getobject": "every bucket"},
	"secretsmanager": {"secretsmanager:getsecretvalue": "every secret"},
	"ssm": {
		"ssm:getparameter": "every parameter", "ssm:getparameters": "every parameter",
		"ssm:getparametersbypath": "every parameter",
	},
}

threats contains threat if {
	some element in documents.loose
	found := documents.found_in(element, every_store)

	threat := {
		"on": element.id,
		"because": [],
		"policy": found.policy,
		"values": {"stores": sort(found.actions), "excess": of_a_kind},
	}
}
