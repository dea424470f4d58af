package plain

import (
	"regexp"
	"strings"
)

// Build services read commands from what a job prints: GitHub a line that begins
// with ::name, or ##[name] anywhere, Azure ##vso[name] anywhere. A source's name
// must not be one.
var (
	lineCommand = regexp.MustCompile(`(^| )::([A-Za-z-]+(?:::| ))`)
	anyCommand  = regexp.MustCompile(`##(\[|vso\[)`)
)

// silence breaks up what a build service would take for a command. It expects
// one line; where text is wrapped, any word can come to begin one.
func silence(s string) string {
	if strings.Contains(s, "::") {
		// Twice, because a match takes the space before the next one.
		s = lineCommand.ReplaceAllString(s, `$1\x3a:$2`)
		s = lineCommand.ReplaceAllString(s, `$1\x3a:$2`)
	}
	if strings.Contains(s, "##") {
		s = anyCommand.ReplaceAllString(s, `#\x23$1`)
	}
	return s
}
