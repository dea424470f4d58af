package businesscontext

import (
	"fmt"
	"go/scanner"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/threatvet/threatvet/internal/model"
)

// marker begins an acceptance in a comment.
const marker = "threatvet:accept"

// comment is a comment of a source file.
type comment struct {
	text string
	at   model.Location
}

// Comments finds the acceptances in the comments of a Terraform or Go file, by
// the line they stand on. What cannot be used becomes a problem.
func Comments(name string, source []byte) (map[int][]*Acceptance, []Problem) {
	if !strings.Contains(string(source), marker) {
		return nil, nil
	}
	var comments []comment
	switch path.Ext(name) {
	case ".go":
		comments = goComments(name, source)
	case ".tf", ".tofu", ".hcl", ".tfvars":
		comments = hclComments(name, source)
	}
	accepted := map[int][]*Acceptance{}
	var problems []Problem
	for _, c := range comments {
		for i, line := range strings.Split(c.text, "\n") {
			rest, found := accepting(line)
			if !found {
				continue
			}
			at := c.at
			if i > 0 {
				at = model.Location{File: name, Line: c.at.Line + i, Column: 1}
			}
			a, message := parseComment(rest)
			if message != "" {
				problems = append(problems, Problem{Location: at, Severity: "error", Source: strings.TrimSpace(line), Message: message})
				continue
			}
			a.Location = at
			accepted[at.Line] = append(accepted[at.Line], a)
		}
	}
	return accepted, problems
}

// At lists the acceptances on a line of a file, or in the comments right above
// it.
func At(accepted map[int][]*Acceptance, lines []string, line int) []*Acceptance {
	list := slices.Clone(accepted[line])
	for above := line - 1; above > 0 && above <= len(lines) && len(accepted[above]) > 0 && aloneOnLine(lines[above-1]); above-- {
		list = append(list, accepted[above]...)
	}
	return list
}

// aloneOnLine reports whether a line is nothing but a comment. An acceptance
// behind code is about that code and not about the line below.
func aloneOnLine(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasPrefix(line, "#") || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "/*") || strings.HasPrefix(line, "*")
}

// accepting returns what follows the marker where a comment line begins with it.
func accepting(line string) (string, bool) {
	line = strings.TrimSpace(line)
	line = strings.TrimSpace(strings.TrimLeft(line, "#/*"))
	rest, found := strings.CutPrefix(line, marker)
	if !found || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return "", false
	}
	return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(rest), "*/")), true
}

func goComments(name string, source []byte) []comment {
	files := token.NewFileSet()
	f := files.AddFile(name, -1, len(source))
	var s scanner.Scanner
	// Errors are for the compiler to tell; the comments before them count.
	s.Init(f, source, func(token.Position, string) {}, scanner.ScanComments)
	var list []comment
	for {
		pos, tok, text := s.Scan()
		if tok == token.EOF {
			return list
		}
		if tok != token.COMMENT {
			continue
		}
		p := f.PositionFor(pos, false)
		list = append(list, comment{text, model.Location{File: name, Line: p.Line, Column: p.Column, EndLine: p.Line, EndColumn: p.Column + firstLine(text)}})
	}
}

func hclComments(name string, source []byte) []comment {
	tokens, _ := hclsyntax.LexConfig(source, name, hcl.InitialPos) // errors are the loader's to tell
	var list []comment
	for _, t := range tokens {
		if t.Type != hclsyntax.TokenComment {
			continue
		}
		text := strings.TrimRight(string(t.Bytes), "\r\n")
		start := t.Range.Start
		list = append(list, comment{text, model.Location{
			File: name, Line: start.Line, Column: start.Column, EndLine: start.Line, EndColumn: start.Column + firstLine(text),
		}})
	}
	return list
}

func firstLine(text string) int {
	line, _, _ := strings.Cut(text, "\n")
	return len(line)
}

// parseComment reads `NET-003 until=2027-01-31 owner=@shop/platform reason="…"`.
func parseComment(text string) (*Acceptance, string) {
	fields, err := splitFields(text)
	if err != "" {
		return nil, err
	}
	if len(fields) == 0 || strings.Contains(fields[0], "=") {
		return nil, "name the threat first: " + example
	}
	a := &Acceptance{Threat: fields[0], InSource: true}
	if _, bad := badThreat(a.Threat, model.Location{}); bad {
		return nil, fmt.Sprintf("%q is not the id of a threat, such as NET-003", a.Threat)
	}
	keys := []string{"until", "owner", "reason"}
	for _, f := range fields[1:] {
		name, value, ok := strings.Cut(f, "=")
		switch {
		case !ok:
			return nil, fmt.Sprintf("%q is not name=value; put a reason of several words in quotes: %s", f, example)
		case name == "until":
			a.Until = value
		case name == "owner":
			a.Owner = value
		case name == "reason":
			a.Reason = value
		default:
			return nil, fmt.Sprintf("unknown setting %q%s", name, didYouMean(name, keys, "there are "))
		}
	}
	for i, value := range []string{a.Until, a.Owner, a.Reason} {
		if value == "" {
			return nil, fmt.Sprintf("an acceptance needs %s=; %s", keys[i], example)
		}
	}
	return a, wrong(a.Until, shape{kind: aDate}, "until")
}

const example = `threatvet:accept NET-003 until=2027-01-31 owner=@team reason="why"`

// splitFields splits at blanks outside double quotes, and takes the quotes off.
func splitFields(text string) ([]string, string) {
	var fields []string
	var b strings.Builder
	quoted, any := false, false
	for _, r := range text {
		switch {
		case r == '"':
			quoted, any = !quoted, true
		case !quoted && (r == ' ' || r == '\t'):
			if any {
				fields = append(fields, b.String())
			}
			b.Reset()
			any = false
		default:
			b.WriteRune(r)
			any = true
		}
	}
	if quoted {
		return nil, "a quote is not closed: " + example
	}
	if any {
		fields = append(fields, b.String())
	}
	return fields, ""
}

var threatID = regexp.MustCompile(`^[A-Z][A-Z0-9]*-[0-9]{3,}$`)

// badThreat reports a threat id that cannot be one.
func badThreat(id string, at model.Location) (Problem, bool) {
	if threatID.MatchString(id) {
		return Problem{}, false
	}
	hint := ""
	if rule, _, ok := strings.Cut(id, "/"); ok && slices.Contains([]string{"low", "medium", "high", "critical"}, id[len(rule)+1:]) {
		hint = fmt.Sprintf("; leave the level out: %s", rule)
	}
	return Problem{Location: at, Severity: "error", Message: fmt.Sprintf("%q is not the id of a threat, such as NET-003%s", id, hint)}, true
}
