package finding_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/threatvet/threatvet/internal/finding"
)

func TestLineHashes(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty file", "", "c129715d7a2bc9a3:1"},
		{"blanks do not count", " a\nb\n  \t\tc\n d", "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1"},
	}
	for _, tt := range tests {
		if got := strings.Join(finding.LineHashes(tt.in), " "); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestLineHashesOfTheSameText(t *testing.T) {
	lf := finding.LineHashes("a\nb\n\nc\n")
	for name, text := range map[string]string{"CRLF": "a\r\nb\r\n\r\nc\r\n", "CR": "a\rb\r\rc\r", "blanks": "\ta \n b\n\t\nc\n"} {
		if diff := cmp.Diff(lf, finding.LineHashes(text)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if n := len(lf); n != 5 {
		t.Errorf("%d hashes, want 5: a file that ends with a line feed has an empty last line", n)
	}
	same := finding.LineHashes(strings.Repeat("x\n", 300))
	if first, second := same[0], same[1]; strings.TrimSuffix(first, ":1") != strings.TrimSuffix(second, ":2") || first == second {
		t.Errorf("equal lines are not counted: %s %s", first, second)
	}
	if a, b := finding.LineHashes("\U0001F600\n"), finding.LineHashes("x\n"); a[0] == b[0] {
		t.Error("characters beyond 16 bits are lost")
	}
}
