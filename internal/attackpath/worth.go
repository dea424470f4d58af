package attackpath

import (
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// worth is why an attacker would want what an element holds.
type worth struct {
	read, write bool     // reading, or changing it, does serious harm
	data        []string // the assets rated 3 or more
	inferred    bool     // nobody has said so: it is taken from names and kinds
	because     string   // what says so instead of an owner
	secrets     []secret
}

// secret is a credential that lies in an element.
type secret struct {
	of       string // the identity or store that it opens
	location model.Location
}

// serious is the rating from which on data is an end in itself.
const serious = 3

func (w *world) addWorth() {
	for _, d := range w.sys.DataAssets {
		if max(d.Confidentiality, d.Integrity) < serious {
			continue
		}
		for _, id := range d.FoundIn {
			if w.Elements[id] == nil {
				continue
			}
			v := w.valued(id)
			v.inferred = (v.inferred || len(v.data) == 0) && !d.Declared
			v.data = append(v.data, d.ID)
			v.read = v.read || d.Confidentiality >= serious
			v.write = v.write || d.Integrity >= serious
		}
	}
	for _, e := range w.sys.Elements {
		if e.Kind == "secret_store" && !e.Fact("kept_secret").False() {
			v := w.valued(e.ID)
			v.inferred = v.inferred || len(v.data) == 0
			v.read = true
		}
		if e.Kind == "ci.state" && w.keepsSecrets(e.Root) {
			v := w.valued(e.ID)
			v.inferred = v.inferred || len(v.data) == 0
			v.read = true
		}
		if found := w.secretsIn(e); len(found) > 0 {
			w.valued(e.ID).secrets = found
		}
	}
	w.addLogged()
}

// keepsSecrets reports whether a root makes passwords or keys, which then stand
// in its state.
func (w *world) keepsSecrets(root string) bool {
	return slices.ContainsFunc(w.sys.Elements, func(e *model.Element) bool {
		kept := e.Fact("kept_in_state")
		return e.Root == root && kept.True()
	})
}

func (w *world) valued(id string) *worth {
	if w.worth[id] == nil {
		w.worth[id] = &worth{}
	}
	return w.worth[id]
}

// secretWords are what a setting's name says when its value opens something.
var secretWords = []string{"secret", "password", "passwd", "token", "access_key", "accesskey", "credential", "private_key"}

func saysSecret(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(secretWords, func(word string) bool { return strings.Contains(name, word) })
}

// opened reports whether somebody acts with a key, as roles do not.
func opened(id *model.Identity) bool { return id.Kind == "user" || id.Kind == "service_account" }

// secretsIn finds the credentials that lie in an element: settings that say so
// and refer to a user, and arguments that hold a user's key.
func (w *world) secretsIn(e *model.Element) []secret {
	var list []secret
	add := func(id string, at model.Location) {
		if of := w.Elements[id]; of != nil && of.RunsAs != "" && w.Identities[id] == nil {
			id = of.RunsAs // a password that is a thing of its own
		}
		if user := w.Identities[id]; user != nil && opened(user) && id != e.ID {
			list = append(list, secret{of: id, location: at})
		}
	}
	for _, v := range e.Environment {
		if !saysSecret(v.Name) && !v.Sensitive {
			continue
		}
		for _, id := range v.RefersTo {
			at := e.Location
			if len(v.Value.Evidence) > 0 {
				at = v.Value.Evidence[0].Location
			}
			add(id, at)
		}
	}
	for _, r := range e.References {
		if r.Credential {
			add(r.To, r.Location)
		}
	}
	slices.SortFunc(list, func(a, b secret) int { return strings.Compare(a.of, b.of) })
	return slices.CompactFunc(list, func(a, b secret) bool { return a.of == b.of })
}
