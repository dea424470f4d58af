package iam

import (
	"fmt"
	"strings"

	"github.com/threatvet/threatvet/internal/iam/awsdata"
	"github.com/threatvet/threatvet/internal/model"
)

// policy is a parsed policy of the system.
type policy struct {
	*model.Policy
	doc *Document
	// dark is true where the sources do not tell the document.
	dark bool
}

// statement is a statement with the policy it stands in.
type statement struct {
	*Statement
	policy *policy
}

// location is where the statement stands, or else its policy.
func (s statement) location() model.Evidence {
	if s.Index < len(s.policy.Statements) && !s.policy.Statements[s.Index].IsZero() {
		return model.Evidence{Location: s.policy.Statements[s.Index], Address: s.policy.Holder, Note: "policy statement"}
	}
	return s.policy.location()
}

func (p *policy) location() model.Evidence {
	if len(p.Evidence) > 0 {
		return p.Evidence[0]
	}
	return model.Evidence{Address: p.Holder, Note: "policy"}
}

// parser reads each text once, however many identities carry it.
type parser struct {
	documents map[string]*Document
	failed    map[string]error
}

func (p *parser) read(m *model.Policy) (*policy, *model.Gap) {
	text := m.Document
	if text == "" && m.Managed != "" {
		text, _ = awsdata.Managed(m.Managed)
		if text == "" {
			return &policy{Policy: m, doc: &Document{}, dark: true}, unknownManaged(m)
		}
	}
	if text == "" {
		return &policy{Policy: m, doc: &Document{}, dark: true}, nil
	}
	doc, err := p.parse(text)
	if err != nil {
		return &policy{Policy: m, doc: &Document{}, dark: true}, gap(m, "a policy could not be read", err.Error())
	}
	return &policy{Policy: m, doc: doc, dark: doc.Opaque}, nil
}

func (p *parser) parse(text string) (*Document, error) {
	if doc, ok := p.documents[text]; ok {
		return doc, p.failed[text]
	}
	doc, err := Parse(text)
	p.documents[text], p.failed[text] = doc, err
	return doc, err
}

func unknownManaged(m *model.Policy) *model.Gap {
	if strings.HasPrefix(m.Managed, "arn:") && strings.Contains(m.Managed, ":iam::aws:policy/") {
		return gap(m, fmt.Sprintf("the managed policy %s is not known", m.Managed), "it is newer than this program, or the name is wrong")
	}
	return nil
}

func gap(m *model.Policy, what, why string) *model.Gap {
	g := &model.Gap{Severity: "warning", What: fmt.Sprintf("%s: %s", m.Holder, what), Why: why, Do: "rights that it gives or takes are not considered"}
	if len(m.Evidence) > 0 {
		g.Location = m.Evidence[0].Location
	}
	return g
}
