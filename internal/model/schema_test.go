package model_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/threatvet/threatvet/internal/model"
)

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := model.Schema()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(model.SchemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(model.SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, sys *model.System) error {
	t.Helper()
	text, err := json.Marshal(sys)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return compile(t).Validate(doc)
}

func system(e *model.Element) *model.System {
	sys := model.New()
	sys.Elements = append(sys.Elements, e)
	return sys
}

func TestSchemaAcceptsTheModel(t *testing.T) {
	e := &model.Element{ID: "b", Kind: "store.object", Facts: map[string]model.Fact{
		"versioned": {Value: true, State: model.Known},
	}}
	if err := validate(t, system(e)); err != nil {
		t.Error(err)
	}
}

func TestSchemaRefusesWordsThatAreNotTheModels(t *testing.T) {
	tests := []struct {
		name    string
		element *model.Element
		want    string
	}{
		{"a kind", &model.Element{ID: "b", Kind: "store.objct"}, "kind"},
		{"a fact", &model.Element{ID: "b", Kind: "store.object", Facts: map[string]model.Fact{"versionned": {State: model.Unknown}}}, "versionned"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := validate(t, system(tt.element))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error = %v, want one that names %q", err, tt.want)
			}
		})
	}
}
