// Package merge joins the models of many repositories into one. It knows the
// model and the stages that look across it, and reads no sources.
//
// Ids get the repository's name before them, so that two repositories with one
// address do not meet. What a part has decided about itself stays as it is; anew
// come the rights from one part to another, the flows whose receiver is in
// another part, and the attack paths.
//
// The account number that stands for an unknown one is replaced: by the number
// that the part's own sources or the caller give, or else by one that no other
// part has, so that a stand-in never joins.
package merge
