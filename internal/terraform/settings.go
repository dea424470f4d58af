package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

// setting is a value that a root's variable gets from outside.
type setting struct {
	value cty.Value
	expr  hcl.Expression // nil for the environment
	rng   hcl.Range
	note  string
}

// settings are the values for a root's variables, in Terraform's order:
// environment, terraform.tfvars, *.auto.tfvars, the files of the root's
// environment, files named on the command line. Later ones win.
func (e *evaluator) settings(in *instance) map[string]setting {
	if e.vars != nil {
		return e.vars
	}
	e.vars = map[string]setting{}
	for name, text := range e.opts.Env {
		v, ok := in.variables[name]
		if !ok {
			continue
		}
		e.vars[name] = setting{value: fromEnvironment(v, text), note: "environment"}
	}
	for _, name := range in.tfvars {
		e.varFile(name)
	}
	for _, name := range e.files {
		e.varFile(name)
	}
	for _, name := range e.opts.VarFiles {
		e.varFile(name)
	}
	if e.estate.planned != nil {
		e.planSettings(in)
	}
	return e.vars
}

// fromEnvironment reads TF_VAR_ text: as it stands for a string, as an expression
// for any other type.
func fromEnvironment(v *variable, text string) cty.Value {
	want, _ := v.constraint()
	if want == cty.String || want == cty.DynamicPseudoType || want.IsPrimitiveType() {
		return cty.StringVal(text)
	}
	expr, diags := hclsyntax.ParseExpression([]byte(text), "TF_VAR_"+v.name, hcl.InitialPos)
	if diags.HasErrors() {
		return cty.DynamicVal
	}
	value, diags := expr.Value(nil)
	if diags.HasErrors() {
		return cty.DynamicVal
	}
	return value
}

func (e *evaluator) varFile(name string) {
	text, err := readFile(e.opts.FS, name)
	if err != nil {
		e.warnOnce(problem("cannot read the variables file", err.Error(), hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}))
		return
	}
	file, diags := parseHCL(text, name)
	e.diags = append(e.diags, diags...)
	if file == nil {
		return
	}
	attrs, _ := file.Body.JustAttributes()
	for variable, a := range attrs {
		v, diags := a.Expr.Value(nil)
		if diags.HasErrors() {
			e.diags = append(e.diags, diags...)
			v = cty.DynamicVal
		}
		e.vars[variable] = setting{value: v, expr: a.Expr, rng: a.Range, note: "tfvars"}
	}
}
