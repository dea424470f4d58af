package report

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/risk"
)

func foundAt(threat, fix, file string, line int, level risk.Level) *finding.Finding {
	return &finding.Finding{
		ID: fmt.Sprintf("%s-%s%d", threat, file, line), ThreatID: threat, Title: "Title of " + threat, Fix: fix,
		Sentence: "What happens by " + threat + ".",
		Location: model.Location{File: file, Line: line}, Match: model.Match{On: fmt.Sprintf("thing.%s%d", file, line)},
		Rating: risk.Rating{Level: level},
	}
}

// What one threat does in several places is told once; each place keeps its line.
func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		name     string
		findings []*finding.Finding
		verbose  bool
		told     int // sentences of CIC-006
		lines    int // lines that begin with its place
		want     string
	}{
		{"two places", []*finding.Finding{
			foundAt("CIC-006", "Lock.", "a", 1, risk.Medium), foundAt("DB-007", "Encrypt.", "a", 2, risk.Medium), foundAt("CIC-006", "Lock.", "b", 1, risk.Medium),
		}, false, 1, 2, "The same in 1 other place:"},
		{"another cure", []*finding.Finding{
			foundAt("CIC-006", "Lock.", "a", 1, risk.Medium), foundAt("CIC-006", "Set immutable_tags.", "b", 1, risk.Medium),
		}, false, 2, 2, ""},
		{"another level", []*finding.Finding{
			foundAt("CIC-006", "Lock.", "a", 1, risk.High), foundAt("CIC-006", "Lock.", "b", 1, risk.Medium),
		}, false, 2, 2, ""},
		{"the same place at a milder level", []*finding.Finding{
			foundAt("CIC-006", "Lock.", "a", 1, risk.High), foundAt("CIC-006", "Lock.", "a", 1, risk.Medium),
		}, false, 1, 1, "Not listed: 1 told above already"},
		{"verbose", []*finding.Finding{
			foundAt("CIC-006", "Lock.", "a", 1, risk.Medium), foundAt("CIC-006", "Lock.", "b", 1, risk.Medium),
		}, true, 2, 2, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := Text(&b, &finding.Report{Findings: tt.findings}, TextOptions{Verbose: tt.verbose}); err != nil {
				t.Fatal(err)
			}
			told := strings.Count(b.String(), "What happens by CIC-006.")
			lines := strings.Count(b.String(), "1: medium CIC-006") + strings.Count(b.String(), "1: high CIC-006")
			if told != tt.told || lines != tt.lines || !strings.Contains(b.String(), tt.want) {
				t.Errorf("told %d times, want %d; %d lines, want %d; want %q in:\n%s", told, tt.told, lines, tt.lines, tt.want, b.String())
			}
		})
	}
}

func TestManyAlike(t *testing.T) {
	var findings []*finding.Finding
	for i := range 30 {
		findings = append(findings, foundAt("CIC-006", "Lock.", "a", i+1, risk.Medium))
	}
	var b bytes.Buffer
	if err := Text(&b, &finding.Report{Findings: findings}, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), ": medium CIC-006"); n != 1+named || !strings.Contains(b.String(), "and 19 more") {
		t.Errorf("%d lines, want %d and a count of the others:\n%s", n, 1+named, b.String())
	}
}

// A milder path from the same start that the same change closes is only counted.
func TestClosedAbove(t *testing.T) {
	closing := func(change string) []model.ChokePoint { return []model.ChokePoint{{Change: change}} }
	for _, tt := range []struct {
		name   string
		start  string
		change string
		level  risk.Level
		told   bool
	}{
		{"the same change", "user.a", "narrow it", risk.Medium, false},
		{"another change", "user.a", "take it away", risk.Medium, true},
		{"another start", "user.b", "narrow it", risk.Medium, true},
		{"as bad", "user.a", "narrow it", risk.High, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first, second := foundAt("XP-015", "", "a", 1, risk.High), foundAt("XP-016", "", "b", 1, tt.level)
			first.Path = &model.Path{ID: "p", Start: "user.a", End: "account-admin", Steps: make([]model.Step, 2), ChokePoints: closing("narrow it")}
			second.Path = &model.Path{ID: "q", Start: tt.start, End: "role.b", Steps: make([]model.Step, 2), ChokePoints: closing(tt.change)}
			var b bytes.Buffer
			if err := Text(&b, &finding.Report{Findings: []*finding.Finding{first, second}}, TextOptions{}); err != nil {
				t.Fatal(err)
			}
			told, counted := strings.Contains(b.String(), "XP-016"), strings.Contains(b.String(), "1 told above already")
			if told != tt.told || counted == tt.told {
				t.Errorf("told %t, counted %t:\n%s", told, counted, b.String())
			}
		})
	}
}
