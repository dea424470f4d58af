package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkGo measures scans of the Go module in the directory that BENCH_GO
// names, with its compiled packages at hand: the first, once more, and after a
// change of the file BENCH_FILE in it; then gosec and staticcheck on the same
// files, where they are on PATH. CPU time is that of user and system, children
// included.
func BenchmarkGo(b *testing.B) {
	from := os.Getenv("BENCH_GO")
	if from == "" {
		b.Skip("BENCH_GO names no directory")
	}
	dir, cache := filepath.Join(b.TempDir(), "module"), b.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		b.Fatal(err)
	}
	tool := filepath.Join(b.TempDir(), "threatvet")
	command(b, ".", "go", "build", "-o", tool, ".")
	env := []string{"CGO_ENABLED=0", "XDG_CACHE_HOME=" + cache}
	build := exec.Command("go", "build", "./...")
	build.Dir, build.Env = dir, append(os.Environ(), env...)
	if out, err := build.CombinedOutput(); err != nil {
		b.Logf("not all of it compiles: %v: %s", err, out[:min(len(out), 500)])
	}
	scan := []string{tool, "scan", "--quiet", "--fail-on", "never", "--output", filepath.Join(cache, "found.json"), "."}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if err := os.RemoveAll(filepath.Join(cache, "threatvet")); err != nil {
				b.Fatal(err)
			}
			measure(b, dir, env, scan...)
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			measure(b, dir, env, scan...)
		}
	})
	if file := os.Getenv("BENCH_FILE"); file != "" {
		b.Run("change", func(b *testing.B) {
			for b.Loop() {
				change(b, filepath.Join(dir, file))
				measure(b, dir, env, scan...)
			}
		})
	}
	others(b, dir, env)
}

// others measures other tools, where they are installed.
func others(b *testing.B, dir string, env []string) {
	for _, tool := range [][]string{{"gosec", "-quiet", "-fmt", "json", "./..."}, {"staticcheck", "./..."}} {
		if _, err := exec.LookPath(tool[0]); err != nil {
			continue
		}
		for _, name := range []string{"first", "again"} {
			b.Run(tool[0]+"/"+name, func(b *testing.B) {
				for b.Loop() {
					measure(b, dir, env, tool...)
				}
			})
		}
	}
}

// measure runs a command, which may find things, and reports what it took.
func measure(b *testing.B, dir string, env []string, args ...string) {
	b.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	var out bytes.Buffer
	cmd.Stderr = &out
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && (!errors.As(err, &exit) || exit.ExitCode() > 1) {
		b.Fatalf("%s: %v: %s", strings.Join(args, " "), err, out.Bytes())
	}
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	b.ReportMetric(cpu.Seconds(), "cpu-s")
	if used, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		b.ReportMetric(float64(used.Maxrss)/1024, "peak-MB") // kilobytes
	}
}

func command(b *testing.B, dir string, args ...string) {
	b.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v: %s", strings.Join(args, " "), err, out)
	}
}

func change(b *testing.B, file string) {
	b.Helper()
	f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := fmt.Fprintf(f, "\n// %s\n", time.Now()); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
}
