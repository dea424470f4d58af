package catalog

import (
	"cmp"
	"fmt"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/terraform"
)

// unresolved reports the modules that could not be read: one gap for each source,
// however many call it. What they are handed makes elements like any resource.
func (b *build) unresolved(result *terraform.Result) {
	type source struct{ name, reason string }
	gaps := map[source]*model.Gap{}
	calls := map[source]map[model.Location]bool{}
	for _, root := range result.Roots {
		for _, m := range root.Unresolved {
			at := locationOf(m.Range)
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
