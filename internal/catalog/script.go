package catalog

import (
	"regexp"
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/terraform"
)

// assignment is a line of a start script that sets a variable for a program: in
// a shell, an env file, a systemd unit (Environment=) or docker run (-e).
var assignment = regexp.MustCompile(`^(?:export\s+|Environment="?|-e\s+|--env\s+|- )?([A-Z][A-Z0-9_]+)=(.*?)"?\s*\\?$`)

// scriptVariables is the catalogue's function script_variables: the variables
// that a start script sets, as an object of texts. A text with unknown parts
// gives the variables that show their holes.
var scriptVariables = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "script", Type: cty.String, AllowNull: true, AllowUnknown: true, AllowMarked: true}},
	Type:   function.StaticReturnType(cty.DynamicPseudoType),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		text, _, ok := terraform.Text(args[0])
		if !ok {
			return cty.EmptyObjectVal, nil
		}
		values := map[string]cty.Value{}
		for line := range strings.Lines(text) {
			m := assignment.FindStringSubmatch(strings.TrimSpace(line))
			if m == nil {
				continue
			}
			values[m[1]] = terraform.Partial(strings.Trim(m[2], `"'`))
		}
		return cty.ObjectVal(values), nil
	},
})
