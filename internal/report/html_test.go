package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/reporttest"
)

func rendered(t testing.TB, r *finding.Report) (string, *html.Node) {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), root
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func elements(root *html.Node, tag string) []*html.Node {
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == tag {
			all = append(all, n)
		}
	}
	return all
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// The page has every finding once, in order, with what filters look at.
func TestHTMLFindings(t *testing.T) {
	_, root := rendered(t, reporttest.Shop())
	var got []string
	for _, a := range elements(root, "article") {
		got = append(got, attribute(a, "id")+" "+attribute(a, "data-level")+" "+attribute(a, "data-status"))
	}
	want := []string{
		"PATH-001-0c2d4e6f  ", "OBJ-005-3fa2c1b0 critical open", "GOC-004-77aa0b1c high open", "OBJ-003-9d8e7f60 medium open",
		"AUD-001-0badcafe medium open", "NET-003-1234abcd low latent", "NET-003-51c0ffee medium accepted",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if steps := elements(elements(root, "article")[0], "li"); len(steps) < 3 || !strings.HasPrefix(textOf(steps[1]), "Such a request reads the credentials") {
		t.Errorf("the path's story is not told: %d steps", len(steps))
	}
}

// What nobody has said is shown as assumed, what was answered is not asked.
func TestHTMLSaysWhoSaidIt(t *testing.T) {
	page, root := rendered(t, reporttest.Shop())
	found := false
	for _, tr := range elements(root, "tr") {
		cells := elements(tr, "td")
		if names := elements(tr, "th"); len(names) != 1 || textOf(names[0]) != "Customer records" {
			continue
		}
		found = true
		if textOf(cells[0]) != "severe" || textOf(cells[2]) != "noticeable (assumed)" {
			t.Errorf("got %q and %q", textOf(cells[0]), textOf(cells[2]))
		}
	}
	if !found {
		t.Error("the data is not listed")
	}
	if !strings.Contains(page, "Q-7f3a") || strings.Contains(page, "Q-8a40") {
		t.Error("only the open question is to be asked")
	}
}

// Each link inside the page leads somewhere, and ids are unique.
func TestHTMLLinks(t *testing.T) {
	_, root := rendered(t, reporttest.Shop())
	ids := map[string]int{}
	for n := range root.Descendants() {
		if id := attribute(n, "id"); id != "" {
			ids[id]++
		}
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("id %s occurs %d times", id, n)
		}
	}
	for _, a := range elements(root, "a") {
		if target := strings.TrimPrefix(attribute(a, "href"), "#"); ids[target] == 0 {
			t.Errorf("nothing at #%s", target)
		}
	}
}

// The content policy names exactly the style and the script of the page, which
// loads nothing.
func TestHTMLNeedsNothingElse(t *testing.T) {
	_, root := rendered(t, reporttest.Shop())
	policy := ""
	for _, m := range elements(root, "meta") {
		if attribute(m, "http-equiv") == "Content-Security-Policy" {
			policy = attribute(m, "content")
		}
	}
	for _, tag := range []string{"style", "script"} {
		found := elements(root, tag)
		if len(found) != 1 {
			t.Fatalf("%d %s elements", len(found), tag)
		}
		sum := sha256.Sum256([]byte(found[0].FirstChild.Data))
		if want := tag + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; !strings.Contains(policy, want) {
			t.Errorf("the policy %q lacks %q", policy, want)
		}
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "src" || a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		}
	}
}

// What a source calls its parts never becomes markup.
func TestHTMLEscapes(t *testing.T) {
	count := func(r *finding.Report) map[string]int {
		_, root := rendered(t, r)
		n := map[string]int{}
		for d := range root.Descendants() {
			if d.Type == html.ElementNode {
				n[d.Data]++
			}
		}
		return n
	}
	plainly := count(hostile("x"))
	for _, s := range []string{`</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, "</title></svg></style><b>"} {
		got := count(hostile(s))
		for tag, n := range got {
			if n != plainly[tag] {
				t.Errorf("%q: %d <%s> instead of %d", s, n, tag, plainly[tag])
			}
		}
	}
}

func TestHTMLOfNothing(t *testing.T) {
	page, root := rendered(t, &finding.Report{})
	if !strings.Contains(page, "No threats were found in what was read.") || len(elements(root, "article")) != 0 {
		t.Error("an empty report does not say so")
	}
}
