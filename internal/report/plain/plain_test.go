package plain

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLine(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"ordinary", `aws_s3_bucket.reports["eu"]`, `aws_s3_bucket.reports["eu"]`},
		{"other scripts", "Kundenverträge 顧客", "Kundenverträge 顧客"},
		{"colour", "a\x1b[31mred", `a\x1b[31mred`},
		{"one-byte CSI", "a\u009b31m", `a\x9b31m`},
		{"line break", "a\nb\tc", "a b c"},
		{"turned direction", "a\u202eb", `a\u202eb`},
		{"invisible", "a\u200bb\ufeffc", `a\u200bb\ufeffc`},
		{"a build command", "::error file=x::y", `\x3a:error file=x::y`},
		{"a build command after a word", "x ::stop-commands::y", `x \x3a:stop-commands::y`},
		{"two in a row", "::a ::b ::c x", `\x3a:a \x3a:b \x3a:c x`},
		{"an older build command", "x##[group]##vso[y]", `x#\x23[group]#\x23vso[y]`},
		{"an address and a function", "::/0 ::1 ::ffff:10.0.0.1 provider::aws::arn_parse", "::/0 ::1 ::ffff:10.0.0.1 provider::aws::arn_parse"},
		{"not UTF-8", "a\xffb", "a\ufffdb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Line(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct {
		in    string
		limit int
		want  string
	}{
		{"short", 5, "short"},
		{"longer", 5, "long…"},
		{"ääää", 4, "ääää"},
		{"äääää", 4, "äää…"},
	} {
		if got := Cut(c.in, c.limit); got != c.want {
			t.Errorf("Cut(%q, %d) = %q, want %q", c.in, c.limit, got, c.want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"aws_s3_bucket.a", "aws_s3_bucket.a"},
		{"_emphasis_", `\_emphasis\_`},
		{"*a* `b` [x](y) | <img>", "\\*a\\* \\`b\\` \\[x\\](y) \\| &lt;img&gt;"},
		{"@team", "&#64;team"},
		{"# head", `\# head`},
	} {
		if got := Markdown(c.in); got != c.want {
			t.Errorf("Markdown(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCode(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a", "`a`"},
		{"a`b``c", "``` a`b``c ```"},
		{"a|b", "`a\\|b`"},
	} {
		if got := Code(c.in); got != c.want {
			t.Errorf("Code(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		n     int
		thing string
		want  string
	}{{1, "path", "1 path"}, {0, "path", "0 paths"}, {2, "policy", "2 policies"}, {2, "way", "2 ways"}} {
		if got := Count(c.n, c.thing); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 25000: "25,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := Number(n); got != want {
			t.Errorf("Number(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestJSONStaysTheSameDocument(t *testing.T) {
	const in = "a\u009b31m \u202e \U000e0041 \u007f é ##[x] ##vso[y]"
	encoded, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	safe := JSON(encoded)
	var out string
	if err := json.Unmarshal(safe, &out); err != nil || out != in {
		t.Errorf("%q, %v", out, err)
	}
	if strings.ContainsFunc(string(safe), steers) || strings.Contains(string(safe), "##") {
		t.Errorf("%q still steers", safe)
	}
}

func FuzzLine(f *testing.F) {
	for _, s := range []string{"a", "\x1b]8;;http://x\x07", "\u202e", "\xff\xfe", "::a ::b ::c ::d ", "###[[##vso["} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Line(s)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, steers) {
			t.Errorf("Line(%q) = %q still steers", s, got)
		}
		if Line(got) != got {
			t.Errorf("Line(%q) changes when applied twice", s)
		}
	})
}
