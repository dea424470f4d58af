package report

import (
	"io"

	"github.com/threatvet/threatvet/internal/model"
)

// ModelJSON writes the system model. Lists are never null.
func ModelJSON(w io.Writer, sys *model.System) error {
	s := *sys
	s.Elements = list(s.Elements)
	s.EntryPoints = list(s.EntryPoints)
	s.Flows = list(s.Flows)
	s.Links = list(s.Links)
	s.Zones = list(s.Zones)
	s.Identities = list(s.Identities)
	s.Policies = list(s.Policies)
	s.Grants = list(s.Grants)
	s.DataAssets = list(s.DataAssets)
	s.Controls = list(s.Controls)
	s.Weaknesses = list(s.Weaknesses)
	s.Paths = list(s.Paths)
	s.Questions = list(s.Questions)
	s.Gaps = list(s.Gaps)
	return encode(w, &s)
}
