package pastedvalue

import "regexp"

// placeOfValue is the text before a value in a query: an opening quote, a
// comparison, LIKE, or an open list of VALUES or IN. Before the name of a table
// or column stand other words.
var placeOfValue = regexp.MustCompile(`(?i)(?:['"]%?|[=<>]|\blike|\bvalues?\s*\([^)]*|\bin\s*\([^)]*)\s*$`)

func isValue(before string) bool { return placeOfValue.MatchString(before) }
