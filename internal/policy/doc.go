// Package policy asks the Rego policies which threats a system is open to. It
// knows OPA and the shape of the model, and no threat: those are files, the
// built-in ones in the policies directory and the user's own in
// .threatvet/policies.
//
// A policy sees a lean projection of the model as input. A fact is there with
// its plain value where it is known and absent where it is not, so that a
// comparison with it cannot hold of something unknown:
//
//	input.by_kind[kind]          the elements of a kind, an empty list for none
//	input.by_id[id]              an element
//	input.members_of[id]         ids of the elements in a rule set, subnet or network
//	input.parts_of[id]           ids of the elements that are part of one
//	input.grants_on[id]          what identities may do to it
//	input.grants_by[identity]    what an identity may do
//	input.grants_of[action]      who may do an action, to what; "iam:*" for all
//	input.flows_from[id], input.flows_to[id]
//	input.entry_points_of[id]
//	input.identities[id], input.identity_list
//	input.policies_of[holder]    the statements of its policy documents
//	input.full_rights_of[holder] the managed policies of it that state every right
//	input.weaknesses[kind]       what analyzers proved in code
//	input.reported[threat]       the same, by the threat they report it under
//	input.paths                  ways from an attacker to what matters
//	input.zones[id], input.account
//
// The input has a JSON Schema, so that a policy with a misspelt kind, field or
// fact does not compile. A policy that fails in any way is one gap of the
// report, and the others run on.
package policy
