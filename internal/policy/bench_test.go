package policy

import (
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/threatvet/threatvet/internal/model"
)

// All built-in policies over estates of several sizes, as a scan does it: read,
// compile, project, evaluate.
func BenchmarkEvaluate(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the command does
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

// Each built-in policy by itself over 10,000 elements and 1,000 documents that
// nobody holds; prints the ten slowest.
func BenchmarkSlowest(b *testing.B) {
	sys := large(10_000)
	for i := range 1_000 {
		id := fmt.Sprintf("identity.policy.n%d", i)
		sys.Elements = append(sys.Elements, &model.Element{ID: id, Kind: "identity.policy", Provider: "aws", Facts: map[string]model.Fact{"held_by": known("nobody")}})
		sys.Policies = append(sys.Policies, &model.Policy{ID: id + "#identity", Kind: "identity", Holder: id, State: model.Known, Document: fmt.Sprintf(
			`{"Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:PutObject","sqs:*"],"Resource":["arn:aws:s3:::n%d/*","arn:aws:sqs:eu-west-1:111111111111:n%d"]},{"Effect":"Allow","Action":["ec2:Describe*","logs:*"],"Resource":"*"}]}`, i, i)})
	}
	sys.Sort()
	sources, _ := load(nil)
	compiler, sources, gaps := compile(sources)
	if len(gaps) > 0 {
		b.Fatal(gaps)
	}
	sources = slices.DeleteFunc(sources, func(s *source) bool { return s.threat == nil })
	e := newEvaluator(sys, DefaultTimeout)
	e.compiler = compiler
	took := map[*source]time.Duration{}
	rounds := 0
	for b.Loop() {
		rounds++
		for _, s := range sources {
			start := time.Now()
			if _, gaps := e.one(context.Background(), s, topdown.NewVirtualCache()); len(gaps) > 0 {
				b.Fatal(gaps)
			}
			took[s] += time.Since(start)
		}
	}
	slices.SortFunc(sources, func(a, c *source) int { return cmp.Compare(took[c], took[a]) })
	for _, s := range sources[:10] {
		b.Logf("%8.2f ms  %s  %s", took[s].Seconds()*1000/float64(rounds), s.threat.ID, s.file)
	}
}
