# METADATA
# title: Trust
# description: Whom a statement of a trust or resource policy lets in.
package threatvet.lib.trust

# to_everyone holds for a statement that names all principals.
to_everyone(statement) if {
	some principal in statement.principals
	principal.type in {"*", "AWS"}
	principal.id == "*"
}

# allows holds for a statement that allows an action, by name or by a pattern
# that ends in a star.
allows(statement, action) if {
	statement.effect == "Allow"
	some pattern in statement.actions
	covers(lower(pattern), lower(action))
}

# covers holds where a pattern of actions, in lower case, includes one.
covers(pattern, action) if pattern == action

covers(pattern, action) if {
	contains(pattern, "*")
	not contains(pattern, "?")
	startswith(action, split(pattern, "*")[0])
	glob.match(pattern, null, action)
}

covers(pattern, action) if {
	contains(pattern, "?")
	glob.match(pattern, null, action)
}

# without_conditions holds where nothing limits a statement.
without_conditions(statement) if statement.has_conditions == false

# foreign is the account of a principal that is not ours.
foreign(principal) := account if {
	principal.type == "AWS"
	some account in accounts_in(principal.id)
	count(input.account.numbers) > 0
	not account in input.account.numbers
}

accounts_in(id) := {part |
	some part in split(id, ":")
	regex.match("^[0-9]{12}$", part)
}
