package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// deceiving has names that would end a command, a property or an element where they could.
func deceiving() *finding.Report {
	r := reporttest.Shop()
	r.Prefix = "sub"
	for _, f := range r.Findings {
		f.Status = ""
		f.Title = "a,b:c%\n::error::x"
		f.Sentence = "</failure><x>\x1b[31m\n::set-output name=a::b"
		f.Location.File = "a,b:c\n::error.tf"
	}
	return r
}

func TestGitHubCommandsCannotBeForged(t *testing.T) {
	var out bytes.Buffer
	if err := GitHub(&out, deceiving()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(told(deceiving())) {
		t.Fatalf("%d lines for %d findings:\n%s", len(lines), len(told(deceiving())), out.String())
	}
	for _, l := range lines {
		if !strings.HasPrefix(l, "::error file=sub/a%2Cb%3Ac") && !strings.HasPrefix(l, "::warning file=sub/a%2Cb%3Ac") || strings.Contains(l, "\x1b") {
			t.Errorf("%q", l)
		}
		command, _, _ := strings.Cut(strings.TrimPrefix(l, "::"), "::")
		if strings.Count(command, ",") != 2 {
			t.Errorf("properties of %q", command)
		}
	}
}

func TestFormatsOfCodeHostsCanBeRead(t *testing.T) {
	want := len(told(deceiving()))
	if want < 3 {
		t.Fatalf("%d findings", want)
	}
	var out bytes.Buffer
	var issues []map[string]any
	if err := GitLab(&out, deceiving()); err != nil || json.Unmarshal(out.Bytes(), &issues) != nil || len(issues) != want {
		t.Errorf("GitLab: %v, %d issues\n%s", err, len(issues), out.String())
	}
	seen := map[any]bool{}
	for _, i := range issues {
		for _, key := range []string{"description", "check_name", "fingerprint", "severity"} {
			if i[key] == "" {
				t.Errorf("GitLab needs %s: %v", key, i)
			}
		}
		if seen[i["fingerprint"]] {
			t.Errorf("fingerprint %v twice", i["fingerprint"])
		}
		seen[i["fingerprint"]] = true
	}
	out.Reset()
	var suite junitSuite
	if err := JUnit(&out, deceiving()); err != nil || xml.Unmarshal(out.Bytes(), &suite) != nil || suite.Failures != want || len(suite.Cases) != want {
		t.Errorf("JUnit: %v, %+v", err, suite)
	}
	out.Reset()
	var rd rdjson
	if err := Reviewdog(&out, deceiving()); err != nil || json.Unmarshal(out.Bytes(), &rd) != nil || len(rd.Diagnostics) != want {
		t.Errorf("reviewdog: %v, %d", err, len(rd.Diagnostics))
	}
}

func TestKnownFindingsAreNotToldAgain(t *testing.T) {
	all := reporttest.Shop() // one is new, the others are unchanged or accepted
	if got := told(all); len(got) != 1 || got[0].Status != "new" {
		t.Errorf("%d told", len(got))
	}
}
