// Package risk rates a threat to one part of the system: how likely it is, how
// bad, and why. It knows the model and the words of owners; it knows no
// Terraform, no Go and no cloud.
//
// Every number is a small integer with a reason:
//
//	L = clamp(min(ease, exposure) - controls + path, 1, 4)
//	I = the owner's word for what the threat does, 0 none to 4 severe
//
// and the pair is looked up in a table whose scores fall into the bands that
// GitHub fixes for security-severity.
//
// A threat can do harm in two ways: to what lies where it strikes, and to what
// an attacker reaches from there. The first takes the path factor: being one
// step of a whole way to data that matters makes the step worth more. The second
// already counts that data as impact and so does not take the factor again. The
// higher of the two is the rating.
package risk
