package terraform

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

const (
	maxDepth     = 400
	maxModules   = 64      // nesting of module calls
	maxInstances = 10_000  // of one block
	maxTotal     = 500_000 // instances of one root
	maxUses      = 50_000  // of modules by one root
)

// evaluator evaluates one root.
type evaluator struct {
	opts      Options
	modules   *modules
	dir       string
	key       string   // names the plan among all, see plan.key
	files     []string // variables files of the environment
	estate    *estate
	plan      int
	used      map[string]bool // directories of the modules in use
	reads     *reads          // what was looked up in other roots
	sample    bool            // see module.sample
	partial   bool            // a value rests on a root that is still being evaluated
	functions map[string]function.Function
	manifest  map[string]string
	vars      map[string]setting
	depth     int
	total     int
	uses      int // of modules
	excess    int // values that were too large
	diags     hcl.Diagnostics
	seen      map[string]bool
	resources []*Resource
	open      []*ModuleCall
	opaque    []*Resource // uses of the modules in open
	trails    map[spot]*trail

	guardedNames []string // see guarded
}

func (e *evaluator) warnOnce(d *hcl.Diagnostic) {
	key := d.Summary + d.Detail + d.Subject.String()
	if !e.seen[key] {
		e.seen[key] = true
		e.diags = e.diags.Append(d)
	}
}

// value evaluates an expression where it stands. What cannot be known is an
// unknown; a text with unknown parts keeps the known ones (see Hole).
func (e *evaluator) value(expr hcl.Expression, s *scope) cty.Value {
	v, ok := e.try(expr, s, plainly, e.report)
	if !ok {
		return cty.DynamicVal
	}
	if v.IsWhollyKnown() || !e.fillable(expr, s) {
		return v
	}
	if full, ok := e.try(expr, s, filled, silently); ok {
		return gained(v, settle(full))
	}
	return v
}

// silently passes on nothing. An evaluation with Holes goes wrong wherever a
// text cannot stand for what is not known, which is no fault of the sources.
func silently(hcl.Diagnostics) {}

// try evaluates with every reference passed through the given view, and hands
// what is wrong to report.
func (e *evaluator) try(expr hcl.Expression, s *scope, w view, report func(hcl.Diagnostics)) (v cty.Value, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			report(hcl.Diagnostics{problem("cannot be evaluated", fmt.Sprintf("evaluating this went wrong (%v); it was taken as unknown", r), expr.Range())})
			v, ok = cty.DynamicVal, false
		}
	}()
	ctx := e.contextFor(expr, s, w, report)
	if e.excessive(expr, ctx) {
		report(hcl.Diagnostics{problem("too much work", "nested loops of more than 500000 rounds, or a number of more than 1000 digits; it was taken as unknown", expr.Range())})
		return cty.DynamicVal, false
	}
	v, diags := expr.Value(ctx)
	if diags.HasErrors() {
		report(diags)
		return cty.DynamicVal, false
	}
	return e.bounded(v, expr.Range()), true
}

// report passes on what a person could mend, and is silent about attributes
// that only the provider knows.
func (e *evaluator) report(diags hcl.Diagnostics) {
	for _, d := range diags {
		if d.Severity != hcl.DiagError || d.Subject == nil {
			continue
		}
		switch d.Summary {
		case "Unsupported attribute", "Invalid index", "Attempt to index null value", "Attempt to get attribute from null value",
			"Iteration over null value", "Invalid template interpolation value", "Missing map element":
			continue // mostly a value that is not in the sources
		}
		e.warnOnce(problem(d.Summary, unsuggested(d.Detail), *d.Subject))
	}
}

// unsuggested leaves out the name that hcl suggests: it is any that is near, and
// another one each time.
func unsuggested(detail string) string {
	detail, _, _ = strings.Cut(detail, " Did you mean ")
	return detail
}

// fillable reports whether an expression may be evaluated with Holes: none of
// its decisions rests on an unknown.
func (e *evaluator) fillable(expr hcl.Expression, s *scope) bool {
	syntax, ok := expr.(hclsyntax.Expression)
	if !ok {
		return true
	}
	good := true
	_ = hclsyntax.VisitAll(syntax, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ConditionalExpr:
			good = good && e.decided(n.Condition, s)
		case *hclsyntax.ForExpr:
			good = good && n.CondExpr == nil
		}
		return nil
	})
	return good
}

func (e *evaluator) decided(cond hclsyntax.Expression, s *scope) bool {
	ctx := e.contextFor(cond, s, plainly, silently) // which may stand in a loop
	v, diags := cond.Value(ctx)
	v, _ = v.Unmark()
	return !diags.HasErrors() && v.IsKnown()
}

// names lists every attribute name that an expression asks for, so that what a
// resource does not have can be given as unknown.
func names(expr hcl.Expression) []string {
	syntax, ok := expr.(hclsyntax.Expression)
	var found []string
	steps := func(t hcl.Traversal) {
		for _, step := range t {
			if a, ok := step.(hcl.TraverseAttr); ok {
				found = append(found, a.Name)
			}
		}
	}
	if !ok {
		for _, t := range expr.Variables() {
			steps(t)
		}
		return found
	}
	_ = hclsyntax.VisitAll(syntax, func(n hclsyntax.Node) hcl.Diagnostics {
		switch n := n.(type) {
		case *hclsyntax.ScopeTraversalExpr:
			steps(n.Traversal)
		case *hclsyntax.RelativeTraversalExpr:
			steps(n.Traversal)
		}
		return nil
	})
	slices.Sort(found)
	return slices.Compact(found)
}

// contextFor builds the variables that an expression refers to, and no others.
func (e *evaluator) contextFor(expr hcl.Expression, s *scope, w view, report func(hcl.Diagnostics)) *hcl.EvalContext {
	about := e.modules.mentions.of(expr)
	if len(about.variables) == 0 {
		return &hcl.EvalContext{Functions: e.functions}
	}
	b := &binder{e: e, s: s, view: w, report: report, asked: about.names, wholeOf: about.wholes, groups: map[string]map[string]cty.Value{}, single: map[string]cty.Value{}}
	for _, t := range about.variables {
		b.bind(t)
	}
	vars := b.single
	for root, group := range b.groups {
		vars[root] = nested(group)
	}
	return &hcl.EvalContext{Variables: vars, Functions: e.functions}
}

// nested turns {"aws_s3_bucket.b": v} style groups into objects.
func nested(group map[string]cty.Value) cty.Value {
	return cty.ObjectVal(group)
}
