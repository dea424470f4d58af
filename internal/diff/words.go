package diff

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/threatvet/threatvet/internal/model"
	"github.com/threatvet/threatvet/internal/report/plain"
)

// named is how many names a sentence holds; the others are counted.
const named = 3

// names lists ids in a sentence: "a, b, c and 4 more".
func names(ids []string) string {
	var words []string
	for _, id := range ids {
		words = append(words, plain.End(id))
	}
	return enumerate(words)
}

func enumerate(words []string) string {
	if more := len(words) - named; more > 0 {
		return strings.Join(words[:named], ", ") + " and " + plain.Number(more) + " more"
	}
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// capital begins a sentence with a capital letter, unless it begins with a name
// from the sources.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word, _, _ := strings.Cut(s, " ")
	if strings.ContainsAny(word, "._:/[") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// reachedFrom says an exposure in words.
func reachedFrom(level string) string {
	switch level {
	case model.ExposureInternet:
		return "the internet"
	case model.ExposureAuthenticated:
		return "the internet, behind a login"
	case model.ExposurePartner:
		return "addresses outside that are let in"
	case model.ExposureInternal:
		return "the inside only"
	case model.ExposurePrivileged:
		return "administrators only"
	}
	return "nowhere"
}

// near orders the exposures; 0 where nothing is known.
func near(e model.Exposure) int {
	if e.State == model.Unknown {
		return 0
	}
	order := []string{"", model.ExposureNone, model.ExposurePrivileged, model.ExposureInternal, model.ExposurePartner, model.ExposureAuthenticated, model.ExposureInternet}
	return max(0, slices.Index(order, e.Level))
}

// outside reports whether strangers reach that far.
func outside(e model.Exposure) bool {
	return near(e) >= near(model.Exposure{Level: model.ExposurePartner})
}

// atStake names the data with the given ids that somebody would be hurt by, with
// the rating of the worst: "Customer records and Orders".
func (h *half) atStake(ids []string) string {
	var words []string
	for _, id := range ids {
		d := h.x.Data[id]
		if d == nil || max(d.Confidentiality, d.Integrity, d.Availability) < serious {
			continue
		}
		if w := plain.Line(d.Name); !slices.Contains(words, w) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return enumerate(words)
}

// serious is the rating from which data counts as what matters.
const serious = 3

// kindWord says an element's kind in words: store.object is an object store.
func kindWord(kind string) string {
	if w, ok := map[string]string{
		"compute.vm": "machine", "compute.container": "container", "compute.function": "function", "compute.batch": "batch job",
		"gateway.api": "API gateway", "gateway.cdn": "content network", "gateway.lb": "load balancer", "gateway.waf": "web firewall",
		"go.service": "Go program", "go.handler": "handler in Go", "k8s.cluster": "cluster", "k8s.workload": "workload",
		"store.object": "object store", "store.sql": "database", "store.nosql": "table", "store.cache": "cache", "store.search": "search index",
		"store.file": "file store", "store.block": "disk", "store.snapshot": "snapshot", "store.registry": "registry", "store.warehouse": "warehouse",
		"secret_store": "secret", "kms_key": "key", "external.saas": "foreign service", "identity_provider": "identity provider",
	}[kind]; ok {
		return w
	}
	return strings.ReplaceAll(strings.ReplaceAll(kind, ".", " "), "_", " ")
}

func article(word string) string {
	if strings.ContainsRune("aeiouAEIO", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}

func counted(n int, word string) string {
	if n == 1 {
		return article(word)
	}
	return fmt.Sprintf("%s %s", plain.Number(n), plural(word))
}

func plural(word string) string {
	if strings.HasSuffix(word, "y") && !strings.HasSuffix(word, "ey") {
		return strings.TrimSuffix(word, "y") + "ies"
	}
	if strings.HasSuffix(word, "x") {
		return word + "es"
	}
	return word + "s"
}
