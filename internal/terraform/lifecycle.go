package terraform

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Everything stands for all arguments in Resource.IgnoresChanges.
const Everything = "*"

// ignoresChanges lists the arguments that a resource's lifecycle block leaves as
// they are found, as
// https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
// describes it; of a part of an argument the whole.
func ignoresChanges(body hcl.Body) []string {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "lifecycle"}}})
	var names []string
	for _, b := range content.Blocks {
		attr := attributesOf(b.Body)["ignore_changes"]
		if attr == nil {
			continue
		}
		if hcl.ExprAsKeyword(attr.Expr) == "all" {
			return []string{Everything}
		}
		list, _ := hcl.ExprList(attr.Expr)
		for _, item := range list {
			if name := argumentOf(item); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// argumentOf returns the name that a reference to an argument begins with; in
// the JSON syntax, and before Terraform 0.12, references are texts.
func argumentOf(item hcl.Expression) string {
	if t, diags := hcl.AbsTraversalForExpr(item); !diags.HasErrors() {
		return t.RootName()
	}
	v, _ := item.Value(nil)
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return ""
	}
	name := v.AsString()
	if end := strings.IndexAny(name, ".["); end >= 0 {
		name = name[:end]
	}
	return name
}
