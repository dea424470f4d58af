package iam

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// maxDocument is the longest document that is read. The longest that AWS takes
// is a tenth of it.
const maxDocument = 256 << 10

// Document is a policy document.
type Document struct {
	Version    string
	ID         string
	Statements []Statement
	// Opaque is true where a statement is missing because the sources do not
	// tell it.
	Opaque bool
}

// Statement is one statement of a document. Texts may hold [Hole].
type Statement struct {
	// Index counts from 0 in the document.
	Index                  int
	Sid                    string
	Effect                 string // Allow or Deny
	Actions, NotActions    []string
	Resources, NotResource []string
	// Principals and NotPrincipals map AWS, Service, Federated, CanonicalUser
	// or * to names.
	Principals, NotPrincipals map[string][]string
	Conditions                []Condition

	actions, notActions    []pattern
	resources, notResource []pattern
}

// Condition is one line of a condition block: an operator, a key, and values of
// which one must hold.
type Condition struct {
	Operator string
	Key      string
	Values   []string

	literal bool // ${...} is no variable
}

// Parse reads a policy document in the language of AWS. Single values and lists
// are the same, as they are there.
func Parse(document string) (*Document, error) {
	if len(document) > maxDocument {
		return nil, fmt.Errorf("policy document: %d bytes, more than the %d that are read", len(document), maxDocument)
	}
	var raw map[string]any
	d := json.NewDecoder(strings.NewReader(document))
	d.UseNumber()
	if err := d.Decode(&raw); err != nil {
		return nil, fmt.Errorf("policy document: %w", err)
	}
	doc := &Document{Version: text(raw["Version"]), ID: text(raw["Id"])}
	list, isList := raw["Statement"].([]any)
	if !isList {
		list = []any{raw["Statement"]}
	}
	for i, item := range list {
		switch s := item.(type) {
		case map[string]any:
			if err := doc.add(i, s); err != nil {
				return nil, fmt.Errorf("policy document, statement %d: %w", i+1, err)
			}
		case string:
			if !strings.Contains(s, Hole) {
				return nil, fmt.Errorf("policy document, statement %d: a text where a statement should be", i+1)
			}
			doc.Opaque = true
		default:
			return nil, fmt.Errorf("policy document, statement %d: not an object", i+1)
		}
	}
	return doc, nil
}

func (d *Document) add(index int, raw map[string]any) error {
	s := Statement{Index: index, Sid: text(raw["Sid"]), Effect: text(raw["Effect"])}
	if strings.Contains(s.Effect, Hole) {
		d.Opaque = true
		return nil
	}
	if s.Effect != "Allow" && s.Effect != "Deny" {
		return fmt.Errorf("effect is %q, not Allow or Deny", s.Effect)
	}
	lists := []struct {
		key  string
		into *[]string
	}{
		{"Action", &s.Actions},
		{"NotAction", &s.NotActions},
		{"Resource", &s.Resources},
		{"NotResource", &s.NotResource},
	}
	for _, l := range lists {
		v, err := texts(raw[l.key])
		if err != nil {
			return fmt.Errorf("%s: %w", l.key, err)
		}
		*l.into = v
	}
	var err error
	if s.Principals, err = principals(raw["Principal"]); err != nil {
		return fmt.Errorf("Principal: %w", err)
	}
	if s.NotPrincipals, err = principals(raw["NotPrincipal"]); err != nil {
		return fmt.Errorf("NotPrincipal: %w", err)
	}
	if s.Conditions, err = conditions(raw["Condition"]); err != nil {
		return fmt.Errorf("Condition: %w", err)
	}
	s.actions, s.notActions = newPatterns(s.Actions, true), newPatterns(s.NotActions, true)
	s.resources, s.notResource = newPatterns(s.Resources, false), newPatterns(s.NotResource, false)
	if !d.hasVariables() {
		s.plain()
	}
	d.Statements = append(d.Statements, s)
	return nil
}

// hasVariables reports whether ${...} is a variable: only in the newer version
// of the language.
func (d *Document) hasVariables() bool {
	return d.Version == "2012-10-17" || strings.Contains(d.Version, Hole)
}

// plain makes ${...} stand for itself.
func (s *Statement) plain() {
	for i := range s.Conditions {
		s.Conditions[i].literal = true
	}
	for _, list := range [][]pattern{s.resources, s.notResource} {
		for i := range list {
			list[i].vars = false
		}
	}
}

var errNotText = errors.New("neither a text nor a list of texts")

// text returns a scalar as AWS reads it: numbers and truth values are texts.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return fmt.Sprint(v)
	}
	return ""
}

func texts(v any) ([]string, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case []any:
		list := make([]string, 0, len(v))
		for _, item := range v {
			switch item.(type) {
			case string, json.Number, bool:
				list = append(list, text(item))
			case nil: // Terraform writes null for what nobody set
			default:
				return nil, errNotText
			}
		}
		return list, nil
	case string, json.Number, bool:
		return []string{text(v)}, nil
	}
	return nil, errNotText
}

func principals(v any) (map[string][]string, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case string:
		return map[string][]string{"*": {v}}, nil
	case map[string]any:
		m := make(map[string][]string, len(v))
		for kind, names := range v {
			list, err := texts(names)
			if err != nil {
				return nil, err
			}
			m[kind] = list
		}
		return m, nil
	}
	return nil, errNotText
}

func conditions(v any) ([]Condition, error) {
	if v == nil {
		return nil, nil
	}
	if s, ok := v.(string); ok && strings.Contains(s, Hole) {
		return []Condition{{Operator: Hole, Key: Hole, Values: []string{Hole}}}, nil
	}
	operators, ok := v.(map[string]any)
	if !ok {
		return nil, errors.New("not an object")
	}
	var list []Condition
	for _, operator := range sortedKeys(operators) {
		if s, ok := operators[operator].(string); ok && strings.Contains(s, Hole) {
			list = append(list, Condition{Operator: operator, Key: Hole, Values: []string{Hole}})
			continue
		}
		keys, ok := operators[operator].(map[string]any)
		if !ok {
			return nil, fmt.Errorf("%s: not an object", operator)
		}
		for _, key := range sortedKeys(keys) {
			values, err := texts(keys[key])
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", operator, key, err)
			}
			list = append(list, Condition{Operator: operator, Key: key, Values: values})
		}
	}
	return list, nil
}
