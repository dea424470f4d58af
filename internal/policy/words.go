package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// checkWords finds misspelt facts that the input's schema cannot see, because
// they are read through a look-up by id or a function's parameter, or named in
// "because".
func checkWords(module *ast.Module) error {
	var err error
	check := func(name *ast.Term) {
		word, ok := name.Value.(ast.String)
		if !ok || err != nil {
			return
		}
		if _, known := model.Words().Fact(string(word)); !known {
			err = problem{name.Location, fmt.Sprintf("%q is no fact of the model%s", string(word), nearest(string(word), factNames()))}
		}
	}
	ast.WalkRefs(module, func(ref ast.Ref) bool {
		for i := 1; i+1 < len(ref); i++ {
			if ref[i].Value.Compare(ast.String("facts")) == 0 {
				check(ref[i+1])
			}
		}
		return false
	})
	for _, name := range becauseNames(module) {
		check(name)
	}
	return err
}

// becauseNames are the constants that a module lists as "because".
func becauseNames(module *ast.Module) []*ast.Term {
	var names []*ast.Term
	ast.WalkTerms(module, func(t *ast.Term) bool {
		object, ok := t.Value.(ast.Object)
		if !ok {
			return false
		}
		if because := object.Get(ast.StringTerm("because")); because != nil {
			if list, ok := because.Value.(*ast.Array); ok {
				list.Foreach(func(name *ast.Term) { names = append(names, name) })
			}
		}
		return false
	})
	return names
}

func factNames() []string {
	var names []string
	for _, w := range model.Words().Facts {
		names = append(names, w.Name)
	}
	return names
}

// nearest proposes the name that shares the most with a misspelt one.
func nearest(word string, names []string) string {
	best, score := "", 0
	for _, name := range names {
		n := common(word, name) + common(reversed(word), reversed(name))
		if n > score {
			best, score = name, n
		}
	}
	if score < 4 {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func reversed(s string) string {
	letters := strings.Split(s, "")
	slices.Reverse(letters)
	return strings.Join(letters, "")
}
