package gosystem_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/threatvet/threatvet/internal/gosystem"
)

const tested = `
-- go.mod --
module example.com/tested

go 1.24
-- main.go --
package main

func main() { println(one(), "STAMP") }

func one() int { return 1 }
-- main_test.go --
package main

import (
	"testing"
	"testing/quick"
)

func TestOne(t *testing.T) { quick.Check(func() bool { return one() == 1 }, nil) }
-- outer_test.go --
package main_test

import "testing/iotest"

var _ = iotest.ErrTimeout
`

// Neither tests nor what only they import is checked or compiled, unless tests
// are asked for.
func TestTestsCostNothing(t *testing.T) {
	for _, tests := range []bool{false, true} {
		// No other run has checked this text.
		dir := unpack(t, txtar.Parse([]byte(strings.Replace(tested, "STAMP", time.Now().String(), 1))))
		log := filepath.Join(t.TempDir(), "units")
		sys := analyze(t, dir, gosystem.Options{Tests: tests, Env: []string{unitsFile + "=" + log}})
		if len(sys.Gaps) > 0 {
			t.Errorf("gap: %s: %s", sys.Gaps[0].What, sys.Gaps[0].Why)
		}
		units, err := os.ReadFile(log)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"main_test.go", "outer_test.go", "testing/iotest"} {
			if strings.Contains(string(units), name) != tests {
				t.Errorf("tests %v: %s among what was checked is %v", tests, name, !tests)
			}
		}
	}
}
