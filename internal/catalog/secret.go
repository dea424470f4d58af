package catalog

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/terraform"
)

// secretWords are the patterns of common/secrets.hcl, compiled.
type secretWords struct {
	patterns    []*regexp.Regexp
	assignments []*regexp.Regexp
	names       *regexp.Regexp
	plainNames  *regexp.Regexp
	placeholder *regexp.Regexp
	// made are texts that stand for what only the cloud will know.
	made []string
}

// compileSecrets reads the patterns from the catalogue's constants.
func compileSecrets(constants map[string]cty.Value) (*secretWords, error) {
	w := &secretWords{}
	var err error
	if w.names, err = regexp.Compile(textOf(constants["secret_names"])); err != nil {
		return nil, fmt.Errorf("secret_names: %w", err)
	}
	if w.plainNames, err = regexp.Compile(textOf(constants["plain_names"])); err != nil {
		return nil, fmt.Errorf("plain_names: %w", err)
	}
	if w.placeholder, err = regexp.Compile(textOf(constants["placeholder"])); err != nil {
		return nil, fmt.Errorf("placeholder: %w", err)
	}
	if w.patterns, err = compileAll(constants, "secret_patterns"); err != nil {
		return nil, err
	}
	if w.assignments, err = compileAll(constants, "secret_assignments"); err != nil {
		return nil, err
	}
	return w, nil
}

func compileAll(constants map[string]cty.Value, name string) ([]*regexp.Regexp, error) {
	texts, _ := stringsOf(constants[name])
	var list []*regexp.Regexp
	for _, p := range texts {
		compiled, err := regexp.Compile(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		list = append(list, compiled)
	}
	return list, nil
}

func textOf(v cty.Value) string {
	list, _ := stringsOf(v)
	return strings.Join(list, "")
}

// in reports whether a text holds a secret in clear. What is unknown, a
// placeholder or a reference is none.
func (w *secretWords) in(text string) bool { return w.find(text, w.literal) }

// givenTo reports whether a text holds a secret, be it one that only the
// deployment fills in, or a placeholder that is assigned where a key belongs.
func (w *secretWords) givenTo(text string) bool {
	if slices.ContainsFunc(w.assignments, func(p *regexp.Regexp) bool { return p.MatchString(text) }) {
		return true
	}
	return w.find(text, func(value string) bool { return w.literal(value) || strings.HasPrefix(value, terraform.Hole) })
}

func (w *secretWords) find(text string, accept func(value string) bool) bool {
	for _, p := range w.patterns {
		for _, m := range p.FindAllStringSubmatch(text, -1) {
			if accept(m[len(m)-1]) {
				return true
			}
		}
	}
	return false
}

func (w *secretWords) literal(value string) bool {
	return value != "" && !w.isMade(value) && !w.placeholder.MatchString(value)
}

// named reports whether a setting of this name holds a secret in clear.
func (w *secretWords) named(name, value string) bool {
	return w.names.MatchString(name) && w.literal(value) || w.in(value)
}

// hasSecret is the function of the same name: whether a text holds a secret, also
// one that is filled in when it is deployed.
func hasSecret(c *Catalog) function.Function {
	return function.New(&function.Spec{
		Params: []function.Parameter{documentParam()},
		Type:   function.StaticReturnType(cty.Bool),
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
			if isNull(args[0]) {
				return cty.False, nil
			}
			text, complete, ok := terraform.Text(args[0])
			found := ok && c.secrets.givenTo(text)
			if !found && !(ok && complete) {
				return cty.UnknownVal(cty.Bool), nil
			}
			return cty.BoolVal(found), nil
		},
	})
}
