# METADATA
# title: Federation with pipelines
# description: Which runs of a code host's pipelines a trust statement lets in.
package threatvet.lib.federation

# Where pipelines run that anyone may sign up for.
code_hosts := {"token.actions.githubusercontent.com", "gitlab.com", "vstoken.dev.azure.com", "api.bitbucket.org"}

code_host(statement) := host if {
	some principal in statement.principals
	principal.type == "Federated"
	some host in code_hosts
	contains(principal.id, host)
}

# on_subject are the conditions on the claim that says which repository, branch
# or environment a run is of.
on_subject(statement) := [c | some c in statement.conditions; endswith(c.key, ":sub")]

subject_unknown(statement) if {
	some condition in on_subject(statement)
	object.get(condition, "values", []) == []
}

# owner_named holds where no wildcard stands before the repository's name, in
# any of the subjects that are let in.
owner_named(statement) if {
	some condition in on_subject(statement)
	every value in condition.values {
		names_owner(condition.operator, value)
	}
}

names_owner(operator, _) if not contains(operator, "like")

names_owner(operator, value) if {
	contains(operator, "like")
	contains(split(value, "*")[0], "/")
}

# branch_named holds where a branch, tag or environment is named in all of them.
branch_named(statement) if {
	some condition in on_subject(statement)
	every value in condition.values {
		regex.match(":(ref:refs/(heads|tags)/|ref_type:branch:ref:|environment:)[^*]", value)
	}
}
