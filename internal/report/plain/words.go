package plain

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Likelihood is the word for a likelihood of 1 to 4.
func Likelihood(n int) string {
	return word(n, "not possible", "unlikely", "possible", "likely", "expected")
}

// Impact is the owner's word for an impact of 0 to 4.
func Impact(n int) string {
	return word(n, "none", "minor", "noticeable", "serious", "severe")
}

// Ease says in words how easy an attack of ease 1 to 4 is.
func Ease(n int) string {
	return word(n, "not possible",
		"rare skill or luck is needed, or a safety net is missing",
		"a position inside is needed first",
		"a public technique and public tools are enough",
		"asking is enough")
}

func word(n int, words ...string) string {
	return words[min(max(n, 0), len(words)-1)]
}

// Rating says a rating in a phrase: "high 8.0, likely and serious".
func Rating(r risk.Rating) string {
	phrase := fmt.Sprintf("%s %.1f, %s and %s", r.Level, r.Score, Likelihood(r.Likelihood), Impact(r.Impact))
	if r.Assumed {
		phrase += " (assumed)"
	}
	if r.Latent {
		phrase += "; latent, nothing uses it yet"
	}
	return phrase
}

// Place is a location as people and editors read it: file:line.
func Place(l model.Location) string {
	if l.IsZero() {
		return ""
	}
	if l.Line == 0 {
		return Line(l.File)
	}
	return fmt.Sprintf("%s:%d", Line(l.File), l.Line)
}

// Gap says what was not analysed, why, and what to do about it.
func Gap(g *model.Gap) string {
	text := Line(g.What)
	if g.Why != "" {
		text += ": " + Line(g.Why)
	}
	if g.Do != "" {
		text += "; " + Line(g.Do)
	}
	return text
}

// End is the word for a path's start or end: internet, any-account and
// account-admin are said in words, ids stay as they are.
func End(id string) string {
	switch id {
	case "internet":
		return "the internet"
	case "any-account":
		return "any account of the provider"
	case "partner-addresses":
		return "the addresses that are let in"
	case "account-admin":
		return "administrator of the account"
	}
	return Line(id)
}

// Goal is what a path gets at, in words.
func Goal(p *model.Path) string {
	end := End(p.End)
	switch p.Gains {
	case "reads":
		return "what " + end + " holds"
	case "changes":
		return "changing what " + end + " holds"
	case "erases":
		return "erasing " + end
	case "identity":
		return "the rights of " + end
	case "account":
		return "another account, " + strings.TrimPrefix(end, "account:")
	}
	return end
}

// Sentence makes sure that s ends like a sentence.
func Sentence(s string) string {
	s = strings.TrimSpace(Line(s))
	if s == "" || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	return s + "."
}
