package scan

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/risk"
)

// TestOutcomesComeTrue answers every question of the sample system with each
// extreme, and expects of each finding what the question had promised.
func TestOutcomesComeTrue(t *testing.T) {
	if testing.Short() {
		t.Skip("three scans of the sample system")
	}
	dir := filepath.Join(t.TempDir(), "shop")
	if err := os.CopyFS(dir, os.DirFS("../../testdata/systems/shop")); err != nil {
		t.Fatal(err)
	}
	before := runShop(t, dir)
	if len(before.System.Questions) < 5 {
		t.Fatalf("%d questions", len(before.System.Questions))
	}
	said, err := os.ReadFile(filepath.Join(dir, "threat-context.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, answer := range []string{"none", "severe"} {
		text := string(said) + "\nanswers:\n"
		for _, q := range before.System.Questions {
			text += fmt.Sprintf("  %s: %s\n", q.ID, answer)
		}
		if err := os.WriteFile(filepath.Join(dir, "threat-context.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		after := map[string]risk.Rating{}
		for _, f := range runShop(t, dir).Findings {
			for _, on := range f.Instances {
				after[f.ThreatID+" "+on+" "+f.Match.Weakness] = f.Rating
			}
		}
		on := map[string]string{}
		for _, f := range before.Findings {
			on[f.ID] = f.ThreatID + " " + f.Match.On + " " + f.Match.Weakness
		}
		for _, q := range before.System.Questions {
			for _, o := range q.Outcomes {
				want := o.IfNone
				if answer == "severe" {
					want = o.IfSevere
				}
				got, found := after[on[o.Finding]]
				if answer == "severe" && found && score(want) < got.Score {
					continue // on a path that is only worth looking for with severe data at its end
				}
				if rating(got) != want && (found || want != "none") {
					t.Errorf("%s answered %s: %s is %q, promised was %q", q.ID, answer, o.Finding, rating(got), want)
				}
			}
		}
	}
}

// TestAnUntouchedDraftChangesNothing: what context init writes is for people to
// correct; until they do, it must not talk any finding up or down.
func TestAnUntouchedDraftChangesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("two scans of the sample system")
	}
	dir := filepath.Join(t.TempDir(), "shop")
	if err := os.CopyFS(dir, os.DirFS("../../testdata/systems/shop")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "threat-context.yaml")
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	before := runShop(t, dir)
	draft, err := DraftContext(context.Background(), Options{Dir: dir, Today: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, draft, 0o600); err != nil {
		t.Fatal(err)
	}
	after := runShop(t, dir)
	if len(after.Findings) != len(before.Findings) {
		t.Fatalf("%d findings, %d with the draft", len(before.Findings), len(after.Findings))
	}
	for i, f := range before.Findings {
		if g := after.Findings[i]; f.ID != g.ID || rating(f.Rating) != rating(g.Rating) {
			t.Errorf("%s %s became %s %s", f.ID, rating(f.Rating), g.ID, rating(g.Rating))
		}
	}
	for _, g := range after.System.Gaps {
		if g.Location.File == "threat-context.yaml" {
			t.Errorf("%d: %s", g.Location.Line, g.What)
		}
	}
}

func runShop(t *testing.T, dir string) *finding.Report {
	t.Helper()
	r, err := Run(context.Background(), Options{Dir: dir, Today: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func score(said string) float64 {
	_, number, _ := strings.Cut(said, " ")
	n, err := strconv.ParseFloat(number, 64)
	if err != nil {
		return 0
	}
	return n
}

func rating(r risk.Rating) string { return fmt.Sprintf("%s %.1f", r.Level, r.Score) }
