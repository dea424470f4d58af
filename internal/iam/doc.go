// Package iam decides who may do what: it reads the policy documents of a
// system and answers questions about them as AWS documents its own decisions.
// It knows policies, principals and conditions; it knows no Terraform and no
// attack.
//
// A decision has three answers. What the sources do not settle, such as a
// condition on an organisation that is not in them, makes the answer depend,
// and the decision says on what. Values with unknown parts hold [Hole]; a
// pattern with one neither matches nor fails to match, unless its known parts
// rule the match out.
//
// What is not modelled: service-linked roles' own rights, policies on VPC
// endpoints and S3 access points, the list of services that Cognito leaves to
// guests, and more than one account behind the same account number. In clouds
// with role bindings, what denies is not.
package iam

// Hole stands in a text for a part that the sources do not tell.
const Hole = "⟦?⟧"

// grade says how sure a statement is to apply. They are ordered, so that "all
// of" is the smallest and "any of" the greatest.
type grade int8

const (
	no      grade = iota
	unseen        // rests on a part of a policy that the sources do not tell
	depends       // rests on a condition that the sources do not settle
	yes
)

func anyOf(a, b grade) grade { return max(a, b) }

func allOf(a, b grade) grade { return min(a, b) }
