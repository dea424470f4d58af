package catalog

import (
	"encoding/json"
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/catalog/policydoc"
	"github.com/threatvet/threatvet/internal/terraform"
)

// settings reads the environment variables that people hand to modules in many
// forms: a map, a map under variables, a list of names and values, a list of
// NAME=value, or any of them as JSON. secretSettings reads those of them whose
// value is kept elsewhere, as what they are kept in.
var (
	settings       = settingsFunc(func(s setting) (cty.Value, bool) { return s.value, !s.secret })
	secretSettings = settingsFunc(func(s setting) (cty.Value, bool) { return s.value, s.secret })
)

type setting struct {
	name   string
	value  cty.Value
	secret bool
}

func settingsFunc(wanted func(setting) (cty.Value, bool)) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{{
			Name: "environment", Type: cty.DynamicPseudoType,
			AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
		}},
		Type: function.StaticReturnType(cty.DynamicPseudoType),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			found := map[string]cty.Value{}
			for _, s := range settingsIn(args[0]) {
				if v, ok := wanted(s); ok && variableName.MatchString(s.name) {
					found[s.name] = v
				}
			}
			result := cty.ObjectVal(found)
			if args[0].HasMark(terraform.Sensitive) {
				result = result.Mark(terraform.Sensitive)
			}
			return result, nil
		},
	})
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]*$`)

func settingsIn(v cty.Value) []setting {
	bare, _ := v.Unmark()
	switch {
	case !bare.IsKnown() || bare.IsNull():
		return nil
	case bare.Type() == cty.String:
		return settingsInText(v)
	case !bare.CanIterateElements():
		return nil
	case bare.Type().IsMapType() || bare.Type().IsObjectType():
		if inner := under(bare, "variables"); inner != cty.NilVal && bare.LengthInt() == 1 {
			return settingsIn(inner)
		}
		return settingsInMap(bare)
	}
	var list []setting
	for it := bare.ElementIterator(); it.Next(); {
		_, item := it.Element()
		list = append(list, settingOfItem(item)...)
	}
	return list
}

// settingsInText decodes JSON, or reads one NAME=value.
func settingsInText(v cty.Value) []setting {
	text, _, ok := terraform.Text(v)
	if !ok {
		return nil
	}
	if strings.HasPrefix(strings.TrimSpace(text), "[") || strings.HasPrefix(strings.TrimSpace(text), "{") {
		var decoded any
		if json.Unmarshal([]byte(policydoc.QuoteHoles(text)), &decoded) == nil {
			return settingsIn(fromJSON(decoded))
		}
		return nil
	}
	if name, value, found := strings.Cut(text, "="); found {
		return []setting{{name: name, value: terraform.Partial(value)}}
	}
	return nil
}

func settingsInMap(v cty.Value) []setting {
	var list []setting
	for it := v.ElementIterator(); it.Next(); {
		k, item := it.Element()
		name := keyText(k)
		bare, _ := item.Unmark()
		if bare.IsKnown() && !bare.IsNull() && bare.CanIterateElements() {
			if s, ok := kept(name, bare); ok {
				list = append(list, s)
			}
			continue
		}
		list = append(list, setting{name: name, value: item})
	}
	return list
}

// settingOfItem reads an item of a list: an object with a name, or NAME=value.
func settingOfItem(item cty.Value) []setting {
	bare, _ := item.Unmark()
	if !bare.IsKnown() || bare.IsNull() {
		return nil
	}
	if bare.Type() == cty.String {
		return settingsInText(item)
	}
	for _, key := range []string{"name", "key", "Name"} {
		if name, _, ok := terraform.Text(orUnknown(under(bare, key))); ok {
			if s, ok := kept(name, bare); ok {
				return []setting{s}
			}
		}
	}
	return nil
}

// kept reads an object that says what a variable is, or where it is kept.
func kept(name string, v cty.Value) (setting, bool) {
	if value := under(v, "value"); value != cty.NilVal && !isNull(value) {
		return setting{name: name, value: value}, true
	}
	for _, key := range []string{"valueFrom", "value_from", "secret_key_ref", "secret_ref", "secret", "secret_name", "secret_id", "secret_arn", "arn", "id", "name"} {
		value := under(v, key)
		if value == cty.NilVal || isNull(value) {
			continue
		}
		text, _, ok := terraform.Text(value)
		if key == "name" && text == name {
			continue // an item's own name
		}
		if bare, _ := value.Unmark(); bare.IsKnown() && !ok && bare.CanIterateElements() {
			return kept(name, bare)
		}
		return setting{name: name, value: value, secret: true}, true
	}
	return setting{}, false
}

// under is what an object holds under a key, or NilVal.
func under(v cty.Value, key string) cty.Value {
	switch {
	case v.Type().IsObjectType() && v.Type().HasAttribute(key):
		return v.GetAttr(key)
	case v.Type().IsMapType() && v.HasIndex(cty.StringVal(key)).True():
		return v.Index(cty.StringVal(key))
	}
	return cty.NilVal
}

func orUnknown(v cty.Value) cty.Value {
	if v == cty.NilVal {
		return cty.DynamicVal
	}
	return v
}

// entries lists what a map or a list holds, also where it is written as JSON.
var entries = function.New(&function.Spec{
	Params: []function.Parameter{{
		Name: "collection", Type: cty.DynamicPseudoType,
		AllowUnknown: true, AllowDynamicType: true, AllowNull: true, AllowMarked: true,
	}},
	Type: function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		v, marks := args[0].Unmark()
		if text, _, ok := terraform.Text(args[0]); ok {
			var decoded any
			if json.Unmarshal([]byte(policydoc.QuoteHoles(text)), &decoded) != nil {
				return cty.EmptyTupleVal, nil
			}
			v = fromJSON(decoded)
		}
		if !v.IsKnown() {
			return cty.DynamicVal.WithMarks(marks), nil
		}
		var list []cty.Value
		if !v.IsNull() && v.CanIterateElements() {
			for it := v.ElementIterator(); it.Next(); {
				_, item := it.Element()
				list = append(list, item)
			}
		}
		return cty.TupleVal(list).WithMarks(marks), nil
	},
})
