package terraform

import (
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// Partial returns a text of which the parts marked by Hole are not known, as a
// Schema needs it for what it computes from partly known arguments.
func Partial(text string) cty.Value {
	v := cty.StringVal(text)
	if strings.Contains(text, Hole) {
		return v.Mark(holed)
	}
	return v
}
