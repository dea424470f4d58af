# METADATA
# title: Role reaches every store
# description: >-
#   An attacker who takes over {element} gets at {stores} because it may read every store of a
#   kind instead of its own, which lets a small flaw expose all data.
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
#     Name the stores that the program uses in "Resource", instead of "*".
package threatvet.threats.identity.reads_every_store

import data.threatvet.lib.documents
import data.threatvet.lib.rights
import data.threatvet.lib.stakes
import data.threatvet.lib.trust

threats contains threat if {
	some identity in input.identity_list
	identity.kind == "role"
	count(identity.used_by) > 0
	some statement in rights.stated[identity.id]
	statement.effect == "Allow"
	"*" in statement.resources
	not rights.administrator(identity.id)

	reached := [g |
		some g in input.grants_by[identity.id]
		g.level in {"read", "admin"}
		g.certain == true
		stakes.holds_data(input.by_id[g.on])
		some action in g.actions
		trust.allows(statement, action)
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
		"values": {"stores": sort(stores)},
		"reaches": sort(stores),
	}
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
		"values": {"stores": sort(found.actions)},
	}
}
