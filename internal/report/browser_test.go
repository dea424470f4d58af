package report

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/threatvet/threatvet/internal/report/reporttest"
)

// What people do with the page, tried in a browser.
func TestPageInBrowser(t *testing.T) {
	b := startBrowser(t)
	page, _ := rendered(t, reporttest.Shop())
	address := b.open(page)
	for _, part := range []struct {
		name string
		try  func(*testing.T, *browser)
	}{
		{"filters", tryFilters}, {"folds", tryFolds}, {"paths", tryPaths}, {"links", tryLinks}, {"keyboard", tryKeyboard},
		{"names", tryNames}, {"narrow", tryNarrow}, {"dark", tryDark}, {"paper", tryPaper},
	} {
		t.Run(part.name, func(t *testing.T) {
			b.t = t
			part.try(t, b)
		})
	}
	for _, e := range b.said("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded") {
		t.Errorf("the browser complains: %s", e)
	}
	for _, e := range b.said("Network.requestWillBeSent") {
		if !strings.Contains(e, `"url":"`+address) {
			t.Errorf("the page loads something: %s", e)
		}
	}
}

const visible = `[...document.querySelectorAll("article.finding")].filter((f) => f.offsetParent !== null).map((f) => f.id.slice(0, 7)).join(" ")`

func set(selector, value string) string {
	return `(() => { const x = document.querySelector('` + selector + `'); x.value = '` + value + `'; x.dispatchEvent(new Event("input", {bubbles: true})); return "" })()`
}

func tryFilters(t *testing.T, b *browser) {
	const all = "OBJ-005 GOC-004 OBJ-003 AUD-001 NET-003 NET-003"
	check := func(what, want, said string) {
		t.Helper()
		if got := b.text(visible); got != want {
			t.Errorf("%s: got %s, want %s", what, got, want)
		}
		if got := b.text(`document.getElementById("shown").textContent`); got != said {
			t.Errorf("%s: it says %q, want %q", what, got, said)
		}
	}
	check("at first", all, "All 6 threats are shown")
	b.eval(set("#words", "old VERSIONS"), nil)
	check("words", "OBJ-003", "1 of 6 threats are shown")
	b.eval(set("#words", ""), nil)
	b.eval(set("#by-owner", "@shop/payments"), nil)
	check("owner", "GOC-004", "1 of 6 threats are shown")
	b.eval(set("#by-owner", ""), nil)
	b.eval(set("#by-harm", "elevation"), nil)
	check("harm", "NET-003 NET-003", "2 of 6 threats are shown")
	b.eval(set("#by-harm", ""), nil)
	b.eval(set("#by-file", "infra/storage.tf"), nil)
	check("file", "OBJ-005 OBJ-003", "2 of 6 threats are shown")
	b.eval(`document.querySelector("input[value=critical]").click()`, nil)
	check("file and level", "OBJ-003", "1 of 6 threats are shown")
	if got := b.text(`document.getElementById("level-high").checkVisibility()`); got != "false" {
		t.Error("a heading without threats below it is shown")
	}
	b.eval(`document.getElementById("filters").reset(); new Promise((done) => setTimeout(done, 50))`, nil)
	check("after reset", all, "All 6 threats are shown")
}

// Where nothing is folded otherwise, the script draws the arrows where they were.
func tryFolds(t *testing.T, b *browser) {
	const arrows = `JSON.stringify([...document.querySelectorAll(".arrow")].map((a) => a.innerHTML + a.getAttribute("class")))`
	const height = `+document.querySelector(".scroll > svg").getAttribute("height")`
	before := b.text(arrows)
	b.eval(`document.getElementById("refold").click()`, nil)
	if got := b.text(arrows); got != before {
		t.Errorf("the script draws other arrows:\n%s\nthan\n%s", got, before)
	}
	var tall, flat float64
	b.eval(height, &tall)
	const zone = `[...document.querySelectorAll(".zone:not(.folded)")].at(-1)`
	b.eval(`window.zone = `+zone+`; zone.querySelector(".head").focus(); ""`, nil)
	b.key("Enter", 13)
	b.eval(height, &flat)
	if flat >= tall {
		t.Errorf("folding with the keyboard: height %v after %v", flat, tall)
	}
	if got := b.text(`zone.querySelector(".head").getAttribute("aria-expanded") + " " + (zone.querySelector(".part").getClientRects().length > 0)`); got != "false false" {
		t.Errorf("folded: %s", got)
	}
	b.key("Enter", 13)
	if got := b.text(arrows); got != before {
		t.Error("folding and unfolding moves arrows")
	}
	b.eval(`document.getElementById("unfold").click()`, nil)
	if got := b.text(`document.querySelectorAll(".folded").length`); got != "0" {
		t.Errorf("%s are folded after all were unfolded", got)
	}
	b.eval(`document.getElementById("refold").click()`, nil)
}

func tryPaths(t *testing.T, b *browser) {
	b.eval(`document.querySelector("#tools [data-pick='1']").click()`, nil)
	got := b.text(`[...document.querySelectorAll(".arrow.lit .step text")].map((s) => s.textContent).sort().join(" ")`)
	if got != "1 2 3" && got != "2 3" && !strings.HasPrefix(got, "1") {
		t.Errorf("the steps of path 1 are %q", got)
	}
	if got := b.text(`document.getElementById("picked").textContent + getComputedStyle(document.querySelector(".part:not(.lit)")).opacity`); got != "Path 1 is shown0.2" {
		t.Errorf("got %q", got)
	}
	b.eval(`document.querySelector("#tools [data-pick='none']").click()`, nil)
	if got := b.text(`getComputedStyle(document.querySelector(".arrow.attack")).display`); got != "none" {
		t.Error("attack steps are still drawn")
	}
	b.eval(`document.querySelector("#tools [data-pick='']").click()`, nil)
}

// A link shows what it leads to, even where that was filtered or folded away.
func tryLinks(t *testing.T, b *browser) {
	b.eval(set("#words", "nothing has this"), nil)
	b.eval(`location.hash = "#OBJ-003-9d8e7f60"; new Promise((done) => setTimeout(done, 200))`, nil)
	if got := b.text(`document.getElementById("OBJ-003-9d8e7f60").checkVisibility()`); got != "true" {
		t.Error("the finding stays hidden")
	}
	b.eval(`location.hash = "#part-2"; new Promise((done) => setTimeout(done, 200))`, nil)
	if got := b.text(`document.getElementById("part-2").checkVisibility()`); got != "true" {
		t.Error("the part stays folded away")
	}
	b.eval(`(() => { for (const d of document.querySelectorAll("details")) d.open = false; return "" })()`, nil)
}

// The tabulator reaches everything that can be used, in the order of the page,
// and shows where it is.
func tryKeyboard(t *testing.T, b *browser) {
	b.eval(`window.reached = new Set(); window.unseen = [];
		document.activeElement.blur(); scrollTo(0, 0);
		addEventListener("focusin", (e) => {
			reached.add(e.target);
			const s = getComputedStyle(e.target), inner = e.target.querySelector(".box, .bar");
			if (s.outlineStyle === "none" && !(inner && getComputedStyle(inner).strokeWidth === "4px")) unseen.push(e.target.outerHTML.slice(0, 120));
		}); ""`, nil)
	var total int
	const usable = `[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((x) => x.checkVisibility({visibilityProperty: true}) && x.getClientRects().length > 0)`
	b.eval(usable+".length", &total)
	for range total + 5 {
		b.key("Tab", 9)
	}
	if got := b.text(usable + `.filter((x) => !reached.has(x)).map((x) => x.outerHTML.slice(0, 120)).join("\n")`); got != "" {
		t.Errorf("of %d not reached:\n%s", total, got)
	}
	if got := b.text(`unseen.join("\n")`); got != "" {
		t.Errorf("it cannot be seen that these are reached:\n%s", got)
	}
	if total < 30 {
		t.Errorf("only %d things can be used", total)
	}
}

// Whoever hears the page hears what everything is.
func tryNames(t *testing.T, b *browser) {
	var tree struct {
		Nodes []struct {
			Ignored bool
			Role    struct{ Value string }
			Name    struct{ Value string }
		}
	}
	b.call("Accessibility.getFullAXTree", nil, &tree)
	roles := map[string]int{}
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		roles[n.Role.Value]++
		switch n.Role.Value {
		case "button", "link", "checkbox", "combobox", "searchbox", "region", "navigation", "form", "heading", "DisclosureTriangle":
			if strings.TrimSpace(n.Name.Value) == "" {
				text, _ := json.Marshal(n)
				t.Errorf("a %s without a name: %s", n.Role.Value, text)
			}
		}
	}
	for _, role := range []string{"main", "banner", "navigation", "contentinfo", "form", "region", "searchbox", "table"} {
		if roles[role] == 0 {
			t.Errorf("nothing is a %s: %v", role, roles)
		}
	}
}

// On a narrow screen nothing but the diagram and tables scrolls sideways.
func tryNarrow(t *testing.T, b *browser) {
	b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": false}, nil)
	if got := b.text(`document.documentElement.scrollWidth - document.documentElement.clientWidth`); got != "0" {
		t.Errorf("the page is %s pixels too wide", got)
	}
	b.call("Emulation.clearDeviceMetricsOverride", nil, nil)
}

func tryDark(t *testing.T, b *browser) {
	const ground = `getComputedStyle(document.body).backgroundColor`
	scheme := func(word string) {
		b.call("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-color-scheme", "value": word}}}, nil)
	}
	scheme("light")
	light := b.text(ground)
	scheme("dark")
	dark := b.text(ground)
	b.eval(`document.getElementById("theme").click()`, nil)
	if chosen := b.text(ground); dark == light || chosen != light {
		t.Errorf("light %s, dark %s, light by choice %s", light, dark, chosen)
	}
	b.eval(`delete document.documentElement.dataset.theme`, nil)
	scheme("light")
}

// On paper everything is unfolded, and what only works on a screen is left out.
func tryPaper(t *testing.T, b *browser) {
	b.eval(`window.leftFolded = -1; addEventListener("beforeprint", () => { leftFolded = document.querySelectorAll("details:not([open])").length }); ""`, nil)
	b.call("Page.printToPDF", nil, nil)
	if got := b.text("leftFolded"); got != "0" {
		t.Errorf("%s are folded on paper", got)
	}
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	if got := b.text(`[...document.querySelectorAll("nav, .filters, .tools, button")].filter((x) => x.checkVisibility()).length`); got != "0" {
		t.Errorf("%s controls are printed", got)
	}
	b.call("Emulation.setEmulatedMedia", map[string]any{"media": ""}, nil)
}
