package docs

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

func facts() (string, error) {
	words := model.Words()
	var b strings.Builder
	fmt.Fprintf(&b, `# The words of the model

Policies and catalogue entries may use these kinds and facts and no other, so that a misspelt one is refused.
A fact is known, assumed (the owners or a convention say so) or unknown; a policy sees only what is known.

## %d kinds of elements

%s

## %d facts

| fact | type | what it says |
|---|---|---|
`, len(words.Kinds), codes(words.Kinds), len(words.Facts))
	for _, f := range words.Facts {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", f.Name, f.Type, cell(f.About))
	}
	return b.String(), nil
}
