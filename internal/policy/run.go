package policy

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/threatvet/threatvet/internal/model"
)

// evaluator asks compiled policies about one system. Compiler and input are
// shared by all goroutines and not changed.
type evaluator struct {
	compiler *ast.Compiler
	input    ast.Value
	index    *model.Index
	elements int
	timeout  time.Duration
}

func newEvaluator(sys *model.System, timeout time.Duration) *evaluator {
	return &evaluator{input: newInput(sys), index: sys.Index(), elements: len(sys.Elements), timeout: timeout}
}

// all evaluates the sources side by side, each on its own, so that one that
// fails takes nothing else with it.
func (e *evaluator) all(ctx context.Context, sources []*source) ([]model.Match, []*model.Gap) {
	matches := make([][]model.Match, len(sources))
	gaps := make([][]*model.Gap, len(sources))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			seen := topdown.NewVirtualCache() // what rules of the library gave: the same for every policy
			for i := next.Add(1) - 1; int(i) < len(sources) && ctx.Err() == nil; i = next.Add(1) - 1 {
				if sources[i].threat != nil {
					matches[i], gaps[i] = e.one(ctx, sources[i], seen)
					if len(gaps[i]) > 0 {
						seen = topdown.NewVirtualCache() // it may have been left halfway
					}
				}
			}
		})
	}
	wait.Wait()
	var found []model.Match
	var failed []*model.Gap
	for i := range sources {
		found = append(found, matches[i]...)
		failed = append(failed, gaps[i]...)
	}
	return found, failed
}

// one evaluates a single policy.
func (e *evaluator) one(ctx context.Context, s *source, seen topdown.VirtualCache) ([]model.Match, []*model.Gap) {
	ctx, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	results, err := e.query(ctx, s, seen)
	switch {
	case topdown.IsCancel(err), errors.Is(err, context.DeadlineExceeded):
		why := fmt.Sprintf("stopped after %s on %d elements", e.timeout, e.elements)
		return nil, []*model.Gap{gapAt(s.file, s.module.Package.Location, why, "start from input.by_kind or look up by id instead of going through everything, or raise the limit")}
	case err != nil:
		return nil, []*model.Gap{gapOf(s.file, err)}
	}
	return e.decode(s, results)
}

func (e *evaluator) query(ctx context.Context, s *source, seen topdown.VirtualCache) ([]any, error) {
	query, err := rego.New(
		rego.Query(s.module.Package.Path.String()+".threats"),
		rego.Compiler(e.compiler),
		// Without this a built-in that fails makes the rule silently not fire.
		rego.StrictBuiltinErrors(true),
	).PrepareForEval(ctx)
	if err != nil {
		return nil, err
	}
	results, err := query.Eval(ctx, rego.EvalParsedInput(e.input), rego.EvalVirtualCache(seen))
	if err != nil || len(results) == 0 || len(results[0].Expressions) == 0 {
		return nil, err
	}
	list, _ := results[0].Expressions[0].Value.([]any) // a set: checkRule has seen to it
	return list, nil
}
