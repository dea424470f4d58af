package policydoc

import (
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/threatvet/threatvet/internal/terraform"
)

// Document is a policy document with every list spelt out as a list.
type Document struct{ Statements []Statement }

// Statement is one statement of a document. Principals and NotPrincipals map a
// type (AWS, Service, Federated, *) to its members. A string may contain
// terraform.Hole where a part is not known; Opaque is set where the whole
// statement is.
type Statement struct {
	Sid, Effect               string
	Actions, NotActions       []string
	Resources, NotResources   []string
	Principals, NotPrincipals map[string][]string
	Conditions                []Condition
	Opaque                    bool
}

// Condition is one line of a statement's condition block.
type Condition struct {
	Operator, Key string
	Values        []string
}

type rawDocument struct{ Statement json.RawMessage }

type rawStatement struct {
	Sid, Effect             string
	Action, NotAction       oneOrMore
	Resource, NotResource   oneOrMore
	Principal, NotPrincipal principals
	Condition               map[string]map[string]oneOrMore
}

// oneOrMore is a list that may be written as a single value; numbers and bools
// are kept as text.
type oneOrMore []string

// UnmarshalJSON implements json.Unmarshaler.
func (l *oneOrMore) UnmarshalJSON(b []byte) error {
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	list, ok := v.([]any)
	if !ok {
		list = []any{v}
	}
	for _, item := range list {
		if item == nil {
			continue
		}
		*l = append(*l, fmt.Sprint(item))
	}
	return nil
}

// principals is a principal element: "*" or members by type.
type principals map[string][]string

// UnmarshalJSON implements json.Unmarshaler.
func (p *principals) UnmarshalJSON(b []byte) error {
	// A list without types is no valid document; it is read as what it means.
	if len(b) > 0 && b[0] != '{' {
		var names oneOrMore
		if err := json.Unmarshal(b, &names); err != nil {
			return err
		}
		*p = principals{"*": names}
		return nil
	}
	var byType map[string]oneOrMore
	if err := json.Unmarshal(b, &byType); err != nil {
		return err
	}
	*p = principals{}
	for typ, list := range byType {
		(*p)[typ] = list
	}
	return nil
}

// Parse reads a document that may hold terraform.Hole in place of parts that
// are not known.
func Parse(text string) (*Document, error) {
	var raw rawDocument
	if err := json.Unmarshal([]byte(QuoteHoles(text)), &raw); err != nil {
		return nil, fmt.Errorf("policy document: %w", err)
	}
	parts, err := statementList(raw.Statement)
	if err != nil {
		return nil, fmt.Errorf("policy document: %w", err)
	}
	doc := &Document{}
	for _, part := range parts {
		var s rawStatement
		if err := json.Unmarshal(part, &s); err != nil {
			doc.Statements = append(doc.Statements, Statement{Opaque: true})
			continue
		}
		doc.Statements = append(doc.Statements, s.statement())
	}
	return doc, nil
}

func statementList(raw json.RawMessage) ([]json.RawMessage, error) {
	if len(raw) == 0 {
		return nil, nil
	}
	var list []json.RawMessage
	if raw[0] != '[' {
		return []json.RawMessage{raw}, nil
	}
	err := json.Unmarshal(raw, &list)
	return list, err
}

func (s rawStatement) statement() Statement {
	out := Statement{
		Sid: s.Sid, Effect: s.Effect,
		Actions: s.Action, NotActions: s.NotAction,
		Resources: s.Resource, NotResources: s.NotResource,
		Principals: s.Principal, NotPrincipals: s.NotPrincipal,
	}
	for op, keys := range s.Condition {
		for key, values := range keys {
			out.Conditions = append(out.Conditions, Condition{Operator: op, Key: key, Values: values})
		}
	}
	sort.Slice(out.Conditions, func(i, j int) bool {
		a, b := out.Conditions[i], out.Conditions[j]
		return a.Operator+"\x00"+a.Key < b.Operator+"\x00"+b.Key
	})
	return out
}

// QuoteHoles puts quotes around holes that stand outside of JSON strings, as
// for an unknown number or list, so that the text is JSON again.
func QuoteHoles(text string) string { return replaceHoles(text, `"`+terraform.Hole+`"`) }

// replaceHoles replaces the holes that stand outside of JSON strings.
func replaceHoles(text, by string) string {
	if !strings.Contains(text, terraform.Hole) {
		return text
	}
	var out strings.Builder
	inString := false
	for i := 0; i < len(text); {
		if !inString && strings.HasPrefix(text[i:], terraform.Hole) {
			out.WriteString(by)
			i += len(terraform.Hole)
			continue
		}
		switch {
		case inString && text[i] == '\\' && i+1 < len(text):
			out.WriteByte(text[i])
			i++
		case text[i] == '"':
			inString = !inString
		}
		out.WriteByte(text[i])
		i++
	}
	return out.String()
}

// everyone reports whether a principal element includes all principals, or
// those of a name in every account.
func everyone(p map[string][]string) bool {
	return slices.ContainsFunc(p["*"], anyAccount) || slices.ContainsFunc(p["AWS"], anyAccount)
}

// anyAccount holds for a principal that anyone can make for themselves. AWS
// refuses a star in the account of a principal today, yet it says who is meant.
func anyAccount(principal string) bool {
	parts := strings.Split(principal, ":")
	return principal == "*" || len(parts) >= 6 && parts[0] == "arn" && parts[4] == "*"
}

func hasHole(list []string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.Contains(s, terraform.Hole) })
}
