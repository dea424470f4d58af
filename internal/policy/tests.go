package policy

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/policies"
)

// TestResult is the outcome of one Rego test.
type TestResult struct {
	Package  string
	Name     string
	Location model.Location
	// Failure is empty where the test passed.
	Failure string
}

// testTimeout is for one test of a policy.
const testTimeout = 10 * time.Second

// Tests runs the Rego tests of a tree of policies, with OPA's own test runner
// and the limits that policies have in a scan. The built-in libraries are there
// too. Results are sorted by package and name.
func Tests(ctx context.Context, tree fs.FS) ([]TestResult, error) {
	modules, err := testModules(tree)
	if err != nil {
		return nil, err
	}
	return run(ctx, tester.NewRunner(), modules)
}

func run(ctx context.Context, runner *tester.Runner, modules map[string]*ast.Module) ([]TestResult, error) {
	store := inmem.New()
	txn, err := store.NewTransaction(ctx, storage.TransactionParams{Write: true})
	if err != nil {
		return nil, err
	}
	defer store.Abort(ctx, txn)
	running, err := runner.
		SetCompiler(testCompiler()).
		SetStore(store).
		SetModules(modules).
		RaiseBuiltinErrors(true).
		SetTimeout(testTimeout).
		RunTests(ctx, txn)
	if err != nil {
		return nil, err
	}
	var results []TestResult
	for r := range running {
		results = append(results, resultOf(r))
	}
	slices.SortFunc(results, func(a, b TestResult) int {
		return cmp.Or(strings.Compare(a.Package, b.Package), strings.Compare(a.Name, b.Name), a.Location.Compare(b.Location))
	})
	return results, ctx.Err()
}

func resultOf(r *tester.Result) TestResult {
	t := TestResult{Package: strings.TrimPrefix(r.Package, "data."), Name: r.Name}
	if r.Location != nil {
		t.Location = model.Location{File: r.Location.File, Line: r.Location.Row, Column: r.Location.Col}
	}
	switch {
	case r.Error != nil:
		t.Failure = r.Error.Error()
	case r.Fail:
		t.Failure = "does not hold"
	}
	return t
}

// testModules reads policies and tests. A tree that has no libraries of its own
// gets the built-in ones.
func testModules(tree fs.FS) (map[string]*ast.Module, error) {
	modules := map[string]*ast.Module{}
	add := func(from fs.FS, only func(*ast.Module) bool) error {
		var first error
		err := walk(from, func(name string, text []byte, err error) {
			if err == nil {
				var m *ast.Module
				m, err = ast.ParseModuleWithOpts(name, string(text), ast.ParserOptions{ProcessAnnotation: true, RegoVersion: ast.RegoV1})
				if err == nil && only(m) {
					modules[name] = m
				}
			}
			if err != nil && first == nil {
				first = fmt.Errorf("%s: %w", name, err)
			}
		})
		return cmp.Or(first, err)
	}
	if err := add(tree, func(*ast.Module) bool { return true }); err != nil {
		return nil, err
	}
	have := map[string]bool{}
	for m := range maps.Values(modules) {
		have[m.Package.Path.String()] = true
	}
	err := add(policies.FS(), func(m *ast.Module) bool {
		path := m.Package.Path.String()
		return strings.HasPrefix(path, "data.threatvet.lib.") && !strings.HasSuffix(path, "_test") && !have[path]
	})
	return modules, err
}

// testCompiler gives tests what policies have, and what OPA's test runner needs
// for itself.
func testCompiler() *ast.Compiler {
	c := capabilities()
	for _, b := range ast.CapabilitiesForThisVersion().Builtins {
		if b.Name == "internal.test_case" || b.Name == "print" || b.Name == "internal.print" {
			c.Builtins = append(c.Builtins, b)
		}
	}
	return checking().WithCapabilities(c)
}
