package policy

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/threatvet/threatvet/internal/model"
)

var update = flag.Bool("update", false, "rewrite the golden file")

func plain(t *testing.T, sys *model.System) map[string]any {
	t.Helper()
	v, err := ast.JSON(newInput(sys))
	if err != nil {
		t.Fatal(err)
	}
	return v.(map[string]any)
}

// What policies are given and what the schema promises them are written apart,
// and must agree.
func TestInputFitsItsSchema(t *testing.T) {
	text, err := json.Marshal(inputSchema())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("input.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("input.json")
	if err != nil {
		t.Fatal(err)
	}
	for name, sys := range map[string]*model.System{"empty": model.New(), "small": small(), "large": large(100)} {
		input, err := json.Marshal(plain(t, sys))
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(input))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Every part that the schema lists is there, even where the system has nothing
// of it, so that a count of 0 can be told from a misspelt name.
func TestInputHasEveryPart(t *testing.T) {
	input := plain(t, model.New())
	parts := inputSchema()["properties"].(map[string]any)
	for name := range parts {
		if _, ok := input[name]; !ok {
			t.Errorf("input.%s is missing", name)
		}
	}
	if len(input) != len(parts) {
		t.Errorf("%d parts, want %d", len(input), len(parts))
	}
}

// The golden file has a line for each thing in each part of the input.
func TestInput(t *testing.T) {
	input := plain(t, small())
	delete(input, "by_kind") // the same elements as by_id
	var out strings.Builder
	for _, part := range slices.Sorted(maps.Keys(input)) {
		things, ok := input[part].(map[string]any)
		if !ok {
			things = map[string]any{"": input[part]}
		}
		for _, id := range slices.Sorted(maps.Keys(things)) {
			text, err := json.Marshal(things[id])
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "%s %s %s\n", part, id, text)
		}
	}
	got := []byte(out.String())
	const golden = "testdata/input.golden"
	if *update {
		if err := os.WriteFile(golden, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestByKindHasTheElementsOfByID(t *testing.T) {
	input := plain(t, small())
	byKind, byID := input["by_kind"].(map[string]any), input["by_id"].(map[string]any)
	found := 0
	for kind, list := range byKind {
		for _, e := range list.([]any) {
			found++
			element := e.(map[string]any)
			if element["kind"] != kind || cmp.Diff(byID[element["id"].(string)], e) != "" {
				t.Errorf("%s holds %v", kind, e)
			}
		}
	}
	if found != len(byID) {
		t.Errorf("%d elements by kind, %d by id", found, len(byID))
	}
	if len(byKind) != len(model.Words().Kinds) {
		t.Errorf("%d kinds, want %d", len(byKind), len(model.Words().Kinds))
	}
}
