package finding

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Baseline is the findings that were there before, by fingerprint.
type Baseline struct {
	Version  int             `json:"version"`
	Findings []BaselineEntry `json:"findings"`
}

// BaselineEntry is one finding of a baseline. The id is for people who read it.
type BaselineEntry struct {
	Fingerprint string `json:"fingerprint"`
	ID          string `json:"id"`
}

const baselineVersion = 1

// WriteBaseline writes the fingerprints of findings, sorted, one a line, so that
// the file gives small differences under version control.
func WriteBaseline(w io.Writer, found []*Finding) error {
	b := Baseline{Version: baselineVersion, Findings: []BaselineEntry{}}
	for _, f := range found {
		b.Findings = append(b.Findings, BaselineEntry{f.Fingerprint, f.ID})
	}
	slices.SortFunc(b.Findings, func(x, y BaselineEntry) int {
		return cmp.Or(strings.Compare(x.Fingerprint, y.Fingerprint), strings.Compare(x.ID, y.ID))
	})
	b.Findings = slices.Compact(b.Findings)
	text := "{\n  \"version\": 1,\n  \"findings\": ["
	for i, e := range b.Findings {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if i > 0 {
			text += ","
		}
		text += "\n    " + string(line)
	}
	if len(b.Findings) > 0 {
		text += "\n  "
	}
	_, err := io.WriteString(w, text+"]\n}\n")
	return err
}

// ReadBaseline reads what WriteBaseline wrote.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	var b Baseline
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(&b); err != nil {
		return nil, fmt.Errorf("not a baseline: %w", err)
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("version %d of baselines is not known; write it again with `threatvet baseline`", b.Version)
	}
	return &b, nil
}

// ApplyBaseline marks each finding as new or unchanged, and returns the entries
// of the baseline that are gone.
func ApplyBaseline(found []*Finding, b *Baseline) []BaselineEntry {
	now := map[string]bool{}
	before := map[string]bool{}
	for _, e := range b.Findings {
		before[e.Fingerprint] = true
	}
	for _, f := range found {
		now[f.Fingerprint] = true
		f.Status = "new"
		if before[f.Fingerprint] {
			f.Status = "unchanged"
		}
	}
	var gone []BaselineEntry
	for _, e := range b.Findings {
		if !now[e.Fingerprint] {
			gone = append(gone, e)
		}
	}
	return gone
}
