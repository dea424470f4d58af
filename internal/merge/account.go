package merge

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/model"
)

// account is the AWS account of a part. It is known where the sources of the
// part tell one number, or the caller does.
type account struct {
	number string
	known  bool
}

var digits = regexp.MustCompile(`^(?:arn:[a-z-]+:iam::)?([0-9]{12})(?::|$)`)

func isNumber(s string) bool { return len(s) == 12 && strings.Trim(s, "0123456789") == "" }

// accountOf tells the account of the part with a place in the order of names.
func accountOf(sys *model.System, given string, place int) account {
	if given != "" {
		return account{number: given, known: true}
	}
	found := ""
	for _, e := range sys.Elements {
		if e.Provider != "aws" {
			continue
		}
		m := digits.FindStringSubmatch(e.Account)
		if m == nil || found != "" && found != m[1] {
			return unknownAccount(place)
		}
		found = m[1]
	}
	if found == "" || found == iam.StandIn {
		return unknownAccount(place)
	}
	return account{number: found, known: true}
}

// unknownAccount is a number that no other part has. AWS gives out none that
// begin so.
func unknownAccount(place int) account {
	return account{number: fmt.Sprintf("000000%06d", place+1)}
}

// apply puts the number where the stand-in is, in what serves to join.
func (a account) apply(sys *model.System) {
	put := func(s *string) { *s = strings.ReplaceAll(*s, iam.StandIn, a.number) }
	for _, e := range sys.Elements {
		if e.Provider == "aws" {
			e.RegionAssumed = e.Region == ""
			if a.known {
				e.Account = a.number
			}
			e.Scopes = append(e.Scopes, iam.AccountScope+a.number)
		}
		for i := range e.Aliases {
			put(&e.Aliases[i])
		}
	}
	for _, i := range sys.Identities {
		put(&i.ARN)
	}
	for _, p := range sys.Policies {
		put(&p.Document)
		put(&p.Holder)
	}
}
