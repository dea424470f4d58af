package policy

import (
	"context"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// tree is the directory of the built-in policies, with their tests.
func tree() fs.FS { return os.DirFS("../../policies") }

func TestBuiltInPoliciesCompile(t *testing.T) {
	sources, gaps := load(nil)
	_, kept, more := compileWith(checking, sources)
	for _, g := range append(gaps, more...) {
		t.Errorf("%s:%d: %s", g.Location.File, g.Location.Line, g.Why)
	}
	if len(kept) < 80 {
		t.Errorf("%d policies and libraries, want all of them", len(kept))
	}
}

// What an analyzer reports and which threat a policy makes of it must be the
// same id, and is written twice.
func TestReportedIDs(t *testing.T) {
	sources, _ := load(nil)
	for _, s := range sources {
		ast.WalkRefs(s.module, func(ref ast.Ref) bool {
			if len(ref) > 2 && ref[1].Value.Compare(ast.String("reported")) == 0 {
				if id := string(ref[2].Value.(ast.String)); id != s.threat.ID {
					t.Errorf("%s is %s but reads what is reported as %s", s.file, s.threat.ID, id)
				}
			}
			return false
		})
	}
}

func TestIDsAreTakenOnce(t *testing.T) {
	threats, err := Threats()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for _, threat := range threats {
		if other := seen[threat.ID]; other != "" {
			t.Errorf("%s is in %s and in %s", threat.ID, other, threat.File)
		}
		seen[threat.ID] = threat.File
	}
}

func TestRegoTests(t *testing.T) {
	results, err := Tests(context.Background(), tree())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		if r.Failure != "" {
			t.Errorf("%s:%d: %s %s", r.Location.File, r.Location.Line, r.Name, r.Failure)
		}
	}
	if len(results) < 200 {
		t.Errorf("%d tests ran, want all of them", len(results))
	}
}

// Each threat shows when it fires and when it is silent.
func TestEveryPolicyHasTests(t *testing.T) {
	err := walk(tree(), func(name string, text []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.rego") {
			return
		}
		test, err := fs.ReadFile(tree(), strings.TrimSuffix(name, ".rego")+"_test.rego")
		if err != nil {
			t.Errorf("%s has no test beside it", name)
			return
		}
		fires, silent := strings.Contains(string(test), "\ntest_fires"), strings.Contains(string(test), "\ntest_silent")
		if isLibrary := path.Dir(name) == "lib"; !isLibrary && (!fires || !silent) {
			t.Errorf("%s needs a test_fires… and a test_silent…", name)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestPoliciesAreFormatted(t *testing.T) {
	err := walk(tree(), func(name string, text []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		want, err := format.SourceWithOpts(name, text, format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if string(want) != string(text) {
			t.Errorf("%s is not as `opa fmt` writes it", name)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
