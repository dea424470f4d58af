package finding

import (
	"path"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// callerFirst moves the place where a module's caller decided a value to the
// front: a module that many share is right, and the line to change is the
// caller's. A value that the module decides by itself stays where it is.
func callerFirst(chain []model.Evidence) []model.Evidence {
	if len(chain) == 0 || !strings.HasPrefix(chain[0].Address, "module.") {
		return chain
	}
	inside := path.Dir(chain[0].File)
	deepest := -1
	for i, e := range chain {
		if decides[e.Note] && path.Dir(e.File) != inside && !belongs(e.Address, chain[0].Address) {
			deepest = i
		}
	}
	if deepest <= 0 {
		return chain
	}
	moved := chain[deepest]
	rest := slices.Delete(slices.Clone(chain), deepest, deepest+1)
	return slices.Insert(rest, 0, moved)
}

// decides are the notes of places where a value is written or chosen, not only
// passed on.
var decides = map[string]bool{"module argument": true, "item": true, "local": true, "tfvars": true, "variable default": true}

// belongs reports whether a place stands inside the module instance that holds
// the resource.
func belongs(place, resource string) bool {
	module := resource
	if i := strings.LastIndex(resource, "."); i > 0 {
		if j := strings.LastIndex(resource[:i], "."); j > 0 {
			module = resource[:j]
		}
	}
	return strings.HasPrefix(place, module+".")
}
