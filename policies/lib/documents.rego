# METADATA
# title: Documents
# description: What a policy document gives, where the sources do not show whose rights it makes.
package threatvet.lib.documents

import data.threatvet.lib.trust

# bare holds for a policy that no identity of the sources carries. Those of an
# identity are judged with all of its rights.
bare(element) if element.facts.held_by in {"nobody", "outside"}

# administers holds for a statement that allows everything on everything.
administers(statement) if {
	free(statement)
	"*" in statement.resources
	some action in statement.actions
	action in {"*", "*:*"}
}

# free holds for a statement that allows something without a condition.
free(statement) if {
	statement.effect == "Allow"
	trust.without_conditions(statement)
}

# wide holds for a statement about every resource, or every one of a kind.
wide(statement) if "*" in statement.resources

wide(statement) if {
	some resource in statement.resources
	endswith(resource, "*")
	regex.match(`^(arn(:[^:]*){4}:((cluster|db|dbuser|document|function|group|instance|key|parameter|policy|project|repository|role|secret|snapshot|table|user)[/:])?)?\*$`, resource)
}

# unbounded holds for a document that lets its holder take every right there is,
# which is worse than any one of them.
unbounded(element) if {
	some statement in input.policies_of[element.id]
	free(statement)
	wide(statement)
	count(of(statement, rights_over_rights)) > 0
}

rights_over_rights := {"iam": {
	"iam:attachgrouppolicy": 1, "iam:attachrolepolicy": 1, "iam:attachuserpolicy": 1, "iam:createpolicyversion": 1,
	"iam:putgrouppolicy": 1, "iam:putrolepolicy": 1, "iam:putuserpolicy": 1, "iam:updateassumerolepolicy": 1,
}}

# by_service sorts the actions of a set under their services.
by_service(actions) := {service: {lower(a): a | some a in actions; startswith(lower(a), concat("", [service, ":"]))} |
	some action in actions
	service := lower(split(action, ":")[0])
}

# loose are the policies that no identity of the sources carries and that are not
# unbounded: several threats ask about each of them.
loose := [element |
	some element in input.by_kind["identity.policy"]
	bare(element)
	not unbounded(element)
]

# to_all lists the statements of a holder that allow something on everything.
to_all(id) := [s | some s in input.policies_of[id]; free(s); wide(s)]

# found_in lists what a table says of the actions that a document allows on
# everything, with a statement that does. A table has the actions of each service,
# in lower case. An administrator's document is told as such.
found_in(element, table) := {"actions": actions, "policy": min([s.policy | some s in open])} if {
	open := [s | some s in to_all(element.id); count(of(s, table)) > 0]
	count(open) > 0
	every s in input.policies_of[element.id] {
		not administers(s)
	}
	actions := {word | some s in open; some word in of(s, table)}
}

# of lists what a table says of the actions that a statement names, by name or by
# pattern.
of(statement, table) := {word |
	some pattern in statement.actions
	low := lower(pattern)
	some action, word in table[split(low, ":")[0]]
	names(low, action)
}

names(pattern, action) if pattern == action

names(pattern, action) if {
	endswith(pattern, "*")
	not contains(trim_suffix(pattern, "*"), "*")
	startswith(action, trim_suffix(pattern, "*"))
}

names(pattern, action) if {
	contains(trim_suffix(pattern, "*"), "*")
	trust.covers(pattern, action)
}
