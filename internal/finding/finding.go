package finding

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

// Finding is a threat to this system, rated, placed and owned: what a person
// gets to read.
type Finding struct {
	// ID is the threat's id and a short hash that survives moved lines, such
	// as OBJ-005-3fa2c1b0. It is what explain takes.
	ID     string        `json:"id"`
	Threat *model.Threat `json:"-"`
	// ThreatID repeats Threat.ID for machine output.
	ThreatID string      `json:"threat"`
	Match    model.Match `json:"match"`
	// Title is the threat's title; Sentence its scenario with the names of this
	// system; Fix says what to change.
	Title    string      `json:"title"`
	Sentence string      `json:"sentence"`
	Fix      string      `json:"fix"`
	Rating   risk.Rating `json:"rating"`
	// Location is one line: the attribute or header to change.
	Location model.Location `json:"location"`
	// Instances are the ids of all elements on the same line that the threat
	// applies to (count and for_each), sorted; at least one.
	Instances []string `json:"instances"`
	// Related are further places, ordered along the chain of where the value
	// came from.
	Related []model.Evidence `json:"related,omitempty"`
	// Trace is the flow through code, source first.
	Trace []model.TraceStep `json:"trace,omitempty"`
	Path  *model.Path       `json:"path,omitempty"`
	// Others are further paths from the same start that the same changes close.
	Others []*model.Path `json:"others,omitempty"`
	// PartOf are the ids of path findings that contain this one as a step.
	PartOf     []string    `json:"part_of,omitempty"`
	Owners     []string    `json:"owners,omitempty"`
	Acceptance *Acceptance `json:"acceptance,omitempty"`
	// Generated is true where the file says that a tool has made it.
	Generated bool `json:"generated,omitempty"`
	// Fingerprint is the full stable identity of the finding.
	Fingerprint string `json:"fingerprint"`
	// LineHash is GitHub's primaryLocationLineHash.
	LineHash string `json:"line_hash,omitempty"`
	// Status is new, updated (at another level than before) or unchanged where
	// there is an earlier scan to compare with, else empty.
	Status string `json:"status,omitempty"`
}

// Accepted reports whether someone lives with the finding today.
func (f *Finding) Accepted() bool { return f.Acceptance != nil && !f.Acceptance.Expired }

// Acceptance is someone's decision to live with a finding until a day.
type Acceptance struct {
	Reason   string         `json:"reason"`
	Owner    string         `json:"owner"`
	Until    string         `json:"until,omitempty"` // YYYY-MM-DD; empty for a nolint comment, which has no end
	Expired  bool           `json:"expired,omitempty"`
	InSource bool           `json:"in_source,omitempty"` // a comment on the line
	Location model.Location `json:"location"`
}

// Ends returns the words that say how long an acceptance holds, with a blank
// before them, or nothing where it has no end.
func (a *Acceptance) Ends() string {
	if a.Until == "" {
		return ""
	}
	return " until " + a.Until
}

// Report is the result of a scan.
type Report struct {
	System   *model.System   `json:"system"`
	Threats  []*model.Threat `json:"threats"`
	Findings []*Finding      `json:"findings"` // highest risk first, latent last
	Stats    Stats           `json:"stats"`
	// Prefix is the scanned directory relative to the repository's root, with
	// forward slashes and no trailing one; empty where they are the same.
	Prefix string `json:"prefix,omitempty"`
}

// Stats count what was read.
type Stats struct {
	TerraformFiles int `json:"terraform_files"`
	Resources      int `json:"resources"`
	Understood     int `json:"resources_understood"`
	GoPackages     int `json:"go_packages"`
	Policies       int `json:"policies"`
}

// Environments are the variables files under which the finding holds, by the
// names of the roots in its instances (infra@prod//...); nil where roots have no
// environments.
func (f *Finding) Environments() []string {
	var found []string
	for _, id := range f.Instances {
		root, _, ok := strings.Cut(id, "//")
		if _, env, has := strings.Cut(root, "@"); ok && has && !strings.ContainsAny(root, `["`) {
			found = append(found, env)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
