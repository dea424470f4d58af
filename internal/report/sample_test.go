package report

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/scan"
)

// sample is the report of the sample system, scanned once.
var sample = sync.OnceValues(func() (*finding.Report, error) {
	return scan.Run(context.Background(), scan.Options{Dir: "../../testdata/systems/shop", Today: time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)})
})

func sampleReport(t *testing.T) *finding.Report {
	t.Helper()
	r, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// An outsider can read the page of the sample system: it explains each technical
// term that it uses.
func TestSampleExplainsItsTerms(t *testing.T) {
	page, root := rendered(t, sampleReport(t))
	checkReading(t, page, root)
}

// Each threat tells who can do what, because of what, and the harm in it.
func TestSampleSentencesNameActorWayAndHarm(t *testing.T) {
	story := regexp.MustCompile(`^\S.* (?:because|as soon as) .+, which (?:lets|opens|makes|leaves|means) .+$`)
	placeholder := regexp.MustCompile(`[{}]|\bthe (?:element|identity|start|end)\b`)
	r := sampleReport(t)
	if len(r.Findings) < 40 {
		t.Fatalf("%d findings", len(r.Findings))
	}
	for _, f := range r.Findings {
		if !story.MatchString(strings.TrimSuffix(f.Sentence, ".")) || placeholder.MatchString(f.Sentence) {
			t.Errorf("%s names no actor, way or harm: %s", f.ThreatID, f.Sentence)
		}
	}
	for _, h := range harms(newOverview(r)) {
		if !regexp.MustCompile(`^(?:Anyone|Whoever) .+ can (?:read|change|erase|take over|get into|act as) .+\.$`).MatchString(h.Text) {
			t.Errorf("the summary says %q", h.Text)
		}
	}
}

// Links, ids and markup of a whole page hold together, and two writings are the
// same.
func TestSamplePageIsWhole(t *testing.T) {
	r := sampleReport(t)
	page, root := rendered(t, r)
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("%s is there twice", id)
			}
			ids[id] = true
		}
	}
	for _, a := range elements(root, "a") {
		if href := attribute(a, "href"); !strings.HasPrefix(href, "#") || !ids[href[1:]] {
			t.Errorf("nothing at %s", href)
		}
	}
	for _, g := range elements(root, "g") {
		for _, end := range []string{"data-from", "data-to"} {
			if id := attribute(g, end); id != "" && !ids[id] {
				t.Errorf("an arrow's %s is %s, which is not drawn", end, id)
			}
		}
	}
	var again bytes.Buffer
	if err := HTML(&again, r); err != nil || again.String() != page {
		t.Errorf("two writings differ (%v)", err)
	}
	if len(page) > 600_000 {
		t.Errorf("the page has %d bytes", len(page))
	}
}

// Without a script everything is there to read: nothing but controls is hidden.
func TestSampleWithoutScript(t *testing.T) {
	_, root := rendered(t, sampleReport(t))
	for n := range root.Descendants() {
		hidden := false
		for _, a := range n.Attr {
			hidden = hidden || a.Key == "hidden"
		}
		if hidden && n.Data != "form" && n.Data != "button" && attribute(n, "id") != "tools" {
			t.Errorf("<%s id=%q> is hidden without a script", n.Data, attribute(n, "id"))
		}
	}
	if n := drawn(root); n < 15 {
		t.Errorf("%d boxes are drawn", n)
	}
}

func drawn(root *html.Node) int {
	n := 0
	for _, a := range elements(root, "a") {
		if strings.HasPrefix(attribute(a, "class"), "part ") {
			n++
		}
	}
	return n
}
