package scan

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// marked is the header of a resource that says which threat it must have or not.
var marked = regexp.MustCompile(`(?m)^resource "(\w+)" "((bad|good)_([a-z0-9]+)_(\d+))"`)

// TestThreatsOnEveryCloud holds each threat against what it is about on clouds
// other than that of the sample system: it is found on resources named bad_ after
// it, and not on those named good_.
func TestThreatsOnEveryCloud(t *testing.T) {
	dirs, err := filepath.Glob("testdata/threats/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			report, err := Run(context.Background(), Options{Dir: dir, Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
			if err != nil {
				t.Fatal(err)
			}
			var found []string
			for _, f := range report.Findings {
				for _, id := range f.Instances {
					found = append(found, f.ThreatID+" "+id)
				}
			}
			src, err := os.ReadFile(filepath.Join(dir, "main.tf"))
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range marked.FindAllStringSubmatch(string(src), -1) {
				threat, id := strings.ToUpper(m[4])+"-"+m[5], m[1]+"."+m[2]
				if slices.Contains(found, threat+" "+id) != (m[3] == "bad") {
					t.Errorf("%s on %s: found is %t", threat, id, m[3] != "bad")
				}
			}
		})
	}
}
