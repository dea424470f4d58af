package terraform

import (
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"go.yaml.in/yaml/v3"
)

// guarded is a function that refuses arguments whose result would be too large
// to work with.
func guarded(f function.Function, refuse func(args []cty.Value) error) function.Function {
	return function.New(&function.Spec{
		Params:   f.Params(),
		VarParam: f.VarParam(),
		Type: func(args []cty.Value) (cty.Type, error) {
			if err := refuse(args); err != nil {
				return cty.DynamicPseudoType, err
			}
			return f.ReturnTypeForValues(args)
		},
		Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) { return f.Call(args) },
	})
}

var widths = regexp.MustCompile(`%[^a-zA-Z%]*\d{5,}`)

// wide refuses a format with a width or precision of five digits.
func wide(args []cty.Value) error {
	if text, ok := plainText(args[0]); ok && widths.MatchString(text) {
		return function.NewArgErrorf(0, "a width of more than 9999 characters")
	}
	return nil
}

func indented(args []cty.Value) error {
	n, _ := args[0].Unmark()
	if n.Type() == cty.Number && n.IsKnown() && !n.IsNull() && n.GreaterThan(cty.NumberIntVal(9999)).True() {
		return function.NewArgErrorf(0, "more than 9999 spaces")
	}
	return nil
}

func multiplied(args []cty.Value) error {
	product := 1
	for i, a := range args {
		a, _ := a.Unmark()
		if !a.IsKnown() || a.IsNull() || !a.CanIterateElements() {
			return nil
		}
		if product *= max(1, a.LengthInt()); product > maxParts {
			return function.NewArgErrorf(i, "more than %d combinations", maxParts)
		}
	}
	return nil
}

// maxSearched is the longest text, in bytes, that a regular expression goes
// through: each match costs far more than its bytes.
const maxSearched = 256 << 10

// searched refuses to look for a regular expression in a very long text.
func searched(text int) func(args []cty.Value) error {
	return func(args []cty.Value) error {
		if s, ok := plainText(args[text]); ok && len(s) > maxSearched {
			return function.NewArgErrorf(text, "a regular expression is looked for in at most 256 KiB of text")
		}
		return nil
	}
}

func plainText(v cty.Value) (string, bool) {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() || v.Type() != cty.String {
		return "", false
	}
	return v.AsString(), true
}

// nestedText refuses a document whose brackets are so deep that its type is too
// deep to work with.
func nestedText(args []cty.Value) error {
	if text, ok := plainText(args[0]); ok && brackets(text) > maxNesting {
		return function.NewArgErrorf(0, "more than %d brackets inside one another", maxNesting)
	}
	return nil
}

// repeatedText refuses a YAML document whose aliases, written out, are too much
// to work with, as well as one that is nested too deeply.
func repeatedText(args []cty.Value) error {
	text, ok := plainText(args[0])
	if !ok || !strings.Contains(text, "*") {
		return nestedText(args)
	}
	var document yaml.Node
	if err := yaml.Unmarshal([]byte(text), &document); err != nil {
		return nil // the decoder says what is wrong with it
	}
	if writtenOut(&document, map[*yaml.Node]int{}) > maxParts {
		return function.NewArgErrorf(0, "aliases that stand for more than %d values", maxParts)
	}
	return nestedText(args)
}

// writtenOut counts the nodes of a document after aliases are replaced by what
// they stand for, up to a little more than maxParts.
func writtenOut(n *yaml.Node, known map[*yaml.Node]int) int {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if size, ok := known[n]; ok {
		return size
	}
	known[n] = maxParts + 1 // for an alias to what holds it
	size := 1
	for _, part := range n.Content {
		size = min(size+writtenOut(part, known), maxParts+1)
	}
	known[n] = size
	return size
}

// brackets is how deep the brackets of a text are at most. It errs on the side
// of reading: an opening one inside a string may be counted, a closing one too.
func brackets(text string) int {
	depth, most := 0, 0
	for _, c := range []byte(text) {
		switch c {
		case '{', '[':
			depth++
			most = max(most, depth)
		case '}', ']':
			depth = max(0, depth-1)
		}
	}
	return most
}
