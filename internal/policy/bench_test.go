package policy

import (
	"context"
	"fmt"
	"testing"
)

// All built-in policies over estates of several sizes, as a scan does it: read,
// compile, project, evaluate.
func BenchmarkEvaluate(b *testing.B) {
	for _, n := range []int{0, 1_000, 10_000, 100_000} {
		sys := large(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				r, err := Evaluate(context.Background(), sys, Options{})
				if err != nil || len(r.Gaps) > 0 {
					b.Fatal(err, r.Gaps)
				}
				b.ReportMetric(float64(len(r.Matches)), "matches")
			}
		})
	}
}

func BenchmarkInput(b *testing.B) {
	sys := large(10_000)
	for b.Loop() {
		newInput(sys)
	}
}
