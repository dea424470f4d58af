package nolint

import (
	"regexp"
	"strings"
)

// gosecRules are the rules of gosec that look for the harm of a threat.
var gosecRules = map[string][]string{
	"DB-002":  {"g201", "g202", "g701"},
	"GOC-001": {"g402", "g123"},
	"GOC-002": {"g106"},
	"GOC-004": {"g107", "g704"},
	"GOC-006": {"g101"},
	"GOC-007": {"g114"},
	"GOH-003": {"g101"},
	"GOH-004": {"g124"},
	"GOH-005": {"g121"},
	"GOH-009": {"g204", "g702"},
	"GOH-010": {"g305"},
	"GOH-011": {"g203", "g705"},
	"GOH-013": {"g710"},
	"GOH-014": {"g706"},
	"GOH-021": {"g304", "g703"},
	"GOH-023": {"g108"},
	"GOH-026": {"g111"},
	"GOH-030": {"g112", "g114"},
	"GOH-031": {"g120"},
	"GOH-032": {"g110"},
	"GOH-044": {"g303"},
	"GOH-045": {"g301", "g302", "g306", "g307"},
	"GOH-046": {"g708"},
	"GOH-048": {"g102"},
	"GOH-049": {"g117"},
	"GOH-055": {"g117"},
	"GOH-057": {"g204", "g702"},
	"GOH-058": {"g109", "g115"},
	"GOH-062": {"g109", "g115"},
	"GOX-001": {"g401", "g501", "g505", "g506", "g507"},
	"GOX-002": {"g404"},
	"GOX-003": {"g405", "g502", "g503"},
	"GOX-004": {"g407"},
	"GOX-005": {"g403"},
	"GOX-007": {"g402"},
	"GOX-008": {"g101"},
	"GOX-009": {"g401", "g406", "g501", "g505", "g506", "g507"},
	"GOX-010": {"g404"},
	"SEC-003": {"g101"},
}

// noseced is a comment that tells gosec to look away: #nosec G101 G102 -- why,
// or gosec:disable G101 -- why.
var noseced = regexp.MustCompile(`(?:#nosec|^//\s*gosec:disable)((?:[ ,]+G\d{3})*)(?:\s*(?:--?|//)?\s*(.*))?$`)

func readNosec(comment string) (Directive, bool) {
	if !strings.HasPrefix(comment, "//") {
		return Directive{}, false
	}
	m := noseced.FindStringSubmatch(comment)
	if m == nil {
		return Directive{}, false
	}
	d := Directive{Reason: strings.TrimSpace(m[2])}
	for name := range strings.FieldsFuncSeq(m[1], func(r rune) bool { return r == ' ' || r == ',' }) {
		d.Names = append(d.Names, strings.ToLower(name))
	}
	return d, true
}
