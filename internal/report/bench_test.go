package report

import (
	"fmt"
	"io"
	"testing"

	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// BenchmarkFormats writes 5,000 findings in every format.
func BenchmarkFormats(b *testing.B) {
	r := reporttest.Shop()
	shop := r.Findings
	r.Findings = nil
	for i := range 5000 {
		f := *shop[i%len(shop)]
		f.ID = fmt.Sprint(f.ID, i)
		r.Findings = append(r.Findings, &f)
	}
	for _, format := range Formats() {
		b.Run(format.Name, func(b *testing.B) {
			for b.Loop() {
				if err := format.Write(io.Discard, r, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
