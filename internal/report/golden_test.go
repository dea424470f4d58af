package report

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestGolden(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *finding.Report) error{
		"scan.txt": func(w io.Writer, r *finding.Report) error {
			for _, f := range r.Findings {
				f.Status = "" // nothing to compare with
			}
			return Text(w, r, TextOptions{Width: 100})
		},
		"scan-new.txt":     func(w io.Writer, r *finding.Report) error { return Text(w, r, TextOptions{Width: 100}) },
		"scan-verbose.txt": func(w io.Writer, r *finding.Report) error { return Text(w, r, TextOptions{Verbose: true}) },
		"scan.github": func(w io.Writer, r *finding.Report) error {
			for _, f := range r.Findings {
				f.Status = ""
			}
			return GitHub(w, r)
		},
		"scan.gitlab.json": func(w io.Writer, r *finding.Report) error {
			for _, f := range r.Findings {
				f.Status = ""
			}
			return GitLab(w, r)
		},
		"scan.junit.xml": func(w io.Writer, r *finding.Report) error {
			for _, f := range r.Findings {
				f.Status = ""
			}
			return JUnit(w, r)
		},
		"scan.rdjson": func(w io.Writer, r *finding.Report) error {
			for _, f := range r.Findings {
				f.Status = ""
			}
			return Reviewdog(w, r)
		},
		"scan.md":          Markdown,
		"paths.txt":        func(w io.Writer, r *finding.Report) error { return PathsText(w, r, TextOptions{}) },
		"paths.json":       PathsJSON,
		"paths.mmd":        PathsMermaid,
		"paths.d2":         PathsD2,
		"explain.txt":      func(w io.Writer, r *finding.Report) error { return ExplainFinding(w, found(r, "OBJ-005-3fa2c1b0"), r) },
		"explain-path.txt": func(w io.Writer, r *finding.Report) error { return ExplainFinding(w, found(r, "PATH-001-0c2d4e6f"), r) },
		"threat.txt": func(w io.Writer, r *finding.Report) error {
			return ExplainThreat(w, found(r, "OBJ-003-9d8e7f60").Threat)
		},
		"system.mmd":   func(w io.Writer, r *finding.Report) error { return Mermaid(w, r.System) },
		"system.dot":   func(w io.Writer, r *finding.Report) error { return DOT(w, r.System) },
		"system.d2":    func(w io.Writer, r *finding.Report) error { return D2(w, r.System) },
		"finding.json": func(w io.Writer, r *finding.Report) error { return JSON(w, small(r)) },
		"summary.txt": func(w io.Writer, r *finding.Report) error {
			_, err := io.WriteString(w, Summary(r)+"\n")
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got, again bytes.Buffer
			if err := write(&got, reporttest.Shop()); err != nil {
				t.Fatal(err)
			}
			golden(t, name, got.String())
			if err := write(&again, reporttest.Shop()); err != nil || !bytes.Equal(got.Bytes(), again.Bytes()) {
				t.Errorf("two runs differ (%v)", err)
			}
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func found(r *finding.Report, id string) *finding.Finding {
	for _, f := range r.Findings {
		if f.ID == id {
			return f
		}
	}
	return nil
}

// small is the report with one finding, without paths: what a person can judge.
func small(r *finding.Report) *finding.Report {
	r.Findings = []*finding.Finding{found(r, "OBJ-005-3fa2c1b0")}
	r.System.Paths = nil
	return r
}
