package docs

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/attackpath"
)

func techniques() (string, error) {
	list := attackpath.Techniques()
	var b strings.Builder
	fmt.Fprintf(&b, `# How an attacker gets on

The %d techniques that the search for attack paths knows. Each leads from a position that the attacker holds to another.
Ease is 4 for what anybody can do who asks, 3 for a public technique, 2 for what needs a position of its own, 1 for what only a missing
safety net allows. A technique that takes something for granted that sources do not tell says so on the path.

| id | technique | from | gives | needs | ease | ATT&CK |
|---|---|---|---|---|---|---|
`, len(list))
	for _, t := range list {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %d | %s |\n",
			t.ID, cell(t.Title), t.From, t.Gains, needs(t), t.Ease, strings.Join(t.Attack, ", "))
	}
	return b.String(), nil
}

// needs lists the rights that a technique asks for.
func needs(t *attackpath.Technique) string {
	var parts []string
	for _, n := range t.Needs {
		if len(n.Actions) > 0 {
			parts = append(parts, codes(n.Actions))
		}
		if len(n.Any) > 0 {
			parts = append(parts, "one of "+codes(n.Any))
		}
		if n.Content != "" {
			parts = append(parts, "a right to "+n.Content)
		}
	}
	return strings.Join(parts, "; ")
}
