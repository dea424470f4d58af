package topology

import (
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// dangling finds the records that point at a name which whoever asks first gets,
// where nothing in the sources has it. Sources that declare nothing of the kind
// say nothing: what the record points at may well be kept elsewhere.
func (w *world) dangling() {
	owned, declared := map[string]bool{}, map[string]bool{}
	for _, f := range w.sys.Flows {
		if f.To != "" {
			owned[f.From] = true
		}
	}
	for _, e := range w.sys.Elements {
		declared[e.Technology] = true
	}
	for _, e := range w.sys.Elements {
		owners := e.Fact("claimable_by")
		if !slices.ContainsFunc(owners.Strings(), func(t string) bool { return declared[t] }) {
			continue
		}
		e.Facts["dangling"] = model.Fact{State: model.Known, Value: !owned[e.ID], Evidence: owners.Evidence}
	}
}
