package report

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/threatvet/threatvet/internal/finding"
	"github.com/threatvet/threatvet/internal/report/reporttest"
	"github.com/threatvet/threatvet/internal/report/wording"
)

// A page explains the technical terms that it uses. What counts as one stands in
// testdata/jargon.txt; every word of capitals is one too.
func TestPageExplainsItsTerms(t *testing.T) {
	page, root := rendered(t, reporttest.Shop())
	checkReading(t, page, root)
}

// checkReading fails for each technical term that a page uses and does not
// explain.
func checkReading(t *testing.T, page string, root *html.Node) {
	t.Helper()
	text := prose([]byte(page))
	explained := map[string]bool{}
	for _, dt := range elements(root, "dt") {
		explained[textOf(dt)] = true
	}
	for _, term := range jargon(t) {
		if !uses(text, term) {
			continue
		}
		terms := wording.Explained(term)
		if !slices.ContainsFunc(terms, func(x wording.Term) bool {
			return explained[x.Word] && (strings.EqualFold(x.Word, term) || forms(x, term))
		}) {
			t.Errorf("the page says %q and does not explain it", term)
		}
	}
	for _, word := range regexp.MustCompile(`\b[A-Z][A-Z0-9]{1,}\b`).FindAllString(text, -1) {
		if !slices.ContainsFunc(wording.Explained(word), func(x wording.Term) bool { return explained[x.Word] }) && !isLabel(word, text) {
			t.Errorf("the page says %s and does not explain it", word)
		}
	}
}

func forms(x wording.Term, term string) bool {
	return slices.ContainsFunc(x.Forms, func(f string) bool { return strings.EqualFold(f, term) })
}

// isLabel reports whether a word of capitals is a part of an id only, such as
// OBJ-005, a technique's number, or a method of the web.
func isLabel(word, text string) bool {
	if word == "GET" || word == "POST" || regexp.MustCompile(`^T\d+$`).MatchString(word) {
		return true
	}
	return !regexp.MustCompile(`(?:^|[^\w&= -]|[^=] )` + word + `(?:$|[^\w&-])`).MatchString(text)
}

func uses(text, term string) bool {
	form := regexp.QuoteMeta(term)
	if term == strings.ToLower(term) {
		form = "(?i:" + form + ")"
	}
	return regexp.MustCompile(`\b` + form + `(?:s|es)?(?:$|[^\w-])`).MatchString(text) // IAM-004 is an id
}

func jargon(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/jargon.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// The test above can fail: without its glossary the page is not readable.
func TestReadingNeedsTheGlossary(t *testing.T) {
	page, _ := rendered(t, reporttest.Shop())
	missing := 0
	for _, term := range jargon(t) {
		if uses(prose([]byte(page)), term) {
			missing++
		}
	}
	if missing < 5 {
		t.Errorf("only %d technical terms are used: the list is too short to test anything", missing)
	}
}

// An explanation does not lean on a term that is not explained.
func TestGlossaryExplainsItself(t *testing.T) {
	var all strings.Builder
	for _, term := range jargon(t) {
		all.WriteString(term + "\n")
	}
	for _, x := range wording.Explained(all.String()) {
		for _, term := range jargon(t) {
			if uses(x.Means, term) && len(wording.Explained(term)) == 0 {
				t.Errorf("%s is explained with %q, which is not", x.Word, term)
			}
		}
		if strings.TrimSpace(x.Means) == "" || !strings.HasSuffix(x.Means, ".") {
			t.Errorf("%s: %q is no sentence", x.Word, x.Means)
		}
	}
}

func TestNamesAreNoWords(t *testing.T) {
	n := newNames(reporttest.Shop().System)
	for in, want := range map[string]string{
		`Whoever holds aws_iam_role.web, or aws_s3_bucket.exports["eu"].`: `Whoever holds <code>aws_iam_role.web</code>, or <a href="#part-5"><code>aws_s3_bucket.exports[&#34;eu&#34;]</code></a>.`,
		`Set "versioned = \"yes\"" in it`:                                 `Set <code>versioned = &#34;yes&#34;</code> in it.`,
		`Take iam:PassRole away; see infra/main.tf:3`:                     `Take <code>iam:PassRole</code> away; see <code>infra/main.tf:3</code>.`,
		`It is <b>, and so on (e.g. here)`:                                `It is &lt;b&gt;, and so on (e.g. here).`,
	} {
		if got := string(n.link(in)); got != want {
			t.Errorf("%s\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestSnippets(t *testing.T) {
	got := snippets(`Set "http_tokens = \"required\"" or name it ("Resource"), see {x}.`)
	if !slices.Equal(got, []string{`http_tokens = "required"`}) {
		t.Errorf("got %q", got)
	}
}

func TestStoryNamesActorAndData(t *testing.T) {
	r := reporttest.Shop()
	p := r.System.Paths[0]
	p.Begins, p.Gains = "anyone on the internet", "reads"
	if got, want := storyOf(p, r.System), "anyone on the internet can read Customer records"; got != want {
		t.Errorf("got %q", got)
	}
	p.Data = nil
	if got, want := storyOf(p, r.System), "anyone on the internet can read what aws_s3_bucket.customers holds"; got != want {
		t.Errorf("got %q", got)
	}
	p.Gains = "admin"
	if got, want := harms(newOverview(&finding.Report{System: r.System, Findings: r.Findings}))[0].Text, "Anyone on the internet can take over the whole account, with all that is in it."; got != want {
		t.Errorf("got %q", got)
	}
}
