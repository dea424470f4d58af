package model

import (
	"encoding/json"

	"github.com/invopop/jsonschema"
)

// SchemaID names the published schema of the model.
const SchemaID = "https://threatvet.dev/schema/model-v1.json"

// Schema returns the JSON Schema (draft 2020-12) of the model, made from the
// types of this package and the vocabulary. Every kind and fact is listed, so
// that a word which is not part of the model does not validate.
func Schema() ([]byte, error) {
	reflector := jsonschema.Reflector{BaseSchemaID: "", Anonymous: true}
	schema := reflector.Reflect(&System{})
	schema.ID = SchemaID
	schema.Title = "threatvet system model"

	words := Words()
	element := schema.Definitions["Element"]
	kind, _ := element.Properties.Get("kind")
	for _, k := range words.Kinds {
		kind.Enum = append(kind.Enum, k)
	}
	facts := jsonschema.NewProperties()
	for _, w := range words.Facts {
		facts.Set(w.Name, &jsonschema.Schema{Ref: "#/$defs/Fact", Description: w.About})
	}
	element.Properties.Set("facts", &jsonschema.Schema{
		Type:                 "object",
		Properties:           facts,
		AdditionalProperties: jsonschema.FalseSchema,
	})
	return json.MarshalIndent(schema, "", "  ")
}
