# METADATA
# title: Rights
# description: >-
#   Who may do what. Rights are decided before policies run: a Deny has already
#   taken away what it forbids.
package threatvet.lib.rights

import data.threatvet.lib.documents
import data.threatvet.lib.trust

# gives holds where a right includes an action. A right of the level admin is
# every action there is.
gives(grant, action) if action in grant.actions

gives(grant, _) if grant.level == "admin"

# administrator holds where an identity may do everything in the account.
administrator(identity) if {
	some grant in input.grants_by[identity]
	grant.on == "account"
	grant.level == "admin"
	grant.certain == true
}

# Whose own policies say everything gains nothing from a right more, be it that
# the account is another one or that something else holds them back.
administrator(identity) if {
	some statement in stated[identity]
	documents.administers(statement)
}

administrator(identity) if {
	some holder in array.concat([identity], input.identities[identity].groups)
	count(input.full_rights_of[holder]) > 0
}

# usable holds for an identity that somebody can act as: something runs as it,
# it is a person's or a program's login, or it may be taken on from elsewhere.
usable(identity) if count(identity.used_by) > 0

usable(identity) if identity.kind in {"user", "human", "federated"}

usable(identity) if {
	some grant in input.grants_on[identity.id]
	gives(grant, "sts:AssumeRole")
}

usable(identity) if {
	some path in input.paths
	some step in path.steps
	step.to == identity.id
}

# stronger holds where an identity has rights that matter and that another does
# not have anyway.
stronger(identity, than) if {
	identity != than
	not administrator(than)
	administrator(identity)
}

stronger(identity, than) if {
	identity != than
	not administrator(than)
	some grant in input.grants_by[identity]
	grant.level in {"read", "write", "permissions", "admin"}
	not has(than, grant)
}

has(identity, grant) if {
	some own in input.grants_by[identity]
	own.on == grant.on
	own.level == grant.level
}

nearness := {"internet": 5, "internet_authenticated": 4, "partner": 3, "internal": 2, "privileged": 1, "none": 0}

# exposure is how near attackers are to what runs as an identity, from 0 to 5.
default exposure(_) := 0

exposure(identity) := max([nearness[input.by_id[id].exposure] | some id in input.identities[identity].used_by])

# nearest picks the right whose holder is easiest for attackers to take over;
# of several, the last by id.
nearest(grants) := found if {
	[_, id] := max([[exposure(g.identity), g.id] | some g in grants])
	some found in grants
	found.id == id
}

# states holds where some policy of an identity, or of a group it is in, says
# that it may do an action on something, and none forbids the action
# everywhere. It serves for actions that make something new, on which no right
# can have been decided.
states(identity, action) if {
	some statement in statements(identity)
	trust.allows(statement, action)
	not forbidden(identity, action)
}

forbidden(identity, action) if {
	some statement in statements(identity)
	statement.effect == "Deny"
	statement.has_conditions == false
	"*" in statement.resources
	denies(statement, action)
}

denies(statement, action) if {
	some pattern in statement.actions
	trust.covers(lower(pattern), lower(action))
}

denies(statement, action) if {
	count(statement.not_actions) > 0
	every pattern in statement.not_actions {
		not trust.covers(lower(pattern), lower(action))
	}
}

statements(identity) := [s |
	some holder in array.concat([identity.id], identity.groups)
	some s in input.policies_of[holder]
	s.kind == "identity"
]

# stated keeps the statements of the identities that are asked about more often
# than once.
stated[id] := statements(identity) if some id, identity in input.identities

# of lists the certain rights that include one of several actions. It starts
# from the actions, of which most estates grant few.
of(actions) := {g |
	some action in actions
	some pattern in {action, concat("", [split(action, ":")[0], ":*"])}
	some g in input.grants_of[pattern]
	g.certain == true
	g.on != "account"
}

# gainful keeps the rights whose holders somebody can act as, and who cannot do
# everything anyway.
gainful(grants) := {g |
	some g in grants
	not administrator(g.identity)
	usable(input.identities[g.identity])
}

# further keeps of the gainful rights those of identities that may not write
# themselves any right anyway: one change takes all of these away.
further(grants) := {g |
	some g in gainful(grants)
	not g.identity in sovereign
}

# sovereign are the identities that may give themselves any right.
sovereign contains grant.identity if some grant in gainful(over_itself)

changing := {
	"iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:AttachUserPolicy",
	"iam:PutGroupPolicy", "iam:AttachGroupPolicy",
}

# over_itself are the rights to change what the holder's own policies say.
over_itself contains grant if {
	some grant in of(changing)
	grant.on in array.concat([grant.identity], input.identities[grant.identity].groups)
}

# A policy that stands elsewhere and says word for word what the identity holds
# is attached to it.
over_itself contains grant if {
	some grant in of({"iam:CreatePolicyVersion"})
	not input.identities[grant.on]
	some theirs in input.policies_of[grant.on]
	some own in stated[grant.identity]
	own.index == theirs.index
	own.actions == theirs.actions
	own.resources == theirs.resources
}

# by_holder groups rights by who has them.
by_holder(grants) := {holder: [g | some g in grants; g.identity == holder] | some h in grants; holder := h.identity}
