package scan

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/threatvet/threatvet/internal/catalog"
	"github.com/threatvet/threatvet/internal/terraform"
)

// BenchmarkEstate measures loading, the catalogue and whole scans on generated
// estates, against merely parsing the same files. The largest takes minutes and
// runs where BENCH_LARGE is set.
func BenchmarkEstate(b *testing.B) {
	sizes := []int{1_000, 10_000}
	if os.Getenv("BENCH_LARGE") != "" && !testing.Short() {
		sizes = append(sizes, 100_000)
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("flat/%d", n), func(b *testing.B) { measure(b, flat(b, n)) })
	}
	for _, n := range sizes {
		b.Run(fmt.Sprintf("again/%d", n), func(b *testing.B) { measure(b, again(b, n)) })
	}
}

// BenchmarkDirectory does the same for a directory of the caller's, which
// BENCH_DIR names.
func BenchmarkDirectory(b *testing.B) {
	dir := os.Getenv("BENCH_DIR")
	if dir == "" {
		b.Skip("BENCH_DIR names no directory")
	}
	e := survey(b, dir)
	if len(e.files) == 0 {
		b.Fatalf("%s: no Terraform files", dir)
	}
	measure(b, e)
}

// measure runs the stages of one estate, the reference first.
func measure(b *testing.B, e *estate) {
	var reference time.Duration
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			e.parse(b)
		}
		reference = b.Elapsed() / time.Duration(b.N)
		b.ReportMetric(float64(e.lines), "lines")
		e.report(b, reference)
		e.reportHeld(b, func() any { return e.parse(b) })
	})
	types, err := catalog.Default()
	if err != nil {
		b.Fatal(err)
	}
	options := terraform.Options{FS: os.DirFS(e.dir), Schema: types}
	load := func() *terraform.Result {
		result, err := terraform.Load(context.Background(), options)
		if err != nil {
			b.Fatal(err)
		}
		return result
	}
	b.Run("load", func(b *testing.B) {
		for b.Loop() {
			load()
		}
		e.report(b, reference)
		e.reportHeld(b, func() any { return load() })
	})
	b.Run("build", func(b *testing.B) {
		result := load()
		b.ResetTimer()
		for b.Loop() {
			types.Build(result)
		}
		e.report(b, reference)
		e.reportHeld(b, func() any { return types.Build(result) })
	})
	b.Run("scan", func(b *testing.B) {
		o := Options{Dir: e.dir, Today: time.Unix(0, 0)}
		for b.Loop() {
			if _, err := Run(context.Background(), o); err != nil {
				b.Fatal(err)
			}
		}
		e.report(b, reference)
	})
}

// report prints a stage's time as a multiple of the reference and for each
// resource.
func (e *estate) report(b *testing.B, reference time.Duration) {
	once := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(once)/float64(reference), "x-parse")
	b.ReportMetric(float64(once.Nanoseconds())/1e3/float64(e.resources), "µs/resource")
}

// reportHeld prints what a stage's result takes of memory.
func (e *estate) reportHeld(b *testing.B, makes func() any) {
	b.ReportMetric(float64(held(makes))/float64(e.resources), "B/resource")
}
