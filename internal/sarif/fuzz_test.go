package sarif

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/plain"
	"github.com/threatvet/threatvet/internal/report/reporttest"
	"github.com/threatvet/threatvet/internal/risk"
)

// hostile is the shop's report with s wherever a source can put text.
func hostile(s string) *finding.Report {
	r := reporttest.Shop()
	r.Prefix = s
	for _, f := range r.Findings {
		f.Sentence, f.Title, f.Fix = s, s, s
		f.ID, f.ThreatID, f.Fingerprint, f.LineHash = s, s, s, s
		f.Instances = []string{s, "go:" + s}
		f.Location.File = s
		f.Owners = []string{s}
		for i := range f.Related {
			f.Related[i].Note, f.Related[i].Address, f.Related[i].File = s, s, s
		}
		if a := f.Acceptance; a != nil {
			a.Reason, a.Owner, a.Until = s, s, s
		}
		t := *f.Threat
		t.ID, t.Title, t.Scenario, t.Stride = s, s, s, s
		t.Attack, t.References = []string{s}, []string{s, "https://" + s}
		f.Threat = &t
	}
	for _, p := range r.System.Paths {
		p.Start, p.End = s, s
		for i := range p.Steps {
			st := &p.Steps[i]
			st.Sentence, st.Technique, st.Actions, st.Attack, st.From = s, s, []string{s}, []string{s}, s
			st.Location.File = s
		}
	}
	for _, g := range r.System.Gaps {
		g.What, g.Why, g.Do, g.Location.File = s, s, s, s
	}
	return r
}

func FuzzWrite(f *testing.F) {
	for _, s := range []string{"", "a", "\x00\x1b[2J", "\xff\xfe", "../../x", "](http://x)", "c:\\x", "\u202e\u2028", strings.Repeat("é", 3000), "%", "//", "?#", "a/b(c).d"} {
		f.Add(s, 9.3, 3, 7)
	}
	f.Add("x", -1e300, -5, -5)
	f.Add("x", math.NaN(), 1<<31, 1<<31)
	f.Fuzz(func(t *testing.T, s string, score float64, line, column int) {
		r := hostile(s)
		for _, x := range r.Findings {
			x.Rating.Score = score
			x.Rating.Level = risk.High
			x.Location.Line, x.Location.Column, x.Location.EndLine, x.Location.EndColumn = line, column, line, -column
		}
		var b bytes.Buffer
		if err := Write(&b, r, Options{Category: s, Version: s}); err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(b.Bytes()) {
			t.Error("not UTF-8")
		}
		d := read(t, b.Bytes())
		checkGitHub(t, d)
		for _, x := range d.Runs[0].Results {
			if plain.Line(x.Message.Text) != x.Message.Text {
				t.Errorf("the message can steer a terminal: %q", x.Message.Text)
			}
		}
	})
}
