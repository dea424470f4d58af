package businesscontext

import (
	_ "embed"
	"encoding/json"
)

// SchemaID names the published schema of context files.
const SchemaID = "https://raw.githubusercontent.com/threatvet/threatvet/main/internal/businesscontext/schema.json"

//go:embed schema.json
var published []byte

// Schema returns the JSON Schema of context files, for editors. It is made from
// the same tables that files are read by; a test keeps schema.json in step.
func Schema() []byte { return published }

// makeSchema makes the schema from the tables.
func makeSchema() ([]byte, error) {
	s := fileShape().schema()
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["$id"] = SchemaID
	s["title"] = "threatvet context"
	text, err := json.MarshalIndent(s, "", "  ")
	return append(text, '\n'), err
}

func (s shape) schema() map[string]any {
	m := map[string]any{}
	if s.about != "" {
		m["description"] = s.about
	}
	switch s.kind {
	case aText:
		m["type"], m["minLength"] = "string", 1
	case aWord:
		m["enum"] = s.words
	case aCount:
		m["type"] = []string{"string", "number"}
	case aDate:
		m["type"], m["format"], m["pattern"] = "string", "date", `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`
	case aVersion:
		m["const"] = 1
	case aList:
		m["type"], m["items"] = "array", s.item.schema()
	case theAnswers:
		m["type"], m["additionalProperties"] = "object", s.item.schema()
	case anObject:
		s.objectSchema(m)
	}
	return m
}

func (s shape) objectSchema(m map[string]any) {
	properties := map[string]any{}
	var required []string
	for _, k := range s.keys {
		properties[k.name] = k.shape.schema()
		if k.required {
			required = append(required, k.name)
		}
	}
	m["type"], m["properties"], m["additionalProperties"] = "object", properties, false
	if required != nil {
		m["required"] = required
	}
}
