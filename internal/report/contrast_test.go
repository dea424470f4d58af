package report

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Text can be read in both colour schemes: at least 4.5 to 1, as WCAG asks of
// text, and 3 to 1 for the lines of the diagram.
func TestContrast(t *testing.T) {
	css, err := pageFiles.ReadFile("page/page.css")
	if err != nil {
		t.Fatal(err)
	}
	schemes := regexp.MustCompile(`(?s)--page: .*?\}`).FindAllString(string(css), -1)
	if len(schemes) != 4 { // light, dark by the system, dark by choice, paper
		t.Fatalf("%d colour schemes", len(schemes))
	}
	for i, scheme := range schemes {
		colours := map[string]string{}
		for _, m := range regexp.MustCompile(`--([\w-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(scheme, -1) {
			colours[m[1]] = m[2]
		}
		for _, ground := range []string{"page", "card", "tint"} {
			for _, ink := range []string{"text", "soft", "link", "critical", "high", "medium", "low", "attack"} {
				if got := contrast(t, colours[ink], colours[ground]); got < 4.5 {
					t.Errorf("scheme %d: %s on %s has %.2f to 1", i, ink, ground, got)
				}
			}
		}
		for _, level := range []string{"critical", "high", "medium", "low", "attack", "soft"} {
			if got := contrast(t, colours["on-level"], colours[level]); got < 4.5 {
				t.Errorf("scheme %d: writing on %s has %.2f to 1", i, level, got)
			}
		}
	}
	if schemes[1][:strings.Index(schemes[1], "}")] == "" || strings.Join(strings.Fields(schemes[1]), "") != strings.Join(strings.Fields(schemes[2]), "") {
		t.Error("dark by choice differs from dark by the system")
	}
}

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatalf("%q: %v", colour, err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
