// Package plain makes text from hostile sources safe to show, and says numbers
// in words. It knows how terminals, Markdown and reviewers can be deceived; it
// knows no format.
package plain

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Line returns s as one line that cannot steer a terminal, turn the direction
// of writing or command a build service: what would is written out as an escape,
// line breaks and tabs become spaces, and what is not UTF-8 becomes U+FFFD.
func Line(s string) string {
	if isPlain(s) {
		return silence(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
		case steers(r):
			writeEscape(&b, r)
		default:
			b.WriteRune(r)
		}
	}
	return silence(b.String())
}

// Cut shortens s to at most limit characters, the last of which is then an
// ellipsis. It never splits a character.
func Cut(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	count := 0
	end := 0 // where the text ends if an ellipsis has to follow
	for i := range s {
		if count == limit-1 {
			end = i
		}
		if count == limit {
			return s[:end] + "…"
		}
		count++
	}
	return s
}

// Number writes n in digits, with a comma between thousands.
func Number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// Count says a number of things: Count(1, "path") is "1 path", Count(2, "path")
// "2 paths".
func Count(n int, thing string) string {
	switch {
	case n == 1:
		return "1 " + thing
	case strings.HasSuffix(thing, "y") && !strings.HasSuffix(thing, "ay") && !strings.HasSuffix(thing, "ey"):
		return Number(n) + " " + strings.TrimSuffix(thing, "y") + "ies"
	default:
		return Number(n) + " " + thing + "s"
	}
}

// JSON returns encoded JSON in which characters that steer a terminal and the
// commands of build services are written as \u escapes, which changes how it is written and not what it says.
func JSON(encoded []byte) []byte {
	encoded = anyCommand.ReplaceAll(encoded, []byte(`#\u0023$1`))
	if !bytes.ContainsFunc(encoded, isHidden) {
		return encoded
	}
	var b bytes.Buffer
	for _, r := range string(encoded) {
		if !isHidden(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return b.Bytes()
}

// isHidden leaves out line breaks and the like, which JSON itself escapes in
// strings and uses between them.
func isHidden(r rune) bool { return r >= 0x7f && steers(r) }

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c >= 0x7f {
			return false
		}
	}
	return true
}

// steers reports whether r does something else than show: control characters,
// bidirectional overrides and isolates, line and paragraph separators, and
// characters without a width that make two different names look the same.
func steers(r rune) bool {
	switch {
	case unicode.IsControl(r):
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff, r == 0x061c:
		return true
	case r >= 0xe0000 && r <= 0xe007f: // tags: invisible letters
		return true
	}
	return false
}

func writeEscape(b *strings.Builder, r rune) {
	if r < utf8.RuneSelf || r <= 0xff {
		fmt.Fprintf(b, `\x%02x`, r)
		return
	}
	fmt.Fprintf(b, `\u%04x`, r)
}
