package attackpath

import (
	"fmt"
	"slices"

	"github.com/threatvet/threatvet/internal/model"
)

// addLogged makes a log worth reading where a program writes secrets or personal
// data into it. Which data is inferred: what the program fetches from its stores.
func (w *world) addLogged() {
	for _, weak := range w.sys.Weaknesses {
		e := w.Elements[weak.Element]
		if weak.Kind != "secret_in_log" || e == nil {
			continue
		}
		host := w.host(e)
		if host == nil {
			continue
		}
		for _, f := range w.flows[host.ID] {
			if to := w.Elements[f.To]; to != nil && to.Kind == "log.sink" {
				v := w.valued(to.ID)
				v.read = true
				v.data = unique(append(v.data, w.fetched(e)...))
				v.because = fmt.Sprintf("%s writes secrets or personal data there (%s:%d).", e.ID, weak.Location.File, weak.Location.Line)
			}
		}
	}
}

// fetched are the assets that a program, or what it is part of, has from stores.
func (w *world) fetched(e *model.Element) []string {
	var list []string
	for e := range w.Around(e) {
		for _, f := range w.flows[e.ID] {
			for _, d := range w.sys.DataAssets {
				if d.Confidentiality >= serious && slices.Contains(d.FoundIn, f.To) {
					list = append(list, d.ID)
				}
			}
		}
	}
	return unique(list)
}
