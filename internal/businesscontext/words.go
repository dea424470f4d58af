package businesscontext

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/agnivade/levenshtein"
)

// wrong says what is wrong with a text in its place, or nothing.
func wrong(s string, want shape, what string) string {
	switch want.kind {
	case aVersion:
		if s != "1" {
			return fmt.Sprintf("version %s of the format is not known; this program reads version 1", s)
		}
	case aWord:
		if !slices.Contains(want.words, s) {
			return fmt.Sprintf("%q is not a word for %s%s", s, what, didYouMean(s, want.words, "the words are "))
		}
	case aDate:
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			return fmt.Sprintf("%q is not a date; write %s as 2027-01-31 (year, month, day)", s, what)
		}
	case aCount:
		if _, ok := parseRecords(s); !ok {
			return fmt.Sprintf("%q is not a number of records; write 250000, 40 thousand or 2 million", s)
		}
	case aText:
		if s == "" {
			return what + " is empty"
		}
	}
	return ""
}

// parseRecords reads a number as people write it: 2 million, 40k, 1,500,000.
func parseRecords(s string) (int64, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	for _, about := range []string{"about ", "around ", "over ", "more than ", "up to ", "~"} {
		s = strings.TrimSpace(strings.TrimPrefix(s, about))
	}
	factor := 1.0
	for _, unit := range []struct {
		name   string
		factor float64
	}{
		{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"bn", 1e9}, {"mio", 1e6}, {"k", 1e3}, {"m", 1e6}, {"b", 1e9},
	} {
		if number, ok := strings.CutSuffix(s, unit.name); ok {
			s, factor = strings.TrimSpace(number), unit.factor
			break
		}
	}
	s = strings.NewReplacer(",", "", "_", "", " ", "").Replace(s)
	n, err := strconv.ParseFloat(s, 64)
	n *= factor
	// The bound keeps the conversion exact enough and shuts out infinities.
	if err != nil || !(n >= 0 && n < 1e15) {
		return 0, false
	}
	return int64(n), true
}

// didYouMean names the nearest valid word, or lists the words where none is near.
func didYouMean(given string, valid []string, otherwise string) string {
	if near, ok := nearest(given, valid); ok {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	if otherwise != "" && len(valid) <= 12 {
		return "; " + otherwise + strings.Join(valid, ", ")
	}
	return ""
}

// nearest finds the valid name that is closest to the given one, if any is
// close enough to be meant.
func nearest(given string, valid []string) (string, bool) {
	const longest = 300 // names beyond this are nobody's typing mistake
	if len(given) > longest {
		return "", false
	}
	best, distance := "", 1+max(2, len([]rune(given))/3)
	for _, v := range valid {
		gap := len(v) - len(given)
		if len(v) > longest || max(gap, -gap) > 4*distance {
			continue
		}
		d := levenshtein.ComputeDistance(strings.ToLower(given), strings.ToLower(v))
		if d < distance || d == distance && best != "" && v < best {
			best, distance = v, d
		}
	}
	return best, best != ""
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + strings.TrimSuffix(s[1:], ".")
}

func quote(s string) string { return strconv.Quote(s) }
