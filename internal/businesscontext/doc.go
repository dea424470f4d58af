// Package businesscontext reads what people who know the business write: the
// context files (threat-context.yaml), CODEOWNERS, and acceptances in comments.
// It puts what they say into the system model. It knows the model and no cloud.
//
// Nearer files win: what a file in a sub-folder says of owners, acceptances and
// answers goes before what one further up says, and holds for that folder. Of
// impacts the worse counts, so that nobody can talk down someone else's data.
package businesscontext
