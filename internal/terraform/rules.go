package terraform

import (
	"maps"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// rule is a condition that Terraform demands, with what it says where it is not
// met: of a variable's validation, or a resource's precondition.
// https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
type rule struct {
	condition, message hcl.Expression
	rng                hcl.Range // to mend where it is not met
}

// rulesOf lists the rules in the blocks of a type.
func rulesOf(body hcl.Body, typ string) []rule {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: typ}}})
	var rules []rule
	for _, b := range content.Blocks {
		attrs := attributesOf(b.Body)
		if condition, message := attrs["condition"], attrs["error_message"]; condition != nil {
			r := rule{condition: condition.Expr, rng: condition.Expr.Range()}
			if message != nil {
				r.message = message.Expr
			}
			rules = append(rules, r)
		}
	}
	return rules
}

// preconditions are the rules in the lifecycle block of a resource.
func preconditions(body hcl.Body) []rule {
	content, _, _ := body.PartialContent(&hcl.BodySchema{Blocks: []hcl.BlockHeaderSchema{{Type: "lifecycle"}}})
	var rules []rule
	for _, b := range content.Blocks {
		rules = append(rules, rulesOf(b.Body, "precondition")...)
	}
	return rules
}

// rules says which conditions of an instance's variables and resources are
// surely not met: whoever plans may replace the default of a root's variable.
func (e *evaluator) rules(in *instance) {
	for _, name := range slices.Sorted(maps.Keys(in.variables)) {
		v := in.variables[name]
		for _, r := range v.rules {
			if _, given := in.assignment(v); given {
				r.rng = in.assignedAt(v)
			} else {
				r.rng = v.rng
			}
			e.demand(r, in.scope, "a value is refused", "variable "+name)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(in.resources)) {
		rules := preconditions(in.resources[key].body)
		if len(rules) == 0 {
			continue
		}
		for _, res := range in.resourceSet(key).instances {
			for _, r := range rules {
				e.demand(r, res.origins.scope, "a precondition is not met", res.Address)
			}
		}
	}
}

func (e *evaluator) demand(r rule, s *scope, summary, of string) {
	met, ok := e.try(r.condition, s, plainly, e.report)
	if met, _ = met.Unmark(); !ok || !met.IsKnown() || met.IsNull() || met.Type() != cty.Bool || met.True() {
		return
	}
	if restsOnDefault(r.condition, s) {
		return
	}
	detail := of
	if r.message != nil {
		if text, ok := e.try(r.message, s, plainly, silently); ok {
			if text, marks := text.Unmark(); len(marks) == 0 && text.IsKnown() && !text.IsNull() && text.Type() == cty.String {
				detail += ": " + text.AsString()
			}
		}
	}
	e.warnOnce(problem(summary, detail+"; the value was taken as it is", r.rng))
}

func restsOnDefault(condition hcl.Expression, s *scope) bool {
	t := &tracer{}
	t.follow(source{expr: condition, scope: s})
	return slices.ContainsFunc(t.found.list, func(o Origin) bool {
		return o.Note == "variable default" && strings.HasPrefix(o.Address, "var.")
	})
}
