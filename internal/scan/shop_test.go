package scan

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/finding"
)

const shop = "../../testdata/systems/shop"

// truth says what is true of the sample system, and what only looks so.
type truth struct {
	True []struct {
		claim
		File  string `json:"file"`
		Line  int    `json:"line"`
		Level string `json:"level"`
	} `json:"true"`
	// False lists threats that must not be found at all, or not above AtMost.
	False []struct {
		claim
		AtMost string `json:"at_most"`
	} `json:"false"`
	Paths []struct {
		Start string   `json:"start"`
		End   string   `json:"end"`
		Steps []string `json:"steps"` // the techniques, in order
	} `json:"paths"`
}

type claim struct {
	Threat string `json:"threat"`
	On     string `json:"on"`
	Why    string `json:"why"`
}

func readTruth(t *testing.T) truth {
	t.Helper()
	text, err := os.ReadFile(shop + "/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var want truth
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.True) < 15 || len(want.False) < 10 || len(want.Paths) < 1 {
		t.Fatalf("the truth is too small to prove anything: %d true, %d false, %d paths", len(want.True), len(want.False), len(want.Paths))
	}
	return want
}

func scanShop(t *testing.T) *finding.Report {
	t.Helper()
	report, err := Run(context.Background(), Options{Dir: shop, Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestShop(t *testing.T) {
	want, report := readTruth(t), scanShop(t)

	for _, w := range want.True {
		t.Run(fmt.Sprintf("true/%s/%s", w.Threat, w.On), func(t *testing.T) {
			f := find(report, w.claim)
			if f == nil {
				t.Fatalf("not found: %s", w.Why)
			}
			if f.Location.File != w.File || f.Location.Line != w.Line {
				t.Errorf("at %s:%d, want %s:%d", f.Location.File, f.Location.Line, w.File, w.Line)
			}
			if string(f.Rating.Level) != w.Level {
				t.Errorf("level %s, want %s; %+v", f.Rating.Level, w.Level, f.Rating.Factors)
			}
		})
	}
	for _, w := range want.False {
		t.Run(fmt.Sprintf("false/%s/%s", w.Threat, w.On), func(t *testing.T) {
			f := find(report, w.claim)
			if f != nil && (w.AtMost == "" || string(f.Rating.Level) != w.AtMost) {
				t.Errorf("found at level %s, although %s", f.Rating.Level, w.Why)
			}
		})
	}
	for _, w := range want.Paths {
		t.Run(fmt.Sprintf("path/%s/%s", w.Start, w.End), func(t *testing.T) {
			if !hasPath(report, w.Start, w.End, w.Steps) {
				t.Errorf("no such path with the steps %q", w.Steps)
			}
		})
	}
}

func find(r *finding.Report, c claim) *finding.Finding {
	for _, f := range r.Findings {
		if f.ThreatID == c.Threat && (slices.Contains(f.Instances, c.On) || f.Match.Weakness != "" && f.Location.File == c.On) {
			return f
		}
	}
	return nil
}

func hasPath(r *finding.Report, start, end string, steps []string) bool {
	for _, p := range r.System.Paths {
		var techniques []string
		for _, s := range p.Steps {
			techniques = append(techniques, s.Technique)
		}
		if p.Start == start && p.End == end && slices.Equal(techniques, steps) {
			return true
		}
	}
	return false
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	one, err := json.Marshal(scanShop(t))
	if err != nil {
		t.Fatal(err)
	}
	two, err := json.Marshal(scanShop(t))
	if err != nil {
		t.Fatal(err)
	}
	if string(one) != string(two) {
		t.Error("two runs over the same sources differ")
	}
}
