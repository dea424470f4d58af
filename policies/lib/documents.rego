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
wide(statement) if {
	some resource in statement.resources
	regex.match(`^(arn(:[^:]*){4}:((cluster|db|dbuser|document|function|group|instance|key|parameter|policy|project|repository|role|secret|snapshot|table|user)[/:])?)?\*$`, resource)
}

# found_in lists the actions of a table, in lower case, that a document allows
# on everything, with a statement that does. An administrator's document is
# told as such.
found_in(element, table) := {"actions": actions, "policy": min([s.policy | some s in open])} if {
	open := [s | some s in input.policies_of[element.id]; free(s); wide(s); count(of(s, table)) > 0]
	count(open) > 0
	every s in input.policies_of[element.id] {
		not administers(s)
	}
	actions := {a | some s in open; some a in of(s, table)}
}

# of lists the actions of a table that a statement names, by name or by pattern.
of(statement, table) := ({lower(a) | some a in statement.actions} & table) | {a |
	some pattern in statement.actions
	contains(pattern, "*")
	some a in table
	trust.covers(lower(pattern), a)
}
