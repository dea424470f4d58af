package model

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
)

// Read reads a model that was written as JSON. It fails where the text is no
// model, or one of another version of the schema.
func Read(r io.Reader) (*System, error) {
	s := New()
	s.Version = 0
	if err := json.NewDecoder(r).Decode(s); err != nil {
		return nil, fmt.Errorf("not a model in JSON: %w", err)
	}
	if s.Version != Version {
		return nil, fmt.Errorf("version %d of the model's schema is not known; write it again with `threatvet model`", s.Version)
	}
	for _, e := range s.Elements {
		restore(e.Facts)
		for i := range e.Environment {
			e.Environment[i].Value = typed(e.Environment[i].Value)
		}
		if e.Network != nil {
			e.Network.PublicAddress = typed(e.Network.PublicAddress)
		}
	}
	for _, i := range s.Identities {
		restore(i.Facts)
	}
	for _, p := range s.EntryPoints {
		p.Authn, p.Authz, p.Mutates = typed(p.Authn), typed(p.Authz), typed(p.Mutates)
	}
	for _, f := range s.Flows {
		f.Authn, f.Authz, f.Encryption = typed(f.Authn), typed(f.Authz), typed(f.Encryption)
	}
	return s, nil
}

func restore(facts map[string]Fact) {
	for name, f := range facts {
		facts[name] = typed(f)
	}
}

// typed gives a list of strings back its type, which JSON does not keep.
func typed(f Fact) Fact {
	list, ok := f.Value.([]any)
	if !ok {
		return f
	}
	words := make([]string, 0, len(list))
	for _, v := range list {
		w, ok := v.(string)
		if !ok {
			return f
		}
		words = append(words, w)
	}
	f.Value = words
	return f
}

var start = regexp.MustCompile(`^\s*\{\s*"version"\s*:\s*[0-9]+\s*,\s*"elements"`)

// Looks reports whether a text that begins so is a model.
func Looks(text []byte) bool { return start.Match(text) }
