package policy

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/threatvet/threatvet/internal/model"
)

// decode turns what a policy answered into matches. What cannot be one is left
// out; the first reason is a gap.
func (e *evaluator) decode(s *source, answers []any) ([]model.Match, []*model.Gap) {
	var list []model.Match
	var gaps []*model.Gap
	for _, a := range answers {
		m, err := e.match(s.threat.ID, a)
		if err == nil {
			list = append(list, m)
		} else if gaps == nil {
			gaps = append(gaps, gapOf(s.file, problem{s.module.Package.Location, err.Error()}))
		}
	}
	return list, gaps
}

func (e *evaluator) match(threat string, answer any) (model.Match, error) {
	m := model.Match{Threat: threat, Rule: -1, Because: []string{}}
	fields, ok := answer.(map[string]any)
	if !ok {
		return m, fmt.Errorf("a threat is an object with \"on\" and \"because\", not %v", answer)
	}
	for key, v := range fields {
		if err := set(&m, key, v); err != nil {
			return m, err
		}
	}
	return m, e.check(m)
}

func set(m *model.Match, key string, v any) (err error) {
	text := map[string]*string{
		"on": &m.On, "weakness": &m.Weakness, "grant": &m.Grant, "entry_point": &m.EntryPoint,
		"flow": &m.Flow, "policy": &m.Policy, "path": &m.Path, "snippet": &m.Snippet,
	}
	switch key {
	case "because":
		m.Because, err = texts(key, v)
	case "reaches":
		m.Reaches, err = texts(key, v)
		slices.Sort(m.Reaches)
	case "values":
		m.Values, err = values(v)
	case "rule":
		n, ok := v.(json.Number)
		i, e := n.Int64()
		if !ok || e != nil {
			return fmt.Errorf("a threat's rule is an index, not %v", v)
		}
		m.Rule = int(i)
	default:
		field, ok := text[key]
		if !ok {
			return fmt.Errorf("a threat has no %q; there are on, because, values, weakness, grant, entry_point, flow, policy, rule, path, reaches, snippet", key)
		}
		if *field, ok = v.(string); !ok {
			return fmt.Errorf("a threat's %s is text, not %v", key, v)
		}
	}
	return err
}

func texts(key string, v any) ([]string, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, fmt.Errorf("a threat's %s is a list, not %v", key, v)
	}
	out := make([]string, len(list))
	for i, item := range list {
		if out[i], ok = item.(string); !ok {
			return nil, fmt.Errorf("a threat's %s holds text, not %v", key, item)
		}
	}
	return out, nil
}

// values are the words for the scenario's placeholders. Numbers and lists are
// written out as people would.
func values(v any) (map[string]string, error) {
	object, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("a threat's values are an object, not %v", v)
	}
	out := make(map[string]string, len(object))
	for key, item := range object {
		switch item := item.(type) {
		case string:
			out[key] = item
		case json.Number, bool:
			out[key] = fmt.Sprint(item)
		case []any:
			out[key] = enumerate(item)
		default:
			return nil, fmt.Errorf("a threat's value %s is text, a number or a list, not %v", key, item)
		}
	}
	return out, nil
}

// enumerate writes a list as "a, b and c", of a long one the first and how many
// more there are.
func enumerate(items []any) string {
	const most = 4
	var names []string
	for _, item := range items {
		names = append(names, fmt.Sprint(item))
	}
	if more := len(names) - most; more > 1 {
		names = append(names[:most], fmt.Sprintf("%d more", more))
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// check sees to it that a match names parts of the system, and rests on facts
// that are known. A policy that fires on an unknown has tested it with not.
func (e *evaluator) check(m model.Match) error {
	x := e.index
	element, identity := x.Elements[m.On], x.Identities[m.On]
	if element == nil && identity == nil && m.On != "account" && x.Paths[m.On] == nil && x.Flows[m.On] == nil {
		return fmt.Errorf("found a threat on %q, which is no part of the system", m.On)
	}
	for _, name := range m.Because {
		f := model.Fact{State: model.Unknown}
		if element != nil {
			f = element.Fact(name)
		}
		if !f.Known() && identity != nil {
			f = identity.Facts[name]
		}
		if !f.Known() {
			return fmt.Errorf("found a threat on %s because of %s, which is not known of it; compare facts with == and never with not", m.On, name)
		}
	}
	return nil
}
