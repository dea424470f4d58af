package policydoc

import (
	"encoding/json"
	"fmt"
	"sort"
)

// read decodes a document that is merged into another. sids, where given, holds
// the sids of all sources, which must differ.
func read(text string, sids map[string]bool) (*document, error) {
	var raw struct {
		Version   string
		ID        string `json:"Id"`
		Statement json.RawMessage
	}
	if text == "" {
		return &document{}, nil
	}
	if err := json.Unmarshal([]byte(QuoteHoles(text)), &raw); err != nil {
		return nil, fmt.Errorf("a document to merge: %w", err)
	}
	parts, err := statementList(raw.Statement)
	if err != nil {
		return nil, fmt.Errorf("a document to merge: %w", err)
	}
	doc := &document{Version: raw.Version, ID: raw.ID}
	for _, part := range parts {
		s, err := readStatement(part)
		if err != nil {
			return nil, fmt.Errorf("a document to merge: %w", err)
		}
		if s.Sid != "" && sids != nil {
			if sids[s.Sid] {
				return nil, fmt.Errorf("two source documents have the sid %q", s.Sid)
			}
			sids[s.Sid] = true
		}
		doc.Statement = append(doc.Statement, s)
	}
	return doc, nil
}

// readStatement keeps actions and resources as they are written and brings
// principals and conditions into the provider's form.
func readStatement(raw json.RawMessage) (statement, error) {
	var in struct {
		Sid, Effect             string
		Action, NotAction       any
		Resource, NotResource   any
		Principal, NotPrincipal json.RawMessage
		Condition               map[string]map[string]oneOrMore
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		return statement{}, err
	}
	s := statement{
		Sid: in.Sid, Effect: in.Effect, Action: in.Action, NotAction: in.NotAction,
		Resource: in.Resource, NotResource: in.NotResource,
	}
	var err error
	if s.Principal, err = readPrincipal(in.Principal); err != nil {
		return s, err
	}
	if s.NotPrincipal, err = readPrincipal(in.NotPrincipal); err != nil {
		return s, err
	}
	lists := map[string]map[string][]string{}
	for test, keys := range in.Condition {
		lists[test] = map[string][]string{}
		for key, values := range keys {
			lists[test][key] = values
		}
	}
	s.Condition = flat(lists)
	return s, nil
}

// readPrincipal sorts lists in descending order, as the provider writes them; a
// single member stays as it is written.
func readPrincipal(raw json.RawMessage) (any, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	byType, ok := v.(map[string]any)
	if !ok {
		return "*", nil
	}
	for typ, members := range byType {
		list, ok := members.([]any)
		if !ok {
			continue
		}
		if len(byType) == 1 && typ == "*" && len(list) == 1 && list[0] == "*" {
			return "*", nil
		}
		sort.Slice(list, func(i, j int) bool { return fmt.Sprint(list[i]) > fmt.Sprint(list[j]) })
	}
	if len(byType) == 1 && byType["*"] == "*" {
		return "*", nil
	}
	return byType, nil
}
