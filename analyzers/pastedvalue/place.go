package pastedvalue

import (
	"regexp"

	"github.com/threatvet/threatvet/internal/gocode"
)

// placeOfValue is the text before a value in a query: an opening quote, a
// comparison, LIKE, or an open list of VALUES or IN. Before the name of a table
// or column stand other words.
var placeOfValue = regexp.MustCompile(`(?i)(?:['"]%?|[=<>]|\blike|\bvalues?\s*\([^)]*|\bin\s*\([^)]*)\s*$`)

func isValue(before string) bool { return placeOfValue.MatchString(before) }

// namesValue reports whether a name is that of something people type, which is
// never the beginning of a query.
func namesValue(name string) bool {
	return gocode.IsPassword(name) || gocode.HasWord(name, "username", "email", "login", "surname", "firstname", "lastname", "phone", "address", "city")
}
