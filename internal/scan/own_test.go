package scan

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"
)

// The examples of docs/own-knowledge.md do what the page says.
func TestOwnKnowledge(t *testing.T) {
	r, err := Run(context.Background(), Options{Dir: "../../docs/examples/own", Today: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	for _, gap := range r.System.Gaps {
		t.Errorf("%+v", gap)
	}
	var found []string
	for _, f := range r.Findings {
		if strings.HasPrefix(f.ThreatID, "ACME-") {
			found = append(found, f.ThreatID+" "+f.Match.On)
		}
	}
	slices.Sort(found)
	want := []string{"ACME-001 aws_s3_bucket.menus", "ACME-002 aws_s3_bucket.menus", "ACME-002 aws_s3_bucket.tickets"}
	if !slices.Equal(found, want) {
		t.Errorf("found %v, want %v", found, want)
	}
	for _, p := range r.System.Paths {
		if p.Start == "internet" && p.Steps[0].Technique == "help-desk" && p.End == "aws_s3_bucket.tickets" {
			if !slices.Contains(p.Attackers, "A caller with a good story") {
				t.Errorf("the path over the help desk is of %v", p.Attackers)
			}
			return
		}
	}
	t.Error("no path over the help desk to the tickets")
}
