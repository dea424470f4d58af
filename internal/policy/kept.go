package policy

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// Kept remembers the policies that were read and compiled, for evaluations that
// follow one another with the same files. It is for one evaluation at a time.
type Kept struct {
	read     bool
	sources  []*source
	gaps     []*model.Gap
	compiled map[string]*compiled
}

type compiled struct {
	compiler *ast.Compiler
	sources  []*source
	gaps     []*model.Gap
}

// load is the function of that name, whose answer a Kept remembers; nil
// remembers nothing.
func (k *Kept) load(user fs.FS) ([]*source, []*model.Gap) {
	if k == nil {
		return load(user)
	}
	if !k.read {
		k.sources, k.gaps = load(user)
		k.read = true
	}
	return slices.Clone(k.sources), slices.Clone(k.gaps)
}

// compile is the function of that name, with the same memory.
func (k *Kept) compile(sources []*source) (*ast.Compiler, []*source, []*model.Gap) {
	if k == nil {
		return compile(sources)
	}
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.file
	}
	key := strings.Join(names, "\n")
	c := k.compiled[key]
	if c == nil {
		c = &compiled{}
		c.compiler, c.sources, c.gaps = compile(sources)
		if k.compiled == nil || len(k.compiled) >= maxCompiled {
			k.compiled = map[string]*compiled{}
		}
		k.compiled[key] = c
	}
	return c.compiler, slices.Clone(c.sources), c.gaps
}

// maxCompiled bounds how many selections of policies are kept; each takes some
// megabytes.
const maxCompiled = 8
