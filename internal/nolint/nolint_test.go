package nolint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const source = `package p

import "os"

func line() {
	os.Getenv("a") //nolint:threatvet // fixed by the platform
	os.Getenv("b")
}

//nolint:gosec,ThreatVet
func function() {
	os.Getenv("c")
}

func statement() {
	//nolint:threatvet
	if os.Getenv("d") == "" {
		os.Getenv("e")
	}
	os.Getenv("f")
}

func other() { //nolint:errcheck
	os.Getenv("g")
}

// nolint
func everything() {
	os.Getenv("h")
}

// nolinting is not the word, nor does talk about nolint count.
func talk() {
	os.Getenv("i")
}

  //nolint:threatvet
func elsewhere() { // the comment above is not in its column
	os.Getenv("j")
}
`

func silenced(source string) string {
	var quiet []string
	for i, text := range strings.Split(source, "\n") {
		_, arg, ok := strings.Cut(text, `Getenv("`)
		if !ok {
			continue
		}
		for _, d := range Parse("p.go", []byte(source)) {
			if d.Silences(i+1, "threatvet") {
				quiet = append(quiet, arg[:1])
				break
			}
		}
	}
	return strings.Join(quiet, "")
}

func TestSilences(t *testing.T) {
	if got, want := silenced(source), "acdeh"; got != want {
		t.Errorf("silenced %q, want %q", got, want)
	}
	for _, whole := range []string{"package p //nolint:threatvet // generated", "//nolint:all\npackage p"} {
		if got, want := silenced(strings.Replace(source, "package p", whole, 1)), "abcdefghij"; got != want {
			t.Errorf("%s: silenced %q, want %q", whole, got, want)
		}
	}
	if got := silenced(source + "\nfunc {"); got == "" {
		t.Error("a mistake at the end made every directive void")
	}
}

func TestReason(t *testing.T) {
	d := Parse("p.go", []byte(source))[0]
	want := Directive{From: 6, To: 6, Names: []string{"threatvet"}, Reason: "fixed by the platform", Line: 6, Column: 17}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff, fmt.Sprint(d))
	}
}
