package docs

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/catalog"
)

// providers are the prefixes of resource types and how people call them.
var providers = []struct{ prefix, name string }{
	{"aws", "AWS"},
	{"google", "Google Cloud"},
	{"azurerm", "Azure"},
	{"azuread", "Entra ID"},
	{"kubernetes", "Kubernetes"},
	{"helm", "Helm"},
	{"github", "GitHub"},
	{"", "Others"},
}

func resources() (string, error) {
	c, err := catalog.Default()
	if err != nil {
		return "", err
	}
	types := c.Types()
	var b strings.Builder
	fmt.Fprintf(&b, `# Resource types that threatvet knows

%d types. One without a kind is part of the elements that it belongs to (a bucket's policy, a user's group), or means
nothing for threats and is known to. A type that is not listed is an element of kind `+"`unknown`"+` with its references.
Add your own in `+"`.threatvet/catalog/*.hcl`"+`.
`, len(types))
	done := map[string]bool{}
	for _, p := range providers {
		var rows strings.Builder
		for _, typ := range types {
			if done[typ] || p.prefix != "" && !strings.HasPrefix(typ, p.prefix+"_") {
				continue
			}
			done[typ] = true
			kind, facts := c.Describe(typ)
			fmt.Fprintf(&rows, "| `%s` | %s | %s |\n", typ, kind, codes(facts))
		}
		if rows.Len() > 0 {
			fmt.Fprintf(&b, "\n## %s\n\n| type | kind | facts |\n|---|---|---|\n%s", p.name, rows.String())
		}
	}
	return b.String(), nil
}
