package nolint

import "testing"

func TestNosec(t *testing.T) {
	for _, c := range []struct {
		name, comment, threat string
		want                  bool
	}{
		{"the rule of the threat", "// #nosec G404 -- a game", "GOX-002", true},
		{"one of several rules", "//#nosec G101 G404", "GOX-002", true},
		{"another rule", "// #nosec G101", "GOX-002", false},
		{"no rule means all", "// #nosec", "GOX-002", true},
		{"the newer form", "//gosec:disable G112 - Not publicly exposed", "GOH-030", true},
		{"talk of it is none", "// see gosec:disable", "GOX-002", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := Parse("x.go", []byte("package p\n\nvar x = 1 "+c.comment+"\n"))
			got := false
			for _, d := range list {
				got = got || d.Silences(3, Names(c.threat)...)
			}
			if got != c.want {
				t.Errorf("%q silences %s: %v, want %v", c.comment, c.threat, got, c.want)
			}
		})
	}
}

func TestNosecReason(t *testing.T) {
	list := Parse("x.go", []byte("package p\n\nvar x = 1 // #nosec G404 -- a game\n"))
	if len(list) != 1 || list[0].Reason != "a game" {
		t.Errorf("got %+v, want the reason %q", list, "a game")
	}
}

// Behind a statement of several lines, a comment of gosec's speaks of all of it,
// one of golangci-lint's of its line only.
func TestBehindStatement(t *testing.T) {
	const head = "package p\n\nfunc f() {\n\tg()\n"
	for _, c := range []struct {
		name, code string
		want       bool
	}{
		{"a call", "\tcall(\n\t\tx,\n\t) // #nosec G404", true},
		{"an assignment", "\ty := call(\n\t\tx) // #nosec", true},
		{"a declaration", "\tvar y = call(\n\t\tx) //gosec:disable G404 -- a game", true},
		{"another rule", "\tcall(\n\t\tx,\n\t) // #nosec G101", false},
		{"golangci-lint's", "\tcall(\n\t\tx,\n\t) //nolint:gosec", false},
		{"the end of a block", "\tif x {\n\t\tcall()\n\t} // #nosec", false},
		{"the statement before", "\tcall(\n\t\tx)\n\tother() // #nosec", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := false
			for _, d := range Parse("x.go", []byte(head+c.code+"\n}\n")) {
				got = got || d.Silences(5, append(Names("GOX-002"), "gosec")...)
				if d.Silences(4, Names("GOX-002")...) {
					t.Error("the statement before is silenced")
				}
			}
			if got != c.want {
				t.Errorf("silenced: %v, want %v", got, c.want)
			}
		})
	}
}
