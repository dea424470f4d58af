package policy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"github.com/threatvet/threatvet/internal/model"
)

// problem is what is wrong with a policy file, and where.
type problem struct {
	at  *ast.Location
	why string
}

func (p problem) Error() string { return p.why }

// gapOf makes a gap of whatever went wrong with a policy file.
func gapOf(file string, err error) *model.Gap {
	const do = "correct the policy; the other policies were used"
	var own problem
	var several ast.Errors
	var single *ast.Error
	var running *topdown.Error
	switch {
	case errors.As(err, &own):
		return gapAt(file, own.at, own.why, do)
	case errors.As(err, &several) && len(several) > 0:
		return gapAt(file, several[0].Location, compilerWords(several[0]), do)
	case errors.As(err, &single):
		return gapAt(file, single.Location, compilerWords(single), do)
	case errors.As(err, &running):
		return gapAt(file, running.Location, running.Message, do)
	}
	return gapAt(file, nil, err.Error(), do)
}

// compilerWords is the message with what the schema allows in its place.
func compilerWords(err *ast.Error) string {
	words := err.Message
	if err.Details == nil {
		return words
	}
	if d, ok := err.Details.(*ast.RefErrInvalidDetail); ok && d.Pos < len(d.Ref) && len(d.OneOf) > 0 {
		return notThere(d)
	}
	for _, line := range err.Details.Lines() {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "^") {
			words += "; " + line
		}
	}
	const enough = 400
	if len(words) > enough {
		words = strings.ToValidUTF8(words[:enough], "") + " …"
	}
	return words
}

// notThere says which part of a reference is misspelt, and how it is written.
func notThere(d *ast.RefErrInvalidDetail) string {
	var names []string
	for _, v := range d.OneOf {
		if s, ok := v.(ast.String); ok {
			names = append(names, string(s))
		}
	}
	have, ok := d.Ref[d.Pos].Value.(ast.String)
	if !ok {
		return fmt.Sprintf("%s has no %s", d.Ref[:d.Pos], d.Ref[d.Pos])
	}
	return fmt.Sprintf("the input has no %q here%s", string(have), nearest(string(have), names))
}

func gapAt(file string, at *ast.Location, why, do string) *model.Gap {
	gap := &model.Gap{Severity: "error", What: "policy " + file, Why: why, Do: do, Location: model.Location{File: file}}
	if at != nil && at.File == file {
		gap.Location.Line, gap.Location.Column = at.Row, at.Col
	}
	return gap
}
