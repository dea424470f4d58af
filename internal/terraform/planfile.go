package terraform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	tfjson "github.com/hashicorp/terraform-json"
)

// maxPlan is larger than the plan of any root that Terraform could still plan.
const maxPlan = 512 << 20

// knownPlanFormat is the major version of the plan format that is understood.
// https://developer.hashicorp.com/terraform/internals/json-format
const knownPlanFormat = 1

// planFile is a plan as `terraform show -json` prints it.
type planFile struct {
	name string
	plan *tfjson.Plan
	// lines are where the resources stand, empty for a file of one line.
	lines map[string]int
}

// readPlan reads a plan. A format that is newer than this program is read as far
// as it can be, with a warning.
func readPlan(fsys fs.FS, name string) (*planFile, hcl.Diagnostics, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, nil, err
	}
	if info.Size() > maxPlan {
		return nil, nil, fmt.Errorf("%s: larger than 512 MiB; scan the sources instead", name)
	}
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, nil, err
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	var top map[string]json.RawMessage
	if err := json.Unmarshal(text, &top); err != nil {
		return nil, nil, fmt.Errorf("%s: not JSON: %w; write it with `terraform show -json PLAN`", name, positioned(err, text))
	}
	diags, err := checkFormat(name, top)
	if err != nil {
		return nil, nil, err
	}
	whole, err := json.Marshal(top)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	p := &planFile{name: name, plan: &tfjson.Plan{}}
	if err := json.Unmarshal(whole, p.plan); err != nil {
		return nil, nil, fmt.Errorf("%s: not a Terraform plan: %w; write it with `terraform show -json PLAN`", name, err)
	}
	p.lines = addressLines(text)
	return p, diags, nil
}

// positioned names the line of a syntax error.
func positioned(err error, text []byte) error {
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return err
	}
	line := 1 + bytes.Count(text[:min(int(syntax.Offset), len(text))], []byte("\n"))
	return fmt.Errorf("line %d: %w", line, err)
}

// checkFormat makes sure that this is a plan, and replaces a version that the
// decoder would refuse.
func checkFormat(name string, top map[string]json.RawMessage) (hcl.Diagnostics, error) {
	var format string
	if raw, ok := top["format_version"]; !ok || json.Unmarshal(raw, &format) != nil {
		return nil, fmt.Errorf("%s: not a Terraform plan: it has no format_version; write it with `terraform show -json PLAN`", name)
	}
	if top["planned_values"] == nil && top["resource_changes"] == nil {
		return nil, fmt.Errorf("%s: not a Terraform plan: it plans nothing; a state has no plan, write one with `terraform plan -out PLAN` and `terraform show -json PLAN`", name)
	}
	major, _, _ := strings.Cut(format, ".")
	if n, err := strconv.Atoi(major); err == nil && n <= knownPlanFormat {
		return nil, nil
	}
	top["format_version"] = json.RawMessage(`"1.2"`)
	delete(top, "prior_state") // it carries a version of its own, and only data sources are read from it
	d := problem("a plan of an unknown format", fmt.Sprintf("format %q is newer than this program, which knows 1; it was read as far as possible", format), hcl.Range{Filename: name})
	d.Severity = hcl.DiagWarning
	return hcl.Diagnostics{d}, nil
}

var addressInPlan = regexp.MustCompile(`"address"\s*:\s*("(?:[^"\\\n]|\\.)*")`)

// addressLines says on which line each address first stands. In a file of a few
// lines, as Terraform writes it, lines tell nothing.
func addressLines(text []byte) map[string]int {
	lines := map[string]int{}
	if bytes.Count(text, []byte("\n")) < 2 {
		return lines
	}
	line, at := 1, 0
	for _, m := range addressInPlan.FindAllSubmatchIndex(text, -1) {
		line += bytes.Count(text[at:m[0]], []byte("\n"))
		at = m[0]
		var address string
		if json.Unmarshal(text[m[2]:m[3]], &address) == nil && lines[address] == 0 {
			lines[address] = line
		}
	}
	return lines
}

// place is where the plan speaks of an address.
func (p *planFile) place(address string) hcl.Range {
	r := hcl.Range{Filename: p.name}
	if line := p.lines[address]; line > 0 {
		r.Start = hcl.Pos{Line: line, Column: 1}
		r.End = r.Start
	}
	return r
}
