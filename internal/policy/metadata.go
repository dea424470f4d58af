package policy

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/threatvet/threatvet/internal/model"
)

// Kinds of what a threat is on that are no element.
var otherKinds = []string{"account", "flow", "path"}

var strides = []string{"spoofing", "tampering", "repudiation", "disclosure", "denial", "elevation"}

// implied are the placeholders that every match fills by what it is on.
var implied = []string{
	"element", "name", "identity", "data", "entry_point", "route", "function", "start", "end", "from", "to",
}

var (
	threatID    = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,7}-[0-9]{3}$`)
	techniqueID = regexp.MustCompile(`^T[0-9]{4}(\.[0-9]{3})?$`)
	placeholder = regexp.MustCompile(`\{([a-z0-9_]*)\}`)
)

// IsID reports whether a text can be the id of a threat.
func IsID(text string) bool { return threatID.MatchString(text) }

// custom is the part of the metadata that is ours.
type custom struct {
	ID        string `json:"id"`
	On        string `json:"on"`
	Stride    string `json:"stride"`
	Ease      int    `json:"ease"`
	SafetyNet bool   `json:"safety_net"`
	OncePer   string `json:"once_per"`
	// Also are further kinds that the threat is about.
	Also   []string `json:"also"`
	CWE    []int    `json:"cwe"`
	CAPEC  []int    `json:"capec"`
	Attack []string `json:"attack"`
	Fix    string   `json:"fix"`
	// Fixes say it for a technology, or for all that begin so, where the general
	// words would leave a reader to search.
	Fixes      map[string]string `json:"fixes"`
	References []string          `json:"references"`
}

// metadata reads what a policy file says about its threat.
func metadata(file string, module *ast.Module) (*model.Threat, error) {
	var a *ast.Annotations
	for _, candidate := range module.Annotations {
		if candidate.Scope == "package" {
			a = candidate
		}
	}
	if a == nil {
		return nil, problem{module.Package.Location, "a threat needs a METADATA comment before its package line"}
	}
	c, err := readCustom(a.Custom)
	if err == nil {
		err = c.check(a, module)
	}
	if err != nil {
		return nil, problem{a.Location, "metadata: " + err.Error()}
	}
	return &model.Threat{
		ID: c.ID, Title: a.Title, Scenario: oneLine(a.Description),
		On: c.On, Stride: c.Stride, Ease: c.Ease, SafetyNet: c.SafetyNet, OncePer: c.OncePer,
		CWE: c.CWE, CAPEC: c.CAPEC, Attack: c.Attack, Fix: oneLine(c.Fix), Fixes: oneLines(c.Fixes), References: c.References,
		Package: strings.TrimPrefix(module.Package.Path.String(), "data."), File: file,
	}, nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func oneLines(texts map[string]string) map[string]string {
	lines := maps.Clone(texts)
	for key, text := range lines {
		lines[key] = oneLine(text)
	}
	return lines
}

func readCustom(values map[string]any) (custom, error) {
	var c custom
	text, err := json.Marshal(values)
	if err != nil {
		return c, err
	}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		return c, fmt.Errorf("custom: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	return c, nil
}

func (c custom) check(a *ast.Annotations, module *ast.Module) error {
	switch {
	case a.Title == "":
		return fmt.Errorf("title is missing")
	case a.Description == "":
		return fmt.Errorf("description is missing")
	case c.Fix == "":
		return fmt.Errorf("custom.fix is missing")
	case !threatID.MatchString(c.ID):
		return fmt.Errorf("custom.id %q is not of the form AREA-001", c.ID)
	case !slices.Contains(strides, c.Stride):
		return fmt.Errorf("custom.stride %q is none of %s", c.Stride, strings.Join(strides, ", "))
	case c.OncePer != "" && c.OncePer != "program" && c.OncePer != "package":
		return fmt.Errorf("custom.once_per %q is neither program nor package", c.OncePer)
	case c.Ease < 1 || c.Ease > 4:
		return fmt.Errorf("custom.ease %d is not 1 to 4", c.Ease)
	}
	for _, kind := range append([]string{c.On}, c.Also...) {
		if !model.Words().HasKind(kind) && !slices.Contains(otherKinds, kind) {
			return fmt.Errorf("custom.on %q is no kind of element, nor one of %s", kind, strings.Join(otherKinds, ", "))
		}
	}
	for _, t := range c.Attack {
		if !techniqueID.MatchString(t) {
			return fmt.Errorf("custom.attack %q is not of the form T1234 or T1234.001", t)
		}
	}
	texts := append([]string{a.Description, c.Fix}, slices.Sorted(maps.Values(c.Fixes))...)
	return checkPlaceholders(strings.Join(texts, " "), module)
}

// checkPlaceholders reports a {word} that nothing would fill.
func checkPlaceholders(text string, module *ast.Module) error {
	given := valueNames(module)
	for _, found := range placeholder.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(implied, found[1]) && !given[found[1]] {
			names := slices.Concat(implied, slices.Sorted(maps.Keys(given)))
			return fmt.Errorf("nothing fills {%s}; there are %s", found[1], strings.Join(names, ", "))
		}
	}
	return nil
}

// valueNames are the keys of the objects that a module gives as "values".
func valueNames(module *ast.Module) map[string]bool {
	names := map[string]bool{}
	ast.WalkTerms(module, func(t *ast.Term) bool {
		object, ok := t.Value.(ast.Object)
		if !ok {
			return false
		}
		values := object.Get(ast.StringTerm("values"))
		if values == nil {
			return false
		}
		if given, ok := values.Value.(ast.Object); ok {
			for _, key := range given.Keys() {
				if s, ok := key.Value.(ast.String); ok {
					names[string(s)] = true
				}
			}
		}
		return false
	})
	return names
}
