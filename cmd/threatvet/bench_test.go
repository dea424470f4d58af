package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkStart prints what a start costs: on an empty directory (at most 150 ms),
// on the smallest system there is, and as a vet tool on one package (under 30 ms).
// What counts is cpu-ms/op, user and system together; the rest is the machine's.
func BenchmarkStart(b *testing.B) {
	tool := filepath.Join(b.TempDir(), "threatvet")
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	small := b.TempDir()
	write(b, filepath.Join(small, "main.tf"), `resource "aws_s3_bucket" "b" { bucket = "b" }`)
	for _, bb := range []struct {
		name string
		args []string
		exit int
	}{
		{"empty directory", []string{"scan", b.TempDir()}, 2},
		{"one bucket", []string{"scan", "-q", "--fail-on", "never", small}, 0},
		{"vet of one package", []string{vetConfig(b)}, 0},
	} {
		b.Run(bb.name, func(b *testing.B) {
			var spent time.Duration
			for b.Loop() {
				run := exec.Command(tool, bb.args...)
				if err := run.Run(); run.ProcessState == nil || run.ProcessState.ExitCode() != bb.exit {
					b.Fatalf("%v, want exit code %d", err, bb.exit)
				}
				spent += run.ProcessState.UserTime() + run.ProcessState.SystemTime()
			}
			b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
}

// vetConfig writes what go vet hands over for a package that imports nothing.
func vetConfig(b *testing.B) string {
	dir := b.TempDir()
	source, config := filepath.Join(dir, "x.go"), filepath.Join(dir, "vet.cfg")
	write(b, source, "package x\n\nfunc F() int { return 1 }\n")
	text, err := json.Marshal(map[string]any{
		"ID": "x", "Compiler": "gc", "Dir": dir, "ImportPath": "x", "GoFiles": []string{source},
		"VetxOutput": filepath.Join(dir, "x.vetx"), "GoVersion": "go1.22",
	})
	if err != nil {
		b.Fatal(err)
	}
	write(b, config, string(text))
	return config
}

func write(b *testing.B, name, text string) {
	b.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		b.Fatal(err)
	}
}
