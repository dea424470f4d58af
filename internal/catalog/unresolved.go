package catalog

import (
	"cmp"
	"fmt"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// unresolved reports the modules that could not be read: an opaque element for
// each call, and one gap for each source, however many call it.
func (b *build) unresolved(result *terraform.Result) {
	type source struct{ name, reason string }
	single := len(result.Roots) == 1
	gaps := map[source]*model.Gap{}
	calls := map[source]map[model.Location]bool{}
	for _, root := range result.Roots {
		for _, m := range root.Unresolved {
			at := locationOf(m.Range)
			b.sys.Elements = append(b.sys.Elements, &model.Element{
				ID: elementID(root.Key, m.Address, single), Kind: "iac.module", Technology: m.Source,
				Name: m.Address, Root: root.Key, Location: at,
			})
			key := source{m.Source, m.Reason}
			if gaps[key] == nil {
				gaps[key] = &model.Gap{Severity: "error", What: cmp.Or(m.Source, m.Address), Why: m.Reason, Do: m.Do, Location: at}
				calls[key] = map[model.Location]bool{}
				b.sys.Gaps = append(b.sys.Gaps, gaps[key])
			}
			calls[key][at] = true
		}
	}
	for key, gap := range gaps {
		if n := len(calls[key]); n > 1 {
			gap.Why += fmt.Sprintf(" (%d calls, the first here)", n)
		}
	}
}
