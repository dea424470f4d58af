package topology

import (
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// ofPrograms are categories that a program holds for itself, in its settings
// and sessions, and that say nothing of the records it keeps.
var ofPrograms = []string{"credentials", "keys"}

// takeFromCode makes what a store is taken to hold what the programs that use it
// have types for, where that is worth more.
func (w *world) takeFromCode(asset *model.DataAsset, senders []*model.Flow) {
	for _, f := range senders {
		service := w.index.Service(f.From)
		if service == nil {
			continue
		}
		for _, d := range w.sys.DataAssets {
			kinds := slices.DeleteFunc(slices.Clone(d.Categories), func(c string) bool { return slices.Contains(ofPrograms, c) })
			if d.Declared || !strings.HasPrefix(d.ID, "go:") || len(kinds) == 0 || !slices.Contains(d.FoundIn, service.ID) || slices.Contains(asset.Categories, kinds[0]) {
				continue
			}
			if asset.Because == "" {
				asset.Categories = nil
				asset.Confidentiality, asset.Integrity = max(asset.Confidentiality, typed), max(asset.Integrity, typed)
				asset.Because = fmt.Sprintf("%s, which uses it, has a type %s with %s", service.ID, d.Name, d.Because)
			}
			asset.Categories = append(asset.Categories, kinds...)
			asset.Evidence = append(asset.Evidence, d.Evidence...)
		}
	}
	slices.Sort(asset.Categories)
	asset.Categories = slices.Compact(asset.Categories)
}

// typed is what records with personal fields are rated where no owner has
// spoken.
const typed = 3
