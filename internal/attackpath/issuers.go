package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/iam"
	"github.com/threatvet/threatvet/internal/issuer"
)

// issuerWord stands in a technique for one of the issuers that vouch for whoever
// signs up.
const issuerWord = "{issuer}"

// forIssuers makes of each technique that is about any issuer one for each.
func forIssuers(list []*Technique) []*Technique {
	var all []*Technique
	for _, t := range list {
		if !strings.Contains(t.ID, issuerWord) {
			all = append(all, t)
			continue
		}
		for _, i := range issuer.All() {
			if i.Everyone {
				all = append(all, t.forIssuer(i))
			}
		}
	}
	return all
}

func (t *Technique) forIssuer(i *issuer.Issuer) *Technique {
	words := strings.NewReplacer(issuerWord, i.ID, "{name}", i.Name, "{runs}", i.Runs)
	one := *t
	one.ID, one.Title, one.Says = words.Replace(t.ID), words.Replace(t.Title), words.Replace(t.Says)
	if t.Where != nil && t.Where.Federates == issuerWord {
		where := *t.Where
		where.Federates = i.Host
		where.Claims = map[string]string{"sub": i.Stranger(i.Host), "aud": iam.Chosen}
		one.Where = &where
	}
	return &one
}

// chosen lets a stranger choose the subject where a trust takes that of anybody:
// who names their own projects can meet the rest of a pattern.
func chosen(doc *iam.Document, provider string, claims map[string]string) map[string]string {
	i := issuer.Find(provider)
	if i == nil || !i.Everyone || claims == nil || !slices.ContainsFunc(doc.Statements, func(s iam.Statement) bool { return s.Effect == "Allow" && admits(i, &s) == "any-repository" }) {
		return claims
	}
	return map[string]string{"sub": iam.Chosen, "aud": iam.Chosen}
}

// runOf says which runs of a pipeline an identity provider vouches for.
func runOf(provider string, s *iam.Statement) string {
	i := issuer.Find(provider)
	switch {
	case i == nil:
		return "pipeline"
	case i.Programs:
		return workload
	}
	return admits(i, s)
}

// admits says which runs a trust statement lets in by the subject it asks for.
func admits(i *issuer.Issuer, s *iam.Statement) string {
	anyone := "any-project"
	if i.Everyone {
		anyone = "any-repository"
	}
	asked, as := false, "pipeline"
	for _, c := range s.Conditions {
		operator := strings.ToLower(c.Operator)
		if !strings.HasSuffix(strings.ToLower(c.Key), ":sub") || strings.Contains(operator, "not") {
			continue
		}
		asked = true
		for _, v := range c.Values {
			if strings.Contains(v, iam.Hole) {
				continue
			}
			switch i.Admits(v, strings.Contains(operator, "like")) {
			case issuer.Any:
				return anyone
			case issuer.PullRequest:
				as = "pull-request"
			}
		}
	}
	if !asked && !asksOtherwise(i, s) {
		return anyone
	}
	return as
}

// asksOtherwise reports whether a statement asks for another claim that says
// whose run it is.
func asksOtherwise(i *issuer.Issuer, s *iam.Statement) bool {
	for _, c := range s.Conditions {
		_, claim, _ := strings.Cut(c.Key, ":")
		if slices.Contains(i.Claims, claim) {
			return true
		}
	}
	return false
}
