package catalog

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/zclconf/go-cty/cty"

	"github.com/threatvet/threatvet/internal/terraform"
)

func TestSettings(t *testing.T) {
	text, object := cty.StringVal, cty.ObjectVal
	type m = map[string]cty.Value
	tests := []struct {
		name   string
		in     cty.Value
		plain  []string
		secret []string
	}{
		{"a map", object(m{"A": text("1"), "B": cty.NumberIntVal(2)}), []string{"A", "B"}, nil},
		{"a map under variables", object(m{"variables": object(m{"A": text("1")})}), []string{"A"}, nil},
		{"a variable that is called so", object(m{"variables": object(m{"value": text("1")}), "B": text("1")}), []string{"B", "variables"}, nil},
		{"names and values", cty.TupleVal([]cty.Value{object(m{"name": text("A"), "value": text("1")})}), []string{"A"}, nil},
		{"kept elsewhere", cty.TupleVal([]cty.Value{object(m{"name": text("A"), "valueFrom": text("arn:1")})}), nil, []string{"A"}},
		{"kept elsewhere, nested", object(m{"A": object(m{"value_from": object(m{"secret_key_ref": object(m{"name": text("s")})})})}), nil, []string{"A"}},
		{"lines", cty.TupleVal([]cty.Value{text("A=1"), text("B=2=3")}), []string{"A", "B"}, nil},
		{"JSON", text(`[{"name":"A","value":"1"}]`), []string{"A"}, nil},
		{"not known", cty.DynamicVal, nil, nil},
		{"nothing", cty.NullVal(cty.DynamicPseudoType), nil, nil},
		{"the name of an environment", text("prod"), nil, nil},
		{"a list of words", cty.TupleVal([]cty.Value{text("a"), text("b")}), nil, nil},
		{"no names of variables", object(m{"kubernetes.io/x": text("1"), "9": text("1")}), nil, nil},
		{"a part that is not known", object(m{"A": cty.UnknownVal(cty.String)}), []string{"A"}, nil},
	}
	for _, tt := range tests {
		plain, err := settings.Call([]cty.Value{tt.in})
		if err != nil {
			t.Fatal(err)
		}
		secret, err := secretSettings.Call([]cty.Value{tt.in})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.plain, namesIn(plain)) + cmp.Diff(tt.secret, namesIn(secret)); diff != "" {
			t.Errorf("%s: %s", tt.name, diff)
		}
	}
	hidden, err := settings.Call([]cty.Value{object(m{"A": text("1")}).Mark(terraform.Sensitive)})
	if err != nil || !hidden.HasMark(terraform.Sensitive) {
		t.Error("what is sensitive stays so")
	}
}

func namesIn(v cty.Value) []string {
	var names []string
	for it := v.ElementIterator(); it.Next(); {
		k, _ := it.Element()
		names = append(names, k.AsString())
	}
	return names
}

func TestModuleName(t *testing.T) {
	for source, want := range map[string]string{
		"terraform-aws-modules/lambda/aws":                                                 "terraform-aws-modules/lambda/aws",
		"registry.terraform.io/terraform-aws-modules/ecs/aws//modules/service":             "terraform-aws-modules/ecs/aws//modules/service",
		"git::https://github.com/terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v3": "terraform-aws-modules/s3-bucket/aws",
		"github.com/terraform-aws-modules/terraform-aws-vpc":                               "terraform-aws-modules/vpc/aws",
		"git@github.com:acme/infra.git//modules/web?ref=1":                                 "github.com/acme/infra//modules/web",
		"git::ssh://git@example.com/acme/infra.git":                                        "example.com/acme/infra",
		"./modules/web": "./modules/web",
		"":              "",
	} {
		if got := moduleName(source); got != want {
			t.Errorf("%q is %q, want %q", source, got, want)
		}
	}
}
