package businesscontext

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "write schema.json again")

func TestSchemaIsInStep(t *testing.T) {
	want, err := makeSchema()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(Schema())); diff != "" {
		t.Errorf("run go test -update: %s", diff)
	}
}

// The schema and the reader must accept and refuse the same files.
func TestSchemaAgreesWithReader(t *testing.T) {
	tests := map[string]bool{
		"{}":                                      true,
		"version: 1":                              true,
		"version: 2":                              false,
		"services: [{name: Shop}]":                true,
		"services: [{what: sells}]":               false,
		"services: [{name: Shop, if_down: bad}]":  false,
		"data: [{name: A, kinds: [pii]}]":         true,
		"data: [{name: A, kinds: [fun]}]":         false,
		"data: [{name: A, records: 2 million}]":   true,
		"data: [{name: A, records: 20}]":          true,
		"data: [{name: A, found: [x]}]":           false,
		"answers: {Q-1: yes it does}":             true,
		"answers: [Q-1]":                          false,
		"accept: [{threat: A-001}]":               false,
		"attackers: [{name: B, can: [internet]}]": true,
		"attackers: [{name: B, can: [fly]}]":      false,
		"assume: [{that: x, until: 2027-01-31}]":  true,
		"assume: [{that: x, until: soon}]":        false,
	}
	schema := compile(t)
	for source, want := range tests {
		_, problems := read("threat-context.yaml", []byte(source))
		if got := len(problems) == 0; got != want {
			t.Errorf("reader: %s: %v, want %v (%v)", source, got, want, problems)
		}
		if err := schema.Validate(asJSON(t, source)); (err == nil) != want {
			t.Errorf("schema: %s: %v, want valid %v", source, err, want)
		}
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(SchemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(SchemaID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func asJSON(t *testing.T, source string) any {
	t.Helper()
	text, err := yaml.YAMLToJSON([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
