package hardcoded

import (
	"go/ast"
	"go/token"
	"maps"
	"math"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/threatvet/threatvet/internal/gocode"
)

// forms are the shapes of tokens that services and tools give out.
var forms = regexp.MustCompile(strings.Join([]string{
	`\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
	`\bgh[pousr]_[0-9A-Za-z]{36,}`,
	`\bgithub_pat_[0-9A-Za-z_]{40,}`,
	`\bglpat-[0-9A-Za-z_-]{20,}`,
	`\bxox[abeprs]-[0-9A-Za-z-]{20,}`,
	`\b[sr]k_live_[0-9A-Za-z]{20,}`,
	`\bAIza[0-9A-Za-z_-]{35}\b`,
	`\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}`,
	`\bnpm_[0-9A-Za-z]{36}\b`,
	`\bhvs\.[0-9A-Za-z_-]{24,}`,
	`\bdop_v1_[0-9a-f]{64}`,
	`\bsk-ant-[0-9A-Za-z_-]{40,}`,
	`-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[0-9A-Za-z+/=\s]{60,}`,
}, "|"))

// byForm reports literals in which a known kind of token, or an address with a
// password, stands.
func (c *checker) byForm() {
	for cur := range gocode.All(c.Pass, (*ast.BasicLit)(nil)) {
		lit := cur.Node().(*ast.BasicLit)
		if lit.Kind != token.STRING || len(lit.Value) < 12 {
			continue
		}
		text, err := strconv.Unquote(lit.Value)
		if err != nil {
			continue
		}
		switch found := forms.FindString(text); {
		case found == "" || entropy(found) <= 3:
		case !isPlaceholder(found):
			c.report(lit, anything)
		case found == text:
			c.report(lit, standsIn)
		}
		if strings.Contains(text, "://") && !strings.ContainsAny(text, " \n\t") && urlPassword(text) != "" {
			c.report(lit, database)
		}
	}
}

var (
	keyValue = regexp.MustCompile(`(?i)\b(?:password|pwd|passwd)\s*=\s*'?([^\s;']+)`)
	mysqlDSN = regexp.MustCompile(`^[^:@/]+:([^@]+)@(?:tcp|\()`)
	local    = regexp.MustCompile(`(?i)\b(?:localhost|127\.0\.0\.1|\[?::1\]?)\b`)
)

// addressPassword returns the password that an address of a database holds, if
// it is one: not a placeholder, and not for the machine itself.
func addressPassword(text string) string {
	if local.MatchString(text) {
		return ""
	}
	if strings.Contains(text, "://") {
		return urlPassword(text)
	}
	for _, form := range []*regexp.Regexp{keyValue, mysqlDSN} {
		if m := form.FindStringSubmatch(text); m != nil && !isTemplate(m[1]) {
			return m[1]
		}
	}
	return ""
}

func urlPassword(text string) string {
	u, err := url.Parse(text)
	if err != nil || u.User == nil || local.MatchString(u.Host) || strings.Contains(u.Host, "example.") {
		return ""
	}
	password, _ := u.User.Password()
	if isPlaceholder(password) || slices.Contains([]string{"pass", "password", "pw", "pwd", "secret", u.User.Username()}, strings.ToLower(password)) {
		return ""
	}
	return password
}

// isMask reports whether a text is nothing, or what is shown in the place of a
// secret.
func isMask(text string) bool {
	return strings.Trim(text, "*xX.-_") == "" || strings.EqualFold(text, "redacted")
}

// isTemplate reports whether a text has holes that something fills in.
func isTemplate(text string) bool {
	return strings.ContainsAny(text, "<>{}") || strings.Contains(text, "%s") || strings.Contains(text, "%v") || strings.HasPrefix(text, "$")
}

var placeholderWords = []string{"example", "sample", "dummy", "test", "testing", "fake", "mock", "placeholder", "your", "my", "redacted", "insert", "replace", "todo", "none", "null", "demo"}

// isPlaceholder reports whether a text stands for a secret without being one.
func isPlaceholder(text string) bool {
	if isMask(text) || isTemplate(text) {
		return true
	}
	lower := strings.ToLower(text)
	for _, part := range []string{"example", "changeme", "change-me", "change_me", "placeholder", "xxxx", "redacted"} {
		if strings.Contains(lower, part) {
			return true
		}
	}
	if strings.Contains(lower, "123456789") && len(text) < 24 {
		return true // counting up; a longer text may hold it by the way it is written
	}
	return gocode.HasWord(text, placeholderWords...)
}

// entropy returns the Shannon entropy of a text in bits per character.
func entropy(text string) float64 {
	count := map[rune]float64{}
	for _, r := range text {
		count[r]++
	}
	n, sum := float64(len([]rune(text))), 0.0
	for _, r := range slices.Sorted(maps.Keys(count)) { // sorted, so that sums round alike
		p := count[r] / n
		sum -= p * math.Log2(p)
	}
	return sum
}
