package sarif

import "github.com/owenrumney/go-sarif/v2/sarif"

// The types below embed the library's and repeat a field that it would write
// as null, which the schema forbids, or lacks. encoding/json takes the field
// that is nested less deeply.

type result struct {
	*sarif.Result
	Suppressions []*suppression `json:"suppressions,omitempty"`
}

type suppression struct {
	*sarif.Suppression
	Status        *string         `json:"status,omitempty"`
	Location      *sarif.Location `json:"location,omitempty"`
	GUID          *string         `json:"guid,omitempty"`
	Justification *string         `json:"justification,omitempty"`
}

type tool struct {
	Driver *driver `json:"driver"`
}

type driver struct {
	*sarif.ToolComponent
	Rules []*rule `json:"rules"`
}

type rule struct {
	*sarif.ReportingDescriptor
	Relationships []*relationship `json:"relationships,omitempty"`
}

type relationship struct {
	Target *sarif.ReportingDescriptorReference `json:"target"`
	Kinds  []string                            `json:"kinds"`
}

type taxonomy struct {
	*sarif.ToolComponent
	Rules []*rule  `json:"rules,omitempty"`
	Taxa  []*taxon `json:"taxa"`
}

type taxon struct {
	*sarif.ReportingDescriptor
	ShortDescription *sarif.MultiformatMessageString `json:"shortDescription,omitempty"`
}

func ptr[T any](v T) *T { return &v }

func multi(text, markdown string) *sarif.MultiformatMessageString {
	m := &sarif.MultiformatMessageString{Text: &text}
	if markdown != "" {
		m.Markdown = &markdown
	}
	return m
}

func message(text string) *sarif.Message { return &sarif.Message{Text: &text} }
