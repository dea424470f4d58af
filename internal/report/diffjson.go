package report

import (
	"io"

	"github.com/threatvet/threatvet/internal/diff"
	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
)

type diffJSON struct {
	Version   int           `json:"version"`
	Changes   []diff.Change `json:"changes"`
	New       []FindingJSON `json:"new"`
	Changed   []changedJSON `json:"changed"`
	Gone      []FindingJSON `json:"gone"`
	Unchanged int           `json:"unchanged"`
	Blind     []*model.Gap  `json:"no_longer_analysed"`
}

type changedJSON struct {
	Before FindingJSON `json:"before"`
	After  FindingJSON `json:"after"`
}

// DiffJSON writes a difference for programs.
func DiffJSON(w io.Writer, d *diff.Diff) error {
	old, now := threatsByID(d.Before), threatsByID(d.After)
	before := func(f *finding.Finding) FindingJSON { return findingDocument(f, threatOf(f, old)) }
	after := func(f *finding.Finding) FindingJSON { return findingDocument(f, threatOf(f, now)) }
	doc := diffJSON{Version: jsonVersion, Changes: list(d.Changes), New: []FindingJSON{}, Changed: []changedJSON{}, Gone: []FindingJSON{}, Unchanged: d.Unchanged, Blind: list(d.Blind)}
	for _, f := range d.New {
		doc.New = append(doc.New, after(f))
	}
	for _, p := range d.Changed {
		doc.Changed = append(doc.Changed, changedJSON{before(p.Before), after(p.After)})
	}
	for _, f := range d.Gone {
		doc.Gone = append(doc.Gone, before(f))
	}
	return encode(w, doc)
}
