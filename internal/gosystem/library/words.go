package library

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// didYouMean names the nearest of the valid words, or lists them all where
// none is near.
func didYouMean(word string, valid []string) string {
	if near := Nearest(word, valid); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "there are " + strings.Join(valid, ", ")
}

// Nearest returns the valid word that a misspelt one was most likely meant to
// be, or nothing.
func Nearest(word string, valid []string) string {
	const longest = 200 // no typing mistake is in a longer word
	if len(word) > longest {
		return ""
	}
	best, distance := "", 2+len(word)/3
	for _, v := range valid {
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(v)); len(v) <= longest && d < distance {
			best, distance = v, d
		}
	}
	return best
}
