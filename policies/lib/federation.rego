# METADATA
# title: Federation with pipelines
# description: Which runs of a code host's pipelines a trust statement lets in.
package threatvet.lib.federation

import data.threatvet.lib.issuers

# code_host is the issuer that a statement trusts, of those where anyone may sign
# up and have pipelines run.
code_host(statement) := host if {
	some principal in statement.principals
	principal.type == "Federated"
	parts := split(principal.id, "oidc-provider/")
	host := parts[count(parts) - 1]
	issuers.shared[host]
}

# on_subject are the conditions on the claim that says which repository, branch
# or environment a run is of.
on_subject(statement) := [c | some c in statement.conditions; endswith(c.key, ":sub")]

subject_unknown(statement) if {
	some condition in on_subject(statement)
	object.get(condition, "values", []) == []
}

# owner_named holds where all of the subjects that are let in say whose run it
# is, without a wildcard.
owner_named(statement) if {
	some condition in on_subject(statement)
	every value in condition.values {
		names_owner(code_host(statement), condition.operator, value)
	}
}

names_owner(_, operator, _) if not contains(operator, "like")

names_owner(host, operator, value) if {
	contains(operator, "like")
	regex.match(issuers.shared[host].named, value)
}

# branch_named holds where a branch, tag or environment is named in all of them.
branch_named(statement) if {
	some condition in on_subject(statement)
	every value in condition.values {
		regex.match(issuers.shared[code_host(statement)].branch, value)
	}
}
