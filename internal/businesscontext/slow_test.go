package businesscontext

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A file of the largest size that is read must not take noticeably longer than
// reading it, whatever stands in it. The short run is the race detector's, which
// has a clock of its own.
func TestHostileFilesAreCheap(t *testing.T) {
	var keys strings.Builder
	for i := range maxLines - 1 {
		fmt.Fprintf(&keys, "k%d: 1\n", i)
	}
	for name, source := range map[string]string{
		"list of words":   "data:\n" + strings.Repeat("- a\n", maxLines-2),
		"unknown keys":    keys.String(),
		"one long line":   "data: [" + strings.Repeat("{name: a},", 100_000) + "]",
		"words in a line": "data: [" + strings.Repeat("a,", 1<<19-10) + "]",
		"colons":          strings.Repeat("a: ", 1<<18),
		"anchors":         strings.Repeat("&a ", 1<<18),
	} {
		began := time.Now()
		_, problems := read("threat-context.yaml", []byte(source))
		if took := time.Since(began); took > 10*time.Second && !testing.Short() {
			t.Errorf("%s: %v", name, took)
		} else {
			t.Logf("%s: %v, %d problems", name, took, len(problems))
		}
		if len(problems) > maxProblems {
			t.Errorf("%s: %d problems", name, len(problems))
		}
	}
}
