package sarif

import (
	"fmt"
	"io"
	"testing"

	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// BenchmarkWrite writes 5,000 findings, a third of them with a flow.
func BenchmarkWrite(b *testing.B) {
	r := reporttest.Shop()
	shop := r.Findings
	r.Findings = nil
	for i := range 5000 {
		f := *shop[i%len(shop)]
		f.ID, f.Fingerprint = fmt.Sprint(f.ID, i), fmt.Sprint(f.Fingerprint, i)
		f.Location.Line = i + 1
		r.Findings = append(r.Findings, &f)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, r, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
