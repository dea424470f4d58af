package catalog

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"

	"github.com/threatvet/threatvet/internal/terraform"
)

// repository is the part of an image's name before its tag or digest. It is known
// where only the tag is not, as for an image that is built at every commit.
var repository = function.New(&function.Spec{
	Params: []function.Parameter{{Name: "image", Type: cty.String, AllowUnknown: true, AllowMarked: true}},
	Type:   function.StaticReturnType(cty.String),
	Impl: func(args []cty.Value, _ cty.Type) (cty.Value, error) {
		text, complete, ok := terraform.Text(args[0])
		if !ok {
			return cty.UnknownVal(cty.String), nil
		}
		known, _, _ := strings.Cut(text, terraform.Hole)
		name, whole := beforeTag(known)
		if !complete && !whole {
			return cty.UnknownVal(cty.String), nil // it may go on with more of the name
		}
		return cty.StringVal(name), nil
	},
})

// beforeTag cuts off what begins at the tag or digest, and reports whether there
// is one: a colon before the last slash is that of a port.
func beforeTag(image string) (name string, tagged bool) {
	name, _, tagged = strings.Cut(image, "@")
	last := strings.LastIndexByte(name, '/') + 1
	if at := strings.IndexByte(name[last:], ':'); at >= 0 {
		return name[:last+at], true
	}
	return name, tagged
}
