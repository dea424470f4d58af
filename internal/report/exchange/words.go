package exchange

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/hashicorp/hcl/v2/hclsimple"
)

//go:embed words.hcl
var wordsFile []byte

type kindWords struct {
	Name      string `hcl:"name,label"`
	Threagile string `hcl:"threagile"`
	Type      string `hcl:"type,optional"` // Threagile's; a process where nothing is said
	Machine   string `hcl:"machine"`
}

type harmWords struct {
	Name      string `hcl:"name,label"`
	Threagile string `hcl:"threagile"`
	Dragon    string `hcl:"dragon"`
	OTM       string `hcl:"otm"`
}

type protocolWords struct {
	Name      string `hcl:"name,label"`
	Plain     string `hcl:"plain"`
	Encrypted string `hcl:"encrypted"`
}

type zoneWords struct {
	Name      string `hcl:"name,label"`
	Threagile string `hcl:"threagile"`
}

type words struct {
	Kinds     []kindWords     `hcl:"kind,block"`
	Harms     []harmWords     `hcl:"harm,block"`
	Protocols []protocolWords `hcl:"protocol,block"`
	Zones     []zoneWords     `hcl:"zone,block"`
}

// The file is part of the program: that it does not load is a bug of ours, which
// every test here finds.
var allWords = sync.OnceValue(func() words {
	var w words
	if err := hclsimple.Decode("words.hcl", wordsFile, nil, &w); err != nil {
		panic(err)
	}
	return w
})

// kindOf returns the words for a kind, or for its family, and whether there are any.
func kindOf(kind string) (kindWords, bool) {
	family, _, _ := strings.Cut(kind, ".")
	for _, name := range []string{kind, family} {
		if i := slices.IndexFunc(allWords().Kinds, func(k kindWords) bool { return k.Name == name }); i >= 0 {
			return allWords().Kinds[i], true
		}
	}
	return kindWords{}, false
}

// harmOf returns the words for a category of STRIDE. A user's policy can lack
// one, or have one that nobody knows: gaining rights is the widest.
func harmOf(stride string) harmWords {
	all := allWords().Harms
	if i := slices.IndexFunc(all, func(h harmWords) bool { return h.Name == stride }); i >= 0 {
		return all[i]
	}
	return all[len(all)-1]
}

// pick is one of a scale's words for a number from 0 on.
func pick(n int, scale ...string) string { return scale[min(max(n, 0), len(scale)-1)] }

// unique makes ids of letters, digits and hyphens, the same for the same name,
// different for different ones.
type unique struct {
	byName map[string]string
	taken  map[string]bool
}

func newUnique() *unique { return &unique{map[string]string{}, map[string]bool{}} }

func (u *unique) id(prefix, name string) string {
	key := prefix + "\x00" + name
	if id := u.byName[key]; id != "" {
		return id
	}
	base := prefix + "-" + slug(name)
	id := base
	for n := 2; u.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	u.byName[key], u.taken[id] = id, true
	return id
}

func slug(name string) string {
	var b strings.Builder
	hyphen := true // none at the beginning
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
			hyphen = false
		} else if !hyphen {
			b.WriteByte('-')
			hyphen = true
		}
	}
	text := strings.TrimSuffix(b.String(), "-")
	if text == "" {
		return "x"
	}
	return text
}
